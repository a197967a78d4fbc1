import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect as baseExpect, type Locator, type Page } from "@playwright/test";

/** Tests never fail because the machine is busy: they wait long, and assert nothing on time. */
const PATIENCE_MS = 20_000;
const expect = baseExpect.configure({ timeout: PATIENCE_MS });

/** A spec of the gallery, as the repository has it. */
export function example(file: string): string {
  return readFileSync(new URL(`../examples/${file}`, import.meta.url), "utf8");
}

/**
 * Every test runs under the same watch: no request leaves the origin, nothing breaks the content security policy, and
 * no script throws.
 */
export const test = base.extend<{ watch: (page: Page) => void }>({
  watch: [
    async ({ page, baseURL }, use, testInfo) => {
      testInfo.setTimeout(6 * PATIENCE_MS);
      const faults: string[] = [];
      const watch = (watched: Page) => {
        watched.on("request", (request) => {
          const url = new URL(request.url());
          const own = url.origin === baseURL || url.protocol === "blob:" || url.protocol === "data:";
          if (!own) faults.push(`request to ${url.origin}`);
        });
        watched.on("console", (message) => {
          if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
        });
        watched.on("pageerror", (error) => faults.push(error.message));
      };
      watch(page);
      await use(watch);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** The areas of the page. */
export function areas(page: Page) {
  return {
    design: page.getByRole("region", { name: "Design" }),
    glass: page.getByRole("region", { name: "Looking glass" }),
    problems: page.getByRole("region", { name: "Problems" }),
    tree: page.getByRole("tree"),
  };
}

export function editor(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Cluster spec, YAML/ });
}

/** The text in the editor, by way of the clipboard. */
export async function editorText(page: Page): Promise<string> {
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  return copied(page);
}

/** Pastes a text where the focus is, as people do: a large one takes the browser long to type. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("Control+v");
}

/** What the clipboard holds. */
export async function copied(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Does something, and waits for a button that is called so only for a moment: the page itself looks out for it. */
export async function expectBriefly(page: Page, button: string, act: () => Promise<void>): Promise<void> {
  const lookout = await page.evaluateHandle((name) => {
    const isShown = () =>
      [...document.querySelectorAll("button")].some(
        (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
      );
    const seen = new Promise<void>((resolve) => {
      new MutationObserver(() => isShown() && resolve()).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ["aria-label"],
      });
    });
    return { seen };
  }, button);
  await act();
  await lookout.evaluate(({ seen }) => seen);
}

/** Pastes over all that the editor holds; lines that are typed would be indented, or not, as they have been read yet. */
export async function pasteSpec(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  await paste(page, text);
}

export async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("dialog").getByRole("button", { name: title }).click();
  await expect(page.getByRole("banner").getByText(`Example: ${title}`)).toBeVisible();
}

/** Closes a dialog by Escape; one that has just come hears it once it has the focus. */
export async function closeByEscape(page: Page, dialog: Locator): Promise<void> {
  await expect.poll(() => dialog.evaluate((open) => open.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

export async function openPalette(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Find anything" }).click();
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
}

/** Types into the open palette, and takes what it finds first. */
export async function takeFromPalette(page: Page, typed: string, found: string): Promise<void> {
  await page.keyboard.insertText(typed);
  await expect(page.getByRole("option", { selected: true })).toContainText(found);
  await page.keyboard.press("Enter");
}

/** Files of the certs.d tree, as assistive technology hears them. */
export async function treeFiles(page: Page): Promise<string[]> {
  const labels = await areas(page)
    .tree.getByRole("treeitem")
    .evaluateAll((items) => items.map((item) => item.getAttribute("aria-label")));
  return labels.filter((label) => label !== null);
}

/** Presses Tab until a control has the focus. */
export async function tabTo(page: Page, control: Locator, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${control}`);
}

/** Goes on by an arrow key to the next of a few; the choice follows the focus for as long as the key is down. */
export async function arrowTo(page: Page, arrow: string, next: Locator): Promise<void> {
  await page.keyboard.down(arrow);
  await expect(next).toBeFocused();
  await page.keyboard.up(arrow);
}

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe looks at of a page, where it is not the whole of it. */
export interface PageParts {
  readonly within?: string | undefined;
  readonly without?: string | undefined;
}

/** axe finds nothing on the page, or in one part of it. */
export async function expectNoViolations(page: Page, { within, without }: PageParts = {}): Promise<void> {
  // The other mode opens a page more to put the answers of frames together: there are no frames here.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(AXE_TAGS)
    .setLegacyMode();
  if (within) axe.include(within);
  if (without) axe.exclude(without);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 160)) })),
  ).toEqual([]);
}

/** The same, in the light and in the dark. */
export async function expectNoViolationsInAnyTheme(page: Page, parts?: PageParts): Promise<void> {
  // The editor keeps the page busy while it starts in the place of the plain text.
  await expect(page.locator('[aria-label="Cluster spec"]')).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await test.step(colorScheme, async () => {
      await page.emulateMedia({ colorScheme });
      // The editor takes the theme from the app, which is told of the change.
      const old = colorScheme === "dark" ? ".monaco-editor.vs" : ".monaco-editor.vs-dark";
      await expect(page.locator(old)).toHaveCount(0);
      await drawn(page);
      await expectNoViolations(page, parts);
    });
  }
}

/** Two frames have been drawn, and nothing is on its way any more: what was to be changed has been. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    // One whose element goes away is cancelled, which rejects.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

export { expect };
