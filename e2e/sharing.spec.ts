import { expect, test, typeSpec } from "./support.js";

test("a Secret in the text is never shared, and its place is shown", async ({ page }) => {
  await page.goto("/?example=cluster-with-secrets");
  await expect(page.getByRole("treeitem", { name: /hosts.toml/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/Secret/);
  await expect(dialog.getByRole("button", { name: /share anyway/ })).toHaveCount(0);
  await dialog
    .getByRole("button", { name: /^Line \d+/ })
    .first()
    .click();
  await expect(dialog).toBeHidden();
});

test("what looks like a credential is shared only after it was looked at", async ({ page }) => {
  await page.goto("/");
  await typeSpec(page, "spec:\n  kublrAgentConfig:\n    registry:\n      password: hunter2-hunter2\n");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByRole("button", { name: "Line 4" })).toBeVisible();
  await dialog.getByRole("button", { name: /share anyway/ }).click();
  await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s\/[\w-]{22}$/);
});

test("without the server everything but sharing works, and sharing says so", async ({ page }) => {
  await page.goto("/");
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect(page.getByText(/An empty file: no mirrors/)).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Create link" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("The server does not answer");
});

test("a shared page says when there is nothing to show", async ({ page, request }) => {
  await test.step("an unknown id", async () => {
    await page.goto(`/s/${"a".repeat(22)}`);
    await expect(page.getByRole("heading", { name: "There is no such share" })).toBeVisible();
    await expect(page.locator('meta[name="robots"][content="noindex"]')).toBeAttached();
  });
  await test.step("a deleted share", async () => {
    const created = await request.post("/api/v1/shares", { data: { spec: "spec: {}\n" } });
    const { id, deleteToken } = await created.json();
    await request.delete(`/api/v1/shares/${id}`, { headers: { authorization: `Bearer ${deleteToken}` } });
    await page.goto(`/s/${id}`);
    await expect(page.getByRole("heading", { name: "This share is gone" })).toBeVisible();
  });
  await test.step("no server, until there is one again", async () => {
    const created = await request.post("/api/v1/shares", { data: { spec: "spec: {}\n", title: "Back" } });
    const { id } = await created.json();
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`/s/${id}`);
    await expect(page.getByRole("heading", { name: "The server does not answer" })).toBeVisible();
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "Back" })).toBeVisible();
  });
});

test("a shared page loads no editor", async ({ page, request }) => {
  const created = await request.post("/api/v1/shares", { data: { spec: "spec: {}\n", title: "Light" } });
  const { id } = await created.json();
  const scripts: string[] = [];
  page.on("request", (sent) => {
    if (sent.resourceType() === "script") scripts.push(sent.url());
  });
  await page.goto(`/s/${id}`);
  await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((url) => url.includes("spec-editor"))).toEqual([]);
});
