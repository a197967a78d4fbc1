import type { Page } from "@playwright/test";
import { keyboard } from "./keyboard.js";
import { drawn, editor, editorText, expect, expectNoViolations, test } from "./support.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** 1280 by 1024 at 400 %, a phone on its side, and windows at 200 % and 400 %. */
const SIZES = [
  { width: 320, height: 256 },
  { width: 844, height: 390 },
  { width: 360, height: 225 },
  { width: 720, height: 450 },
  { width: 1280, height: 480 },
] as const;

const PICTURES = process.env.E2E_PICTURES;

/** How the page scrolls, and what in it scrolls by itself; code may, sideways. */
async function scrolling(page: Page) {
  await drawn(page);
  return page.evaluate(() => {
    const root = document.documentElement;
    const within = [...document.querySelectorAll("main *")].filter((element) => {
      if (element.closest(".monaco-editor, textarea")) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCode = element.matches(":has(> pre), :has(> li > code), [role=tablist]");
      const isWide = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isHigh = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return isHigh || (isWide && !isCode);
    });
    return {
      sideways: root.scrollWidth > root.clientWidth,
      down: root.scrollHeight > root.clientHeight,
      within: within.map((element) => element.className),
    };
  });
}

const PANES: Readonly<
  Record<string, { readonly tab: string; readonly query: string; readonly shows: string }>
> = {
  "the files": { tab: "Looking glass", query: "&view=glass", shows: "article pre" },
  "the pull path": {
    tab: "Looking glass",
    query: "&view=glass&shows=pull-path",
    shows: "section[aria-label=Outcome]",
  },
  design: { tab: "Design", query: "&view=design", shows: "section[aria-label=Spegel]" },
  spec: { tab: "Spec", query: "&view=spec", shows: ".monaco-editor" },
  problems: { tab: "Problems", query: "&view=problems", shows: "main ul" },
};

for (const size of SIZES) {
  test.describe(`${size.width} by ${size.height}`, () => {
    test.use({ viewport: size });
    for (const [name, { tab, query, shows }] of Object.entries(PANES)) {
      test(`${name}: the page scrolls as a whole, and all of it can be seen`, async ({ page }) => {
        await page.goto(`/?example=override-internal-mirror&phase=running${query}`);
        await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
        if (name === "the pull path") await page.getByRole("radio", { name: "Pull path" }).click();
        const shown = page.locator(shows).first();
        await expect(shown).toBeVisible();
        // The list of problems may be short enough.
        if (name !== "problems") await expect.poll(async () => (await scrolling(page)).down).toBe(true);
        const { sideways, within } = await scrolling(page);
        expect(sideways).toBe(false);
        expect(within).toEqual([]);
        await shown.scrollIntoViewIfNeeded();
        await shown.evaluate((element) => element.scrollIntoView({ block: "start" }));
        const seen = await shown.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return Math.min(bottom, window.innerHeight) - Math.max(top, 0);
        });
        const whole = await shown.evaluate((element) => element.getBoundingClientRect().height);
        expect(seen).toBeGreaterThanOrEqual(Math.min(whole, size.height * 0.7) - 1);
        if (PICTURES) {
          await page.screenshot({
            path: `${PICTURES}/short-${size.width}-${name.replaceAll(" ", "-")}.png`,
            fullPage: true,
          });
        }
      });
    }
  });
}

test.describe("at 400 %", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("by keyboard alone: what has the focus is in view", async ({ page }) => {
    await page.goto("/?example=override-internal-mirror");
    const keys = keyboard(page);
    await page.getByRole("tab", { name: "Looking glass" }).click();
    await expect(page.getByRole("treeitem", { selected: true })).toBeVisible();
    for (const control of [
      page.getByRole("radio", { name: "Files" }),
      page.getByRole("treeitem", { selected: true }),
      page.getByRole("button", { name: /^Line 1/ }),
    ]) {
      await keys.to(control);
      await expect(control).toBeInViewport({ ratio: 0.8 });
    }
  });

  test("a problem leads to its line, and the editor takes text", async ({ page }) => {
    await page.goto("/?example=override-internal-mirror");
    await page.getByRole("tab", { name: /^Problems/ }).click();
    await page
      .getByRole("button", { name: /is set aside when Spegel starts/ })
      .first()
      .click();
    await expect(editor(page)).toBeFocused();
    await expect(page.locator(".monaco-editor").first()).toBeInViewport({ ratio: 0.5 });
    expect(await editorText(page)).toContain("my-mirror.internal");
  });

  test("a dialog can be read to its end", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    const last = dialog.getByRole("button").last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
  });

  for (const path of ["/inspect", "/playground"]) {
    test(`${path} scrolls as a whole`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("main")).toBeVisible();
      await expect.poll(async () => (await scrolling(page)).down).toBe(true);
      const { sideways, within } = await scrolling(page);
      expect({ sideways, within }).toEqual({ sideways: false, within: [] });
      await expectNoViolations(page);
    });
  }

  test("a shared page and the changes do", async ({ page }) => {
    const created = await page.request.post("/api/v1/shares", {
      data: { spec: "kind: Cluster\nspec: {}\n" },
    });
    await page.goto(`/s/${(await created.json()).id}`);
    await expect(page.getByRole("tree")).toBeVisible();
    await expect.poll(async () => (await scrolling(page)).down).toBe(true);
    expect((await scrolling(page)).sideways).toBe(false);
    await page.goto("/?example=vsphere-ha&page=changes");
    await expect(page.getByRole("heading", { name: "Changes" })).toBeVisible();
    expect((await scrolling(page)).sideways).toBe(false);
  });
});

test("at ordinary heights the page never scrolls", async ({ page }) => {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
    { width: 1280, height: 501 },
  ]) {
    await page.setViewportSize(size);
    await page.goto("/?example=override-internal-mirror");
    await expect(page.getByRole("tab").first()).toBeVisible();
    expect((await scrolling(page)).down).toBe(false);
  }
});
