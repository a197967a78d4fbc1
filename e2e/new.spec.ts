import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { keyboard, savedText } from "./keyboard.js";
import {
  areas,
  closeByEscape,
  editorText,
  expect,
  expectNoViolationsInAnyTheme,
  openPalette,
  pasteSpec,
  takeFromPalette,
  test,
} from "./support.js";

const command = fileURLToPath(new URL("../node_modules/.bin/lookinglass", import.meta.url));

/** What the command line prints of a starter. */
function printed(id: string): string {
  return spawnSync(command, ["new", id], { encoding: "utf8" }).stdout;
}

const MINE = "kind: Cluster\nmetadata:\n  name: mine\nspec: {} # my own\n";
const TITLES = { aws: "AWS", azure: "Azure", vsphere: "vSphere", baremetal: "Bare metal" };

const dialog = (page: Page) => page.getByRole("dialog", { name: "New cluster spec" });
const banner = (page: Page) => page.getByRole("banner");
const newButton = (page: Page) => banner(page).getByRole("button", { name: "New", exact: true });
const choice = (page: Page, title: string) => dialog(page).getByRole("button", { name: title });
const offeredUndo = (page: Page) => page.getByRole("status").getByRole("button", { name: "Undo" });

test("each starter opens as the command line prints it, with every role and no problem", async ({ page }) => {
  await page.goto("/");
  for (const [id, title] of Object.entries(TITLES)) {
    await newButton(page).click();
    await choice(page, title).click();
    await expect(dialog(page)).toBeHidden();
    await expect(banner(page).getByText(`New: ${title}`)).toBeVisible();
    await expect.poll(() => editorText(page)).toBe(printed(id));
    await expect(page.locator("main")).toHaveAttribute("data-current", "true");
    await expect(areas(page).glass.getByRole("tab", { name: /default/ })).toBeVisible();
    await expect(page.getByText("No problems. Every node gets what the spec says.")).toBeVisible();
    await expect(page).not.toHaveURL(/example=/);
  }
});

test("it replaces work: the message takes it back, undo and redo go both ways, and the draft is kept", async ({
  page,
}) => {
  await page.goto("/");
  await pasteSpec(page, MINE);
  await expect(banner(page).getByText("mine", { exact: true })).toBeVisible();
  await newButton(page).click();
  await choice(page, "Azure").click();
  await expect(page.getByRole("status").getByText("Opened a new spec: Azure.")).toBeVisible();
  await offeredUndo(page).click();
  await expect.poll(() => editorText(page)).toBe(MINE);
  await expect(banner(page).getByText("mine", { exact: true })).toBeVisible();
  await banner(page).getByRole("button", { name: "Redo" }).click();
  await expect.poll(() => editorText(page)).toBe(printed("azure"));
  await expect(banner(page).getByText("New: Azure")).toBeVisible();
  await openPalette(page);
  await page.getByRole("combobox", { name: "Find anything" }).fill("mine");
  await page.getByRole("option", { name: /^Open draft: mine/ }).click();
  await expect.poll(() => editorText(page)).toBe(MINE);
});

test("it replaces no work: an example or a new spec as it came goes without a message, and no draft is kept", async ({
  page,
}) => {
  await page.goto("/");
  await newButton(page).click();
  await choice(page, "AWS").click();
  await expect(banner(page).getByText("New: AWS")).toBeVisible();
  await newButton(page).click();
  await choice(page, "Empty").click();
  await expect(banner(page).getByText("New: Empty")).toBeVisible();
  await expect(page.getByRole("status").getByText(/Opened/)).toBeHidden();
  await banner(page).getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("heading", { name: "Recent drafts" })).toBeHidden();
});

test("the empty spec is filled in by a form, and a reload keeps it", async ({ page }) => {
  await page.goto("/");
  await newButton(page).click();
  await choice(page, "Empty").click();
  await expect.poll(() => editorText(page)).toBe("kind: Cluster\nmetadata:\n  name: my-cluster\nspec:\n");
  const { design } = areas(page);
  await design.getByPlaceholder("^docker\\.io/").fill(":latest$");
  await design.getByRole("button", { name: "Add filter" }).click();
  await expect.poll(() => editorText(page)).toMatch(/registryFilters:\s+- ['"]?:latest\$/);
  await expect(banner(page).getByText("New: Empty · edited")).toBeVisible();
  const text = await editorText(page);
  await page.reload();
  await expect.poll(() => editorText(page)).toBe(text);
  await expect(banner(page).getByText("New: Empty · edited")).toBeVisible();
});

test("from a text without a cluster, and from the introduction", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("complementary", { name: "Introduction" }).getByText("begin a new one").click();
  await closeByEscape(page, dialog(page));
  await pasteSpec(page, "\n");
  await areas(page).design.getByRole("button", { name: "Begin a new spec" }).click();
  await choice(page, "Bare metal").click();
  await expect.poll(() => editorText(page)).toBe(printed("baremetal"));
});

test("from the palette, where the word alone opens the choice", async ({ page }) => {
  await page.goto("/");
  await pasteSpec(page, MINE);
  await expect(banner(page).getByText("mine", { exact: true })).toBeVisible();
  for (const word of ["new", "starter", "blank"]) {
    await openPalette(page);
    await takeFromPalette(page, word, "New");
    await closeByEscape(page, dialog(page));
    expect(await editorText(page)).toBe(MINE);
  }
  await openPalette(page);
  await page.getByRole("combobox", { name: "Find anything" }).fill("new vsphere");
  await page.getByRole("option", { name: /^New spec: vSphere/ }).click();
  await expect.poll(() => editorText(page)).toBe(printed("vsphere"));
});

test("by keyboard alone: chosen, and taken back", async ({ page }) => {
  const keys = keyboard(page);
  await page.goto("/");
  await expect(banner(page).getByText("shop-staging")).toBeVisible();
  const first = await savedText(page);
  await keys.enter(newButton(page));
  await keys.enter(choice(page, "Azure"));
  await expect(banner(page).getByText("New: Azure")).toBeVisible();
  await expect(newButton(page)).toBeFocused();
  await expect.poll(() => savedText(page)).toBe(printed("azure"));
  await keys.press("Control+z");
  await expect(banner(page).getByText("shop-staging")).toBeVisible();
  await expect.poll(() => savedText(page)).toBe(first);
});

test("on a phone: from the menu", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "New", exact: true }).click();
  await expect(choice(page, "Empty")).toBeInViewport();
  await choice(page, "AWS").click();
  await expect(banner(page).getByText("my-cluster")).toBeVisible();
});

test("the bar has room for it at every width", async ({ page }) => {
  await page.goto("/");
  for (const width of [320, 640, 859, 860, 900, 1023, 1024, 1279, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await banner(page).evaluate((bar) => bar.scrollWidth - bar.clientWidth);
    expect(overflow, `${width} px`).toBe(0);
  }
});

for (const [name, viewport] of [
  ["a desktop", { width: 1280, height: 800 }],
  ["a phone", { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing in the choice, on ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/");
    await page.getByRole("complementary", { name: "Introduction" }).getByText("begin a new one").click();
    await expect(choice(page, "Empty")).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });
}
