import type { Page } from "@playwright/test";
import { editorText, expect, openExample, pasteSpec, test } from "./support.js";

const spec = (name: string) => `kind: Cluster\nmetadata:\n  name: ${name}\nspec: {}\n`;

/** A spec of this name is among the drafts that the browser keeps. */
const keeps = (page: Page, name: string) =>
  expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join("\n")))
    .toContain(`name: ${name}\\n`);

/** Pastes a spec and waits until the browser keeps it. */
async function write(page: Page, name: string) {
  await pasteSpec(page, spec(name));
  await shows(page, name);
  await keeps(page, name);
}

const shows = (page: Page, name: string) =>
  expect(page.getByRole("banner").getByText(name, { exact: true })).toBeVisible();

const alsoOpen = (page: Page) => page.getByRole("region", { name: "Open in another tab" });

test("the draft survives a reload, and a crash of the tab", async ({ page, context, watch }) => {
  await page.goto("/");
  await write(page, "kept");
  await page.reload();
  await shows(page, "kept");

  await pasteSpec(page, spec("before-the-crash"));
  await keeps(page, "before-the-crash");
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers: there is nobody left to answer.
  devtools.send("Page.crash").catch(() => {});
  await crashed;

  const after = await context.newPage();
  watch(after);
  await after.goto("/");
  await shows(after, "before-the-crash");
  await expect(alsoOpen(after)).toBeHidden();
});

test("two tabs do not overwrite each other, and say so", async ({ page, context, watch }) => {
  await page.goto("/");
  await write(page, "first");
  const second = await context.newPage();
  watch(second);
  await second.goto("/");
  await shows(second, "first");
  await expect(alsoOpen(second)).toBeVisible();
  await second.getByRole("button", { name: "Edit this copy" }).click();
  await expect(alsoOpen(second)).toBeHidden();

  await write(second, "second");
  await write(page, "third");
  await page.reload();
  await shows(page, "third");
  await second.reload();
  await shows(second, "second");
  await expect(alsoOpen(second)).toBeHidden();
});

test("a tab that was duplicated goes its own way", async ({ page, context, watch }) => {
  await page.goto("/");
  await write(page, "original");
  const stored = await page.evaluate(() => ({ ...sessionStorage }));
  const twin = await context.newPage();
  watch(twin);
  // What browsers do when a tab is duplicated: the new one begins with a copy of the session's storage.
  await twin.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value);
  }, stored);
  await twin.goto("/");
  await shows(twin, "original");
  await write(twin, "twin");
  await write(page, "original-2");
  // Whose draft the other has taken writes its own anew, elsewhere.
  await keeps(page, "twin");
  await keeps(page, "original-2");
});

test("what another document replaces can be opened again, after a reload too", async ({ page }) => {
  await page.goto("/");
  await write(page, "my-cluster");
  await openExample(page, "Spegel off");
  await page.reload();
  await expect(page.getByRole("banner").getByText("Example: Spegel off")).toBeVisible();

  await page.getByRole("button", { name: "Examples" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^my-cluster/ }).click();
  await expect(dialog).toBeHidden();
  await shows(page, "my-cluster");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("banner").getByText("my-cluster", { exact: true })).toBeHidden();

  await test.step("by keyboard alone", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
    await page.keyboard.insertText("my-cluster");
    await expect(page.getByRole("option", { selected: true })).toContainText("Examples");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("option", { selected: true })).toContainText("Open draft: my-cluster");
    await page.keyboard.press("Enter");
    await shows(page, "my-cluster");
    await expect.poll(() => editorText(page)).toBe(spec("my-cluster"));
  });
});

test("a copy of a share overwrites no draft", async ({ page, request }) => {
  await page.goto("/");
  await write(page, "mine");
  const created = await request.post("/api/v1/shares", { data: { spec: spec("theirs") } });
  const { id } = await created.json();
  await page.goto(`/s/${id}`);
  await page.getByRole("button", { name: "Open a copy" }).click();
  await shows(page, "theirs");
  await expect(page.getByRole("status")).toContainText(
    "Your earlier draft is under Examples, Recent drafts.",
  );
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^mine/ }).click();
  await shows(page, "mine");
});

test("a draft for which the browser has no room is told of", async ({ page }) => {
  await page.goto("/");
  await shows(page, "shop-staging");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect(page.getByRole("status")).toContainText("no room to keep this draft");
});
