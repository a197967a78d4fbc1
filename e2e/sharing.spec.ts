import { keyboard } from "./keyboard.js";
import { areas, editor, example, expect, pasteSpec, test } from "./support.js";

test.describe("before anything is sent", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/api/v1/shares", (route) => {
      const sent = route.request().postData() ?? "";
      // The server would refuse it; it must never come to that.
      return sent.includes("kind: Secret") ? route.abort("failed") : route.continue();
    });
  });

  test("Secrets are shown with their places, and one click removes them", async ({ page }) => {
    await page.goto("/?example=cluster-with-secrets");
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ }).first()).toBeVisible();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("Kubernetes Secrets are never shared")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Create link" })).toBeDisabled();
    await dialog.getByRole("radio", { name: "Self-contained link" }).click();
    await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveCount(0);
    await dialog.getByRole("radio", { name: "Short link" }).click();

    await test.step("to the place", async () => {
      await dialog
        .getByRole("button", { name: /^Line \d+/ })
        .first()
        .click();
      await expect(dialog).toBeHidden();
      await expect(editor(page)).toBeFocused();
    });

    await page.getByRole("button", { name: "Share", exact: true }).click();
    await dialog.getByRole("button", { name: /^Remove .* from the text$/ }).click();
    await expect(dialog.getByText("Kubernetes Secrets are never shared")).toBeHidden();
    await dialog.getByRole("button", { name: "Create link" }).click();
    await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s\/[\w-]{22}$/);
    await page.keyboard.press("Escape");
    await expect(page.getByText("kind: Secret")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(
      page
        .getByRole("region", { name: "Problems" })
        .getByText(/spec\/secret-document/)
        .first(),
    ).toBeVisible();
  });

  test("what looks like a credential is shared only after it was looked at", async ({ page }) => {
    await page.goto("/");
    await pasteSpec(page, "spec:\n  kublrAgentConfig:\n    registry:\n      password: hunter2-hunter2\n");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("listitem")).toHaveText("Line 4The value of password");
    await expect(dialog.getByRole("button", { name: "Create link" })).toBeDisabled();
    await dialog.getByRole("checkbox", { name: /they may be shared/ }).check();
    await dialog.getByRole("button", { name: "Create link" }).click();
    await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s\/[\w-]{22}$/);
  });
});

test("own links are listed, and deleted for good after a second look", async ({ page, request }) => {
  await page.goto("/");
  const dialog = page.getByRole("dialog");
  const share = page.getByRole("button", { name: "Share", exact: true });
  await share.click();
  await dialog.getByRole("textbox", { name: "Title" }).fill("For the review");
  await dialog.getByRole("radio", { name: "1 day" }).click();
  await dialog.getByRole("button", { name: "Create link" }).click();
  const url = await dialog.getByRole("textbox", { name: /The link/ }).inputValue();
  const id = url.slice(url.lastIndexOf("/") + 1);
  await page.reload();
  await expect(dialog.getByRole("link", { name: "For the review" })).toHaveAttribute("href", url);

  await dialog.getByRole("button", { name: "Delete the link For the review" }).click();
  await dialog.getByRole("button", { name: "Keep" }).click();
  expect((await request.get(`/api/v1/shares/${id}`)).status()).toBe(200);
  await dialog.getByRole("button", { name: "Delete the link For the review" }).click();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  // The button that asks has taken the place of the link: the whole row goes once the server has answered.
  await expect(dialog.getByRole("heading", { name: "Your short links" })).toHaveCount(0);
  expect((await request.get(`/api/v1/shares/${id}`)).status()).toBe(410);
});

