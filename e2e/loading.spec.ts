import type { Page } from "@playwright/test";
import { drawn, editor, expect, test } from "./support.js";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** What may move while a page loads, as browsers count it (CLS). */
const MOST_SHIFT = 0.02;

const PAGES: Record<string, (page: Page) => Promise<void>> = {
  "the workbench": async (page) => {
    await page.goto("/?view=spec");
    await expect(editor(page)).toBeAttached();
    await expect(page.locator("main[data-current=true]")).toBeVisible();
  },
  "a shared page": async (page) => {
    const spec = "spec:\n  nodes:\n    - name: batch\n";
    const created = await page.request.post("/api/v1/shares", { data: { spec, title: "Staging" } });
    const { id } = await created.json();
    await page.goto(`/s/${id}`);
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
  },
  "inspecting a node": async (page) => {
    await page.goto("/inspect");
    await expect(page.getByRole("heading", { name: /\w/ }).first()).toBeVisible();
  },
};

test.describe("nothing moves while a page loads", () => {
  for (const [name, open] of Object.entries(PAGES)) {
    for (const size of SIZES) {
      test(`${name}, ${size.width} wide`, async ({ page }) => {
        await page.setViewportSize(size);
        await page.addInitScript(countShifts);
        await open(page);
        await settled(page);
        const shifts = await page.evaluate(() => window.layoutShifts);
        expect(
          shifts.reduce((sum, { value }) => sum + value, 0),
          JSON.stringify(shifts),
        ).toBeLessThanOrEqual(MOST_SHIFT);
      });
    }
  }
});

/** Nothing is asked for any more, and two frames have been drawn since. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await drawn(page);
}

declare global {
  interface Window {
    layoutShifts: { readonly value: number; readonly moved: readonly string[] }[];
  }
}

/** Runs in the page, before the app. */
function countShifts(): void {
  window.layoutShifts = [];
  const take = (entry: PerformanceEntry) => {
    // TypeScript's DOM types lack this entry of https://wicg.github.io/layout-instability/.
    const shift = entry as PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    };
    const moved = shift.sources.map(({ node }) =>
      node instanceof Element ? node.outerHTML : node?.nodeName,
    );
    window.layoutShifts.push({ value: shift.value, moved: moved.map((html) => String(html).slice(0, 120)) });
  };
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
    type: "layout-shift",
    buffered: true,
  });
}
