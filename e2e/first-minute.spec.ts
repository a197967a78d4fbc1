import { areas, closeByEscape, expect, pasteSpec, test } from "./support.js";

test("the introduction is closed once, and nothing jumps", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry && typeof entry.value === "number") shifts.push(entry.value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  const introduction = page.getByRole("complementary", { name: "Introduction" });
  await expect(introduction).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Cluster spec, YAML/ })).toBeAttached();
  const shifts = await page.evaluate(() => "shifts" in window && window.shifts);
  expect(Array.isArray(shifts) ? shifts.reduce((sum, value) => sum + value, 0) : null).toBeLessThanOrEqual(
    0.02,
  );

  await introduction.getByRole("button", { name: "open another example" }).click();
  await closeByEscape(page, page.getByRole("dialog", { name: "Examples" }));
  await introduction.getByRole("button", { name: "Close the introduction" }).click();
  await expect(introduction).toBeHidden();
  await page.reload();
  await expect(page.getByRole("treeitem", { name: /hosts.toml/ }).first()).toBeVisible();
  await expect(introduction).toBeHidden();
});

test("an empty text says what to do", async ({ page }) => {
  await page.goto("/");
  await pasteSpec(page, "\n");
  await expect(
    areas(page).glass.getByText("Import a cluster spec or open an example.", { exact: false }),
  ).toBeVisible();
});
