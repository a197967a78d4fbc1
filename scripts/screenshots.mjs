/** npm run screenshots: pictures of the built app's main screens, for README.md and docs/tour.md. */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { withApp } from "../e2e/perf/app.mjs";
import { root } from "./lib/paths.mjs";
import { exitWith } from "./lib/run.mjs";

const FOLDER = join(root, "docs/screenshots");
/** Of one picture: they are part of every clone. */
const MAX_BYTES = 250_000;

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const SCREENS = [
  { name: "workbench-light", query: "example=override-internal-mirror&phase=running" },
  { name: "workbench-dark", query: "example=override-internal-mirror&phase=running", colorScheme: "dark" },
  { name: "overview", query: "example=vsphere-ha&glass=overview" },
  {
    name: "pull-path",
    query: "example=air-gapped&glass=pull-path&phase=running&image=quay.io/prometheus/node-exporter:v1.8.2",
  },
  { name: "changes", query: "example=mirror-add-off", prepare: showChanges },
  { name: "phone", query: "example=vsphere-ha&glass=overview&view=glass", viewport: PHONE },
];

try {
  mkdirSync(FOLDER, { recursive: true });
  await withApp(async ({ url, browser }) => {
    for (const screen of SCREENS) await take(browser, url, screen);
  });
} catch (error) {
  exitWith(error);
}

async function take(browser, url, { name, query, prepare, viewport = DESK, colorScheme = "light" }) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${url}/?${query}`);
  await page.getByRole("banner").getByText("Example:").waitFor({ state: "attached" });
  await page.waitForURL((at) => at.searchParams.has("example"));
  await settled(page);
  // Two lines for a first visit; a picture shows what comes after.
  await page.getByRole("button", { name: "Close the introduction" }).click();
  await prepare?.(page);
  await settled(page);
  // Where the focus went when the introduction closed is no part of the picture.
  await page.evaluate(() => document.activeElement?.blur());
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path });
  await context.close();
  const { size } = statSync(path);
  if (size > MAX_BYTES) throw new Error(`${name}.png has ${size} bytes, more than ${MAX_BYTES}.`);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
}

/** The engine has answered, all that loads late is there, and so are the fonts. */
async function settled(page) {
  await page.locator("main[data-current=true]").waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
}

async function showChanges(page) {
  await page.getByRole("radio", { name: "Spegel", exact: true }).click();
  await settled(page);
  await page.getByRole("button", { name: "Changes", exact: true }).click();
  await page.getByRole("heading", { name: "Files on the nodes" }).waitFor();
}
