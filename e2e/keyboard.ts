import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { arrowTo, expect } from "./support.js";

type Way = "Tab" | "Shift+Tab";

/** More than any page has controls. */
const MOST_PRESSES = 200;

/**
 * Somebody without a mouse. Every way begins where the last one ended, and fails when the focus was lost in between.
 * Out of the editor it leads as the editor says: Control+M lets Tab leave it.
 */
export function keyboard(page: Page) {
  const { keyboard: keys } = page;
  let hasBegun = false;
  let tabLeavesEditor = false;

  /** Goes to a control. */
  async function to(control: Locator, way: Way = "Tab"): Promise<void> {
    await expect(control).toBeEnabled();
    if (hasBegun) await expect(page.locator(":focus"), "the focus is somewhere").toHaveCount(1);
    hasBegun = true;
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      const focus = await control.evaluate(whereFocusIs);
      if (focus === "here") return;
      if (focus === "editor" && !tabLeavesEditor) {
        await keys.press("Control+m");
        tabLeavesEditor = true;
      }
      await keys.press(way);
    }
    throw new Error(`${way} never came to ${control}`);
  }

  /** Goes to a control and presses it. */
  async function enter(control: Locator, way?: Way): Promise<void> {
    await to(control, way);
    await keys.press("Enter");
  }

  /** Goes to a switch or checkbox and turns it. */
  async function turn(control: Locator, way?: Way): Promise<void> {
    await to(control, way);
    await keys.press("Space");
  }

  /** Goes to a field and types over what it holds. */
  async function fill(field: Locator, text: string, way?: Way): Promise<void> {
    await to(field, way);
    await keys.press("Control+a");
    await (text === "" ? keys.press("Delete") : keys.type(text));
  }

  /** Goes to what is chosen of a few, and on by arrow keys. */
  async function choose(chosen: Locator, arrow: string, next: Locator, way?: Way): Promise<void> {
    await to(chosen, way);
    await arrowTo(page, arrow, next);
  }

  /** Goes to a list of choices, and down in it to one. Letters would be taken for two words when they come slowly. */
  async function pick(list: Locator, option: string, way?: Way): Promise<void> {
    await to(list, way);
    const chosen = list.locator("option:checked");
    const options = await list.locator("option").allTextContents();
    for (const next of options.slice(options.indexOf((await chosen.textContent()) ?? "") + 1)) {
      await keys.press("ArrowDown");
      await expect(chosen).toHaveText(next);
      if (next === option) return;
    }
    throw new Error(`${option} is not below what is chosen in ${list}`);
  }

  return { to, enter, turn, fill, choose, pick, press: keys.press.bind(keys), type: keys.type.bind(keys) };
}

/** Runs in the page. */
function whereFocusIs(control: Element): "here" | "editor" | "elsewhere" {
  if (control === document.activeElement) return "here";
  const label = document.activeElement?.getAttribute("aria-label") ?? "";
  return label.startsWith("Cluster spec, YAML") ? "editor" : "elsewhere";
}

/** The document's text, exactly: what Control+S saves. */
export async function savedText(page: Page): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  return readFileSync(await (await downloading).path(), "utf8");
}
