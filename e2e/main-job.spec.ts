import { readFileSync } from "node:fs";
import { areas, editor, editorText, example, expect, openExample, test, treeFiles } from "./support.js";

const ORIGINAL = example("08-mirror-add-off-with-overrides.yaml");

test("example, form, warning, fix, undo, export, share, read-only preview", async ({
  page,
  browser,
  watch,
}) => {
  const { design, glass, problems } = areas(page);
  const warning = problems.getByText("spegel/mirror-add-overwrites");

  await test.step("an example opens with both files and no warning", async () => {
    await page.goto("/");
    await openExample(page, "Your own files beside Spegel");
    await page.getByRole("radio", { name: "Spegel running" }).click();
    await expect
      .poll(() => treeFiles(page))
      .toEqual(["_default/hosts.toml, from Extension", "great-registry.com/hosts.toml, from Extension"]);
    await expect(glass.getByRole("region", { name: "Content of _default/hosts.toml" })).toContainText(
      "[host.'http://10.0.0.11:30020']",
    );
    await expect(warning).toBeHidden();
  });

  await test.step("a choice in the form changes the YAML and the preview, and warns", async () => {
    await design.getByRole("radio", { name: "Spegel" }).click();
    await expect(warning).toBeVisible();
    await expect
      .poll(() => editorText(page))
      .toBe(ORIGINAL.replace("containerdMirrorAdd: false", "containerdMirrorAdd: true"));
    await expect
      .poll(() => treeFiles(page))
      .toEqual([
        "_default/hosts.toml, from Spegel",
        "_backup/_default/hosts.toml, from Extension, moved",
        "_backup/great-registry.com/hosts.toml, from Extension, moved",
      ]);
    await expect(glass.getByText(/_default\/hosts.toml.*great-registry.com\/hosts.toml/)).toBeVisible();
  });

  await test.step("its fix gives the text back byte for byte, and can be undone", async () => {
    await problems.getByRole("button", { name: /containerdMirrorAdd to false/ }).click();
    await expect(warning).toBeHidden();
    await expect.poll(() => editorText(page)).toBe(ORIGINAL);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(warning).toBeVisible();
    await page.getByRole("button", { name: "Redo" }).click();
    await expect(warning).toBeHidden();
  });

  await test.step("what is exported is what the editor holds", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: /Download YAML/ }).click();
    const file = await (await downloading).path();
    expect(readFileSync(file, "utf8")).toBe(await editorText(page));
  });

  const link = await test.step("a share gives a link", async () => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Title" }).fill("Files beside Spegel");
    await dialog.getByRole("radio", { name: "7 days" }).click();
    await dialog.getByRole("button", { name: "Create link" }).click();
    return dialog.getByRole("textbox", { name: /The link/ }).inputValue();
  });

  await test.step("the link shows the same preview to somebody else, read-only", async () => {
    await page.keyboard.press("Escape");
    const shownHere = (await glass.getByRole("region", { name: /^Content of/ }).textContent()) ?? "";
    const somebody = await browser.newContext();
    const shared = await somebody.newPage();
    watch(shared);
    await shared.goto(link);
    await expect(shared.getByRole("heading", { name: "Files beside Spegel" })).toBeVisible();
    await shared.getByRole("radio", { name: "Spegel running" }).click();
    await expect(shared.getByRole("region", { name: /^Content of/ })).toHaveText(shownHere);
    await expect(shared.getByRole("region", { name: /read-only/ })).toContainText(
      "containerdMirrorAdd: false",
    );
    await expect(shared.getByRole("textbox")).toHaveCount(0);
    await shared.getByRole("button", { name: "Open a copy" }).click();
    await expect(shared.getByRole("switch", { name: "Spegel enabled" })).toBeVisible();
    await expect.poll(() => editorText(shared)).toBe(ORIGINAL);
    await somebody.close();
  });
});

test("the three slips of Kublr's page are caught", async ({ page }) => {
  const { problems } = areas(page);
  await page.goto("/?example=registry-filters");
  await expect(problems.getByText("spegel/value-misplaced")).toBeVisible();
  await expect(problems.getByText("spegel/filter-never-matches").first()).toBeVisible();
  await page.goto("/?example=override-go-template");
  await expect(problems.getByText("template/path-unknown")).toBeVisible();
});

test("choosing a problem goes to its place in the editor", async ({ page }) => {
  await page.goto("/?example=override-internal-mirror");
  await areas(page)
    .problems.getByRole("button", { name: /line 4/ })
    .click();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.insertText(" # here");
  expect((await editorText(page)).split("\n")[3]).toMatch(/ # here$/);
});
