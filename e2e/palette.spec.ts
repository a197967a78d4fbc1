import type { Page } from "@playwright/test";
import {
  areas,
  closeByEscape,
  editor,
  editorText,
  expect,
  openPalette,
  pasteSpec,
  tabTo,
  takeFromPalette,
  test,
} from "./support.js";

test.beforeEach(async ({ page }) => {
  await page.goto("/?example=override-internal-mirror");
  await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
});

test("finds actions, roles, phases, files, problems, examples and settings", async ({ page }) => {
  const { glass } = areas(page);
  const choose = async (typed: string, option: RegExp) => {
    await openPalette(page);
    await page.getByRole("combobox", { name: "Find anything" }).fill(typed);
    await page.getByRole("option", { name: option }).first().click();
    await expect(page.getByRole("dialog", { name: "Find anything" })).toBeHidden();
  };
  await test.step("a phase", async () => {
    await choose("running", /^Spegel running/);
    await expect(glass.getByRole("radio", { name: "Spegel running" })).toBeChecked();
  });
  await test.step("a file of that phase", async () => {
    await choose("_backup", /_backup\/_default\/hosts.toml/);
    await expect(page.getByRole("article", { name: "_backup/_default/hosts.toml" })).toBeVisible();
  });
  await test.step("a problem", async () => {
    await choose("mirror-add-overwrites", /spegel\/mirror-add-overwrites/);
    await expect(editor(page)).toBeFocused();
  });
  await test.step("a setting", async () => {
    await choose("preview assumes", /What the preview assumes/);
    await closeByEscape(page, page.getByRole("dialog", { name: "What the preview assumes" }));
  });
  await test.step("an example", async () => {
    await choose("air-gapped", /^Open example: Air-gapped/);
    await expect(
      page.getByRole("banner").getByText("Example: Air-gapped, one internal mirror"),
    ).toBeVisible();
  });
  await test.step("a role", async () => {
    await choose("compute", /nodes\/compute/);
    await expect(glass.getByRole("tab", { name: /compute/, selected: true })).toBeVisible();
  });
  await test.step("an action", async () => {
    await choose("import", /^Import/);
    await expect(page.getByRole("dialog", { name: "Import a cluster spec" })).toBeVisible();
  });
});

test("by keyboard alone, from the editor and back to it", async ({ page }) => {
  await tabTo(page, editor(page));
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: "Find anything" });
  await expect(search).toBeFocused();
  await page.keyboard.insertText("nothing is called this");
  await expect(page.getByText("Nothing is called that.", { exact: false })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
  await expect(editor(page)).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(search).toBeFocused();
  await takeFromPalette(page, "share", "Share");
  await closeByEscape(page, page.getByRole("dialog", { name: "Share this preview" }));
  await expect(editor(page)).toBeFocused();
});

test.describe("a word and Enter", () => {
  const search = (page: Page) => page.getByRole("combobox", { name: "Find anything" });
  const selected = (page: Page) => page.getByRole("option", { selected: true });

  for (const word of [
    "filter",
    "override",
    "air-gapped",
    "aws",
    "Spegel off",
    "open",
    "example",
    "draft",
    "mine",
  ]) {
    test(`lead to the gallery at most, and never replace the document: ${word}`, async ({ page }) => {
      await pasteSpec(page, "kind: Cluster\nmetadata:\n  name: mine\nspec: {} # my own\n");
      await expect(page.getByRole("banner").getByText("mine", { exact: true })).toBeVisible();
      await pasteSpec(page, "kind: Cluster\nmetadata:\n  name: present\nspec: {} # of now\n");
      await expect(page.getByRole("banner").getByText("present", { exact: true })).toBeVisible();
      const text = await editorText(page);
      await page.keyboard.press("Control+k");
      await expect(search(page)).toBeFocused();
      await takeFromPalette(page, word, "Examples");
      await closeByEscape(page, page.getByRole("dialog", { name: "Examples" }));
      await expect(page.getByRole("banner").getByText("present", { exact: true })).toBeVisible();
      expect(await editorText(page)).toBe(text);
    });
  }

  test("an example is chosen on purpose: the document is kept as a draft, and undo brings it back", async ({
    page,
  }) => {
    await pasteSpec(page, "kind: Cluster\nmetadata:\n  name: mine\nspec: {} # my own\n");
    await expect(page.getByRole("banner").getByText("mine", { exact: true })).toBeVisible();
    const text = await editorText(page);
    await page.keyboard.press("Control+k");
    await expect(search(page)).toBeFocused();
    await page.keyboard.insertText("air-gapped");
    await expect(selected(page)).toContainText("Examples");
    await page.keyboard.press("ArrowDown");
    await expect(selected(page)).toContainText("Open example: Air-gapped, one internal mirror");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("banner").getByText("vault-1", { exact: true })).toBeVisible();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("banner").getByText("mine", { exact: true })).toBeVisible();
    await expect.poll(() => editorText(page)).toBe(text);
    await page.getByRole("banner").getByRole("button", { name: "Redo" }).click();
    await expect(page.getByRole("banner").getByText("vault-1", { exact: true })).toBeVisible();
    await openPalette(page);
    await search(page).fill("mine");
    await page.getByRole("option", { name: /^Open draft: mine/ }).click();
    await expect.poll(() => editorText(page)).toBe(text);
  });
});

test("going back closes a dialog, and never opens one", async ({ page }) => {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Examples" }).click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Examples" })).toBeFocused();

  await page.getByRole("button", { name: "Examples" }).click();
  await dialog.getByRole("button", { name: "Spegel off" }).click();
  await expect(page.getByRole("banner").getByText("Example: Spegel off")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("banner").getByText("Example: One internal mirror")).toBeVisible();
  await expect(dialog).toBeHidden();
});

test("the keys are told, wherever the focus is not in a text", async ({ page }) => {
  await tabTo(page, page.getByRole("treeitem", { name: /_default.*hosts.toml/ }), "Shift+Tab");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Find anything")).toBeVisible();
  await closeByEscape(page, sheet);
  await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeFocused();

  await editor(page).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await expect(sheet).toBeHidden();
});

test("the page that inspects a node is a link away", async ({ page }) => {
  await page.getByRole("link", { name: "Inspect a node" }).click();
  await expect(page.getByRole("heading", { name: "Inspect a node" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
});

test("what the looking glass can show, and the pages beside the designer", async ({ page }) => {
  const find = async (typed: string, found: string) => {
    await openPalette(page);
    await takeFromPalette(page, typed, found);
  };
  await page.goto("/?phase=running");
  await expect(page.locator("main[data-current=true]")).toBeVisible();
  await find("overview", "Overview");
  await expect(page.getByRole("grid")).toBeVisible();
  await find("compare", "Compare");
  await expect(page.getByRole("button", { name: "Compare" })).toHaveAttribute("aria-pressed", "true");
  await find("pull path", "Pull path");
  await expect(page.getByRole("textbox", { name: "Image" })).toBeVisible();
  await find("playground", "Template playground");
  await expect(page.getByRole("heading", { level: 1, name: "Template playground" })).toBeVisible();
});
