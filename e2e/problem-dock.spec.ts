import type { Locator } from "@playwright/test";
import { areas, editor, expect, openExample, pasteSpec, test } from "./support.js";

const height = async (region: Locator) => (await region.boundingBox())?.height ?? 0;

test("problems take no room before there are any, and keep it while YAML is half typed", async ({ page }) => {
  const { problems } = areas(page);
  await page.goto("/");
  await expect(problems.getByText("No problems.", { exact: false })).toBeVisible();
  await expect(editor(page)).toBeAttached();
  expect(await height(problems)).toBeLessThan(40);
  await pasteSpec(page, "kind: Cluster\nspec: {");
  await expect(problems.getByText(/spec\/syntax/).first()).toBeVisible();
  const withProblems = await height(problems);
  expect(withProblems).toBeGreaterThan(80);
  await page.keyboard.insertText("}");
  await expect(problems.getByText(/spec\/syntax/)).toHaveCount(0);
  expect(await height(problems)).toBe(withProblems);
});

test("another document, one without problems, gives the room back", async ({ page }) => {
  const { problems } = areas(page);
  await page.goto("/?example=override-internal-mirror");
  await expect(problems.getByText(/spegel\/mirror-add-overwrites/)).toBeVisible();
  await openExample(page, "AWS, one master, two worker groups");
  await expect(problems.getByText("No problems.", { exact: false })).toBeVisible();
  await expect.poll(() => height(problems)).toBeLessThan(40);
});

test("a linked document has the room from the start; it keeps it though there are no problems, until another one", async ({
  page,
}) => {
  const { problems } = areas(page);
  await page.goto("/?example=override-internal-mirror");
  await expect(problems.getByText(/spegel\/mirror-add-overwrites/)).toBeVisible();
  const withProblems = await height(problems);
  await page.goto("/?example=aws-two-groups");
  await expect(problems.getByText("No problems.", { exact: false })).toBeVisible();
  expect(await height(problems)).toBe(withProblems);
  await page.reload();
  await expect(problems.getByText("No problems.", { exact: false })).toBeVisible();
  expect(await height(problems)).toBe(withProblems);
});
