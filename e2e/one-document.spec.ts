import type { Page } from "@playwright/test";
import { areas, editor, editorText, example, expect, openExample, test } from "./support.js";

const FIRST = "Example: AWS, one master, two worker groups";

const origin = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("banner").getByText(text, { exact: true })).toBeVisible();

test("undo reaches back over a visit to other pages", async ({ page }) => {
  const { design } = areas(page);
  const you = design.getByRole("radio", { name: "You" });
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await you.click();
  await origin(page, `${FIRST} · edited`);
  for (const tool of ["Inspect a node", "Template playground"]) {
    await page.getByRole("banner").getByRole("link", { name: tool }).click();
    await expect(page.getByRole("heading", { level: 1, name: tool })).toBeVisible();
    await page.getByRole("link", { name: "Designer" }).click();
    await expect(you).toBeChecked();
  }
  await expect(editor(page)).toBeAttached();
  await page.getByRole("button", { name: "Undo" }).click();
  await origin(page, FIRST);
  await expect.poll(() => editorText(page)).toBe(example("10-aws-two-groups.yaml"));
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(you).toBeChecked();
});

test("undoing an import gives back the document, its name and what it is compared with", async ({ page }) => {
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await page.getByRole("button", { name: "Import" }).click();
  const file = { name: "mine.yaml", mimeType: "text/yaml", buffer: Buffer.from("kind: Cluster\nspec: {}\n") };
  await page.locator("input[type=file]").setInputFiles(file);
  await origin(page, "mine.yaml");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await origin(page, FIRST);
  await page.getByRole("button", { name: "Changes" }).click();
  await expect(page.getByText("Nothing has changed")).toBeVisible();
  await page.getByRole("button", { name: "Changes", exact: true }).click();
  await page.getByRole("button", { name: "Redo" }).click();
  await origin(page, "mine.yaml");
});

test("undoing an opened example is not undone by the URL", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await design.getByRole("radio", { name: "You" }).click();
  await origin(page, `${FIRST} · edited`);
  await openExample(page, "Your own files beside Spegel");
  await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
  await origin(page, `${FIRST} · edited`);
  await expect(page).toHaveURL(/example=aws-two-groups/);
  await expect(design.getByRole("radio", { name: "You" })).toBeChecked();
  await page.getByRole("banner").getByRole("button", { name: "Redo" }).click();
  await origin(page, "Example: Your own files beside Spegel");
});
