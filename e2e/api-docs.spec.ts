import { test } from "@playwright/test";
import { expect } from "./support.js";

test("the API can be read and tried at /api/docs, under the same policy as the app", async ({ page }) => {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto("/api/docs");
  await expect(page.getByRole("heading", { name: /^Lookinglass/ })).toBeVisible();

  await page
    .getByRole("button", { name: /post .*validate/i })
    .first()
    .click();
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.getByRole("button", { name: "Execute" }).click();
  await expect(page.locator(".live-responses-table tbody .response-col_status")).toHaveText(/200/);
  await expect(page.locator(".live-responses-table")).toContainText('"valid"');
  expect(faults).toEqual([]);
});
