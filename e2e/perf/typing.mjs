/** How long after a key goes down the preview and the problems of the new text are on the screen. */
import { clusterWith, example } from "../../bench/lib/specs.mjs";
import { freshPage, SIZES } from "./app.mjs";

const KEYS = 60;
/** Longer than an answer takes: every key is measured alone. */
const PAUSE_MS = 400;

const SPECS = {
  standard: { text: example("10-aws-two-groups.yaml"), after: "shop-staging" },
  "60 groups": { text: clusterWith({ groups: 60, overrides: 24 }), after: "many-groups" },
};

/** @returns one row a spec: the times of single keys in ms, sorted */
export async function measureTyping({ url, browser }) {
  const rows = [];
  for (const [spec, { text, after }] of Object.entries(SPECS)) {
    const page = await freshPage(browser, SIZES[0], observe);
    await openWith(page, url, text);
    await cursorBehind(page, after);
    // The first keys warm the compiler up.
    await type(page, 10);
    await page.evaluate(() => window.typing.times.splice(0));
    await type(page, KEYS);
    const times = await page.evaluate(() => window.typing.times);
    rows.push({ spec, times: times.toSorted((a, b) => a - b) });
    await page.context().close();
  }
  return rows;
}

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

async function type(page, count) {
  for (let i = 0; i < count; i++) {
    await page.keyboard.press("abcdefghij"[i % 10]);
    await page.waitForTimeout(PAUSE_MS);
  }
}

async function openWith(page, url, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(url);
  const editor = page.getByRole("textbox", { name: /^Cluster spec, YAML/ });
  await editor.waitFor({ state: "attached" });
  await editor.focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Control+Home");
  await page.waitForTimeout(4 * PAUSE_MS);
  await page.locator("main[data-current=true]").waitFor();
}

async function cursorBehind(page, word) {
  await page.locator(".view-line", { hasText: word }).first().click();
  await page.keyboard.press("End");
}

/** Runs in the page. A time ends with the task after the frame in which the page shows the new text's answer. */
function observe() {
  const typing = { times: [], down: null };
  window.typing = typing;
  addEventListener(
    "keydown",
    (event) => {
      typing.down = event.timeStamp;
    },
    { capture: true },
  );
  const shown = () => {
    const { down } = typing;
    if (down === null) return;
    typing.down = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => typing.times.push(performance.now() - down);
      port2.postMessage(null);
    });
  };
  addEventListener("DOMContentLoaded", () =>
    new MutationObserver((records) => {
      if (records.some(({ target }) => target.dataset.current === "true")) shown();
    }).observe(document.body, { subtree: true, attributeFilter: ["data-current"] }),
  );
}