test("a link that was deleted is not offered any more; another can be made", async ({ page, request }) => {
  await page.goto("/");
  const dialog = page.getByRole("dialog");
  const link = dialog.getByRole("textbox", { name: /The link/ });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(link).toHaveValue(/\/s\/[\w-]{22}$/);
  const first = await link.inputValue();
  await dialog.getByRole("button", { name: "Delete the link shop-staging" }).click();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog.getByRole("heading", { name: "Your short links" })).toHaveCount(0);
  await expect(link).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Copy link" })).toHaveCount(0);
  await expect(dialog.getByRole("link", { name: "Open it in a new tab" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(link).toHaveValue(/\/s\/[\w-]{22}$/);
  expect(await link.inputValue()).not.toBe(first);
  const id = (await link.inputValue()).slice(-22);
  expect((await request.get(`/api/v1/shares/${id}`)).status()).toBe(200);
});

test("one that another tab has deleted is not offered either", async ({ page, context, watch }) => {
  await page.goto("/");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByRole("textbox", { name: /The link/ })).toBeVisible();
  const second = await context.newPage();
  watch(second);
  await second.goto("/");
  await second.getByRole("button", { name: "Share", exact: true }).click();
  await second.getByRole("button", { name: "Delete the link shop-staging" }).click();
  await second.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(second.getByRole("heading", { name: "Your short links" })).toHaveCount(0);
  await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveCount(0);
});

test("a link has the title that is shown: with another title another one is made", async ({
  page,
  request,
}) => {
  await page.goto("/");
  const dialog = page.getByRole("dialog");
  const title = dialog.getByRole("textbox", { name: "Title" });
  const link = dialog.getByRole("textbox", { name: /The link/ });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(link).toBeFocused();
  const first = await link.inputValue();
  await title.pressSequentially("!");
  await expect(link).toHaveCount(0);
  await title.press("Backspace");
  await expect(link).toHaveValue(first);
  await expect(title).toBeFocused();
  await title.fill("Second");
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(link).toHaveValue(/\/s\/[\w-]{22}$/);
  const shared = await request.get(`/api/v1/shares/${(await link.inputValue()).slice(-22)}`);
  expect(await shared.json()).toMatchObject({ title: "Second" });
  await expect(dialog.getByRole("link", { name: "shop-staging" })).toHaveAttribute("href", first);
});

test("by keyboard alone: a link is made, deleted, and made anew under another title", async ({ page }) => {
  await page.goto("/");
  const keys = keyboard(page);
  const dialog = page.getByRole("dialog");
  const link = dialog.getByRole("textbox", { name: /The link/ });
  await keys.enter(page.getByRole("button", { name: "Share", exact: true }));
  await keys.enter(dialog.getByRole("button", { name: "Create link" }));
  await expect(link).toBeFocused();
  await keys.enter(dialog.getByRole("button", { name: "Delete the link shop-staging" }));
  await expect(dialog.getByRole("button", { name: "Keep" })).toBeFocused();
  await keys.enter(dialog.getByRole("button", { name: "Delete", exact: true }));
  await expect(link).toHaveCount(0);
  await keys.fill(dialog.getByRole("textbox", { name: "Title" }), "Again", "Shift+Tab");
  await keys.enter(dialog.getByRole("button", { name: "Create link" }));
  await expect(link).toBeFocused();
  await expect(dialog.getByRole("link", { name: "Again" })).toBeVisible();
});

test("what takes long shows that it is under way", async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.goto("/");
  await page.route("**/api/v1/shares", async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Create link" }).click();
  await expect(page.getByRole("progressbar", { name: "Working", includeHidden: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Creating the link…" })).toHaveAttribute("aria-busy", "true");
  release();
  await expect(page.getByRole("textbox", { name: /The link/ })).toBeVisible();
  await expect(page.getByRole("progressbar", { includeHidden: true })).toHaveCount(0);
});

test("without the server everything but short links works, and sharing says so", async ({ page }) => {
  await page.goto("/");
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect(page.getByText(/An empty file: no mirrors/)).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Create link" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toContainText("The server does not answer");
  await dialog.getByRole("button", { name: "Make a self-contained link" }).click();
  await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s#1\./);
});

test("a shared page shows the problems and their places", async ({ page, request }) => {
  const spec = example("06-hosts-override-internal-mirror.yaml");
  const created = await request.post("/api/v1/shares", { data: { spec, title: "Problems" } });
  const { id } = await created.json();
  await page.goto(`/s/${id}`);
  const { problems } = areas(page);
  await problems.getByRole("button", { name: /line \d+ · spegel\/mirror-add-overwrites/ }).click();
  await expect(page.getByRole("region", { name: "Shared cluster spec, read-only" })).toBeFocused();
  await expect(problems.getByRole("button", { name: /^Keep my files/ })).toHaveCount(0);
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
