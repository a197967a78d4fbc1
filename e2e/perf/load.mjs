/** How pages load with nothing cached: largest contentful paint, layout shift, and the scripts before the editor. */
import { gzipSync } from "node:zlib";
import { freshPage, SIZES } from "./app.mjs";

/** Long after the last thing on the page has moved. */
const SETTLED_MS = 2_500;

/** @returns one row a page and size: lcp in ms, cls, and what moved when something did */
export async function measureLoads({ url, browser }) {
  const share = await createShare(url);
  const rows = [];
  for (const path of ["/", `/s/${share}`, "/inspect"]) {
    for (const size of SIZES) {
      const page = await freshPage(browser, size, observe);
      await page.goto(url + path, { waitUntil: "load" });
      await page.waitForTimeout(SETTLED_MS);
      const { lcp, shifts } = await page.evaluate(() => window.observed);
      const cls = shifts.reduce((sum, { value }) => sum + value, 0);
      rows.push({ page: path.startsWith("/s/") ? "/s/:id" : path, size, lcp, cls, shifts });
      await page.context().close();
    }
  }
  return rows;
}

/** @returns scripts that the browser asks for before it asks for the editor, the worker's included, with gzip sizes */
export async function scriptsBeforeEditor({ url, browser }) {
  const page = await freshPage(browser, SIZES[0]);
  const asked = [];
  page.context().on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js")) asked.push(request);
  });
  await page.goto(url);
  await page.getByRole("textbox", { name: /^Cluster spec, YAML/ }).waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.context().close();
  // The page and its worker tell of their requests independently of each other.
  const scripts = asked.map((request) => ({
    name: new URL(request.url()).pathname,
    start: request.timing().startTime,
  }));
  const editor = scripts.find(({ name }) => name.includes("/spec-editor-"));
  const first = scripts.filter(({ start }) => start < editor.start);
  return Promise.all(first.map(async ({ name }) => ({ name, gzip: await gzipSize(url + name) })));
}

async function gzipSize(url) {
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
}

/** Runs in the page. */
function observe() {
  const observed = { lcp: 0, shifts: [] };
  window.observed = observed;
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => {
    observed.lcp = startTime;
  });
  watch("layout-shift", ({ value, startTime, sources }) => {
    const moved = sources.map(({ node, previousRect, currentRect }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName} ${element?.className} ${previousRect.x},${previousRect.y} ${previousRect.width}x${previousRect.height} -> ${currentRect.x},${currentRect.y} ${currentRect.width}x${currentRect.height}`;
    });
    observed.shifts.push({ value, startTime, moved });
  });
}

async function createShare(url) {
  const answer = await fetch(`${url}/api/v1/shares`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      spec: "kind: Cluster\nmetadata:\n  name: shared\nspec:\n  nodes:\n    - name: a\n",
    }),
  });
  const { id } = await answer.json();
  return id;
}
