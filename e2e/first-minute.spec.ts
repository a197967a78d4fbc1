import { areas, closeByEscape, editor, expect, pasteSpec, tabTo, test } from "./support.js";

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

test("closed by mouse, the introduction leaves no ring around what has the focus next; by keyboard it does", async ({
  page,
}) => {
  const scope = page.getByRole("combobox", { name: "Scope" });
  const hasRing = () => scope.evaluate((control) => control.matches(":focus-visible"));
  const close = page.getByRole("button", { name: "Close the introduction" });
  await page.goto("/");
  await expect(scope).toBeVisible();
  await close.click();
  await expect(scope).toBeFocused();
  expect(await hasRing()).toBe(false);
  await page.evaluate(() => localStorage.removeItem("lookinglass.introduction-seen"));
  await page.reload();
  await expect(scope).toBeVisible();
  await tabTo(page, close);
  await page.keyboard.press("Enter");
  await expect(scope).toBeFocused();
  expect(await hasRing()).toBe(true);
});

test("the problems are counted once for who hears them", async ({ page }) => {
  await page.goto("/?example=override-internal-mirror");
  const { problems } = areas(page);
  await expect(problems.getByRole("button", { name: /^Problems 1 warning, \d+ notes?$/ })).toBeVisible();
});

test("that the forms wait lies on none of their headings", async ({ page }) => {
  await page.goto("/");
  const { design } = areas(page);
  const heading = design.getByRole("heading", { level: 3 }).first();
  await expect(heading).toBeVisible();
  const before = await heading.boundingBox();
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("]");
  const bar = design.getByText("The YAML does not parse: the forms wait.");
  await expect(bar).toBeInViewport({ ratio: 1 });
  // Nothing jumps, and what is in the middle of the heading is the heading.
  expect(await heading.boundingBox()).toEqual(before);
  const isFree = await heading.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(isFree).toBe(true);
});

test("an example that cannot be opened is called by its name, with the reason", async ({ page, context }) => {
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await page.getByRole("button", { name: "Examples" }).click();
  const dialog = page.getByRole("dialog", { name: "Examples" });
  await expect(dialog).toBeVisible();
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "HA on vSphere, overrides per group" }).click();
  const says = (text: string) => expect(page.getByRole("status").getByText(text)).toBeVisible();
  await says(
    "The example “HA on vSphere, overrides per group” could not be opened: this browser is offline.",
  );
  await context.setOffline(false);
  await page.route("**/assets/12-air-gapped*", (route) => route.abort());
  await page.getByRole("button", { name: "Examples" }).click();
  await dialog.getByRole("button", { name: "Air-gapped, one internal mirror" }).click();
  await says(
    "The example “Air-gapped, one internal mirror” could not be opened: the server does not answer.",
  );
  await expect(page.getByRole("banner").getByText("shop-staging")).toBeVisible();
  await page.goto("/?example=nowhere");
  await says("There is no example “nowhere”.");
});

test("an empty text says what to do", async ({ page }) => {
  await page.goto("/");
  await pasteSpec(page, "\n");
  await expect(
    areas(page).glass.getByText("Import a cluster spec or open an example.", { exact: false }),
  ).toBeVisible();
});
