import { gzipSync } from "node:zlib";
import type { Page, Request } from "@playwright/test";
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

/** Bytes after gzip, as the build counts them (apps/web/vite.config.ts). */
const MOST_SCRIPTS = 220_000;

test("a browser asks for 220 kB of scripts at most before it asks for the editor", async ({ page }) => {
  const asked: Request[] = [];
  page.context().on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js")) asked.push(request);
  });
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await page.waitForLoadState("networkidle");
  const [start = 0] = asked.filter(isOf("spec-editor")).map(startOf);
  const first = asked.filter((request) => startOf(request) < start);
  // All that is not needed for the preview comes after the editor, and only that.
  expect(first.filter(isOf("engine.worker"))).toHaveLength(1);
  expect(asked.filter(isOf("rest"))).toHaveLength(1);
  expect(first.filter(isOf("rest"))).toHaveLength(0);
  const sizes = await Promise.all(
    first.map(async (request) => {
      const answer = await page.request.get(request.url());
      return [request.url(), gzipSync(await answer.body()).length] as const;
    }),
  );
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(total, sizes.join("\n")).toBeLessThanOrEqual(MOST_SCRIPTS);
});

function isOf(chunk: string): (request: Request) => boolean {
  return (request) => request.url().includes(`/${chunk}-`);
}

/** The page and its worker tell of their requests independently of each other: their order is that of their times. */
function startOf(request: Request): number {
  return request.timing().startTime;
}

test.describe("the preview is there before the problems are", () => {
  const CHECKS = /\/rest-[^/]*\.js$/;

  for (const [name, path, found] of [
    ["none", "/", "No problems. Every node gets what the spec says."],
    [
      "some",
      "/?example=override-internal-mirror",
      /_default\/hosts\.toml .* is set aside when Spegel starts/,
    ],
  ] as const) {
    test(`and says that they are looked for: ${name}`, async ({ page }) => {
      const release = await heldBack(page, CHECKS);
      await page.goto(path);
      await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
      const problems = page.getByRole("region", { name: "Problems" });
      await expect(problems).toContainText("Looking for problems…");
      await expect(problems).not.toContainText("No problems");
      await expect(page.locator("main")).toHaveAttribute("data-current", "false");
      release();
      await expect(problems).toContainText(found);
      await expect(problems).not.toContainText("Looking for problems…");
      await expect(page.getByRole("switch", { name: "Spegel enabled" })).toBeVisible();
      await expect(editor(page)).toBeAttached();
    });
  }

  for (const size of [...SIZES, { width: 1280, height: 720 }]) {
    for (const [name, path, found] of [
      [
        "a warning with its fixes",
        "/?example=override-internal-mirror&view=glass",
        /is set aside when Spegel starts/,
      ],
      ["notes", "/?example=mirror-add-off&view=glass", /slow-fallback/],
      ["nothing", "/?view=glass", /No problems/],
    ] as const) {
      test(`and nothing moves when they come: ${name}, ${size.width} wide`, async ({ page }) => {
        await page.setViewportSize(size);
        const release = await heldBack(page, CHECKS);
        await page.goto(path);
        const tree = page.getByRole("tree");
        const content = page.getByRole("article");
        await expect(content).toBeVisible();
        const places = async () => [await tree.boundingBox(), await content.boundingBox()];
        const before = await places();
        release();
        await expect(page.locator("main[data-current=true]")).toBeVisible();
        await drawn(page);
        expect(await places()).toEqual(before);
        if (size.width < 1024) await page.getByRole("tab", { name: "Problems" }).click();
        await expect(page.getByText(found).first()).toBeVisible();
      });
    }
  }

  test("and says so when they cannot be looked for", async ({ page }) => {
    await page.route(CHECKS, (route) => route.fulfill({ status: 404 }));
    await page.goto("/");
    await expect(page.getByRole("region", { name: "Problems" })).toContainText(
      "The problems could not be looked for",
    );
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
    await expect(editor(page)).toBeAttached();
  });
});

/** Holds scripts back until the function that it gives is called. */
async function heldBack(page: Page, scripts: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(scripts, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

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
