import type { Page } from "@playwright/test";
import { expect, expectNoViolationsInAnyTheme, test } from "./support.js";

const template = (page: Page) => page.getByRole("textbox", { name: "Template" });
const data = (page: Page) => page.getByRole("textbox", { name: "Data, YAML or JSON" });
const output = (page: Page) => page.getByRole("region", { name: "Output" });

const selected = (page: Page) =>
  template(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );

test("a template, its data, its output", async ({ page }) => {
  await page.goto("/playground");
  await expect(output(page).getByRole("listitem").nth(2)).toContainText('[host."http://10.0.1.11:30020"]');

  await template(page).fill("{{ range .hosts }}[host.'{{ . }}']\n{{ end }}");
  await data(page).fill("hosts: [a.example, b.example]");
  await expect(output(page).getByRole("listitem")).toHaveText(["[host.'a.example']", "[host.'b.example']"]);

  await page.reload();
  await expect(output(page).getByRole("listitem")).toHaveCount(2);
});

test("a line of the output leads to the line of the template that wrote it", async ({ page }) => {
  await page.goto("/playground");
  await output(page).getByRole("button", { name: "Line 4 of the template wrote line 3" }).click();
  await expect(template(page)).toBeFocused();
  await expect.poll(() => selected(page)).toBe('[host."http://{{ .config.node_address_ip }}:30020"]');
});

test("Go's errors, at their place; what had been written stays", async ({ page }) => {
  await page.goto("/playground");
  await template(page).fill("ok\n{{ .a.b.c }}");
  await data(page).fill("a: {b: text}");
  const status = output(page).getByRole("status");
  await expect(status).toContainText("can't evaluate field c in type interface {}");
  await expect(output(page).getByRole("listitem")).toHaveText(["ok"]);
  await status.getByRole("button", { name: "line 2, column 6" }).click();
  await expect.poll(() => selected(page)).toBe(".b.c }}");

  await data(page).fill("a: [");
  await expect(status).toContainText("The data cannot be read");
});

test("Sprig's functions are there when asked for", async ({ page }) => {
  await page.goto("/playground");
  await template(page).fill("{{ .a | upper }}");
  await data(page).fill("a: x");
  await expect(output(page).getByRole("status")).toContainText('function "upper" not defined');
  await page.getByRole("radio", { name: "Go and Sprig" }).click();
  await expect(output(page).getByRole("listitem")).toHaveText(["X"]);
});

test("the data of a role of the open spec; undo takes it back", async ({ page }) => {
  await page.goto("/?example=aws-two-groups");
  await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
  // The draft is written shortly after it has been opened, and at once when the page goes away.
  await page.goto("/playground");
  const before = await data(page).inputValue();
  await page.getByRole("button", { name: "Take from your spec" }).click();
  await page.getByRole("menuitem").last().click();
  await expect(data(page)).toHaveValue(/"node_address_ip": "10\.0\.2\.11"/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(data(page)).toHaveValue(before);
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("with an error, on any screen", async ({ page }) => {
    await page.goto("/playground");
    await template(page).fill("ok\n{{ .a.b.c }}");
    await data(page).fill("a: {b: text}");
    await expect(output(page).getByRole("status")).toContainText("line 2");
    await expectNoViolationsInAnyTheme(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoViolationsInAnyTheme(page);
  });
});
