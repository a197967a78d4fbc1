import type { Page } from "@playwright/test";
import { areas, editorText, expect, test } from "./support.js";

/** From now on the engine hears nothing until it is released. */
async function holdEngine(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
      held.push(() => post.apply(this, message));
    } as typeof post;
    addEventListener("release", () => {
      Worker.prototype.postMessage = post;
      for (const send of held) send();
    });
  });
  return () => page.evaluate(() => void dispatchEvent(new Event("release")));
}

test("switches, radios and checkboxes answer before the engine does", async ({ page }) => {
  const { design } = areas(page);
  const enabled = design.getByRole("switch", { name: "Spegel enabled" });
  const you = design.getByRole("radio", { name: "You" });
  const keep = design.getByRole("checkbox", { name: /Keep the hosts/ });
  await page.goto("/");
  await expect(keep).not.toBeChecked();
  const release = await holdEngine(page);
  await enabled.click();
  await expect(enabled).not.toBeChecked();
  await you.click();
  await expect(you).toBeChecked();
  await keep.click();
  await expect(keep).toBeChecked();
  await keep.click();
  await expect(keep).not.toBeChecked();
  await release();
  // Before the first edit the preview is of the text as it is, and so it is after the last one.
  await expect
    .poll(() => editorText(page))
    .toMatch(/enabled: false[\s\S]*containerdMirrorAdd: false[\s\S]*prependExisting: false/);
  await expect(page.locator("main[data-current=true]")).toBeVisible();
  await expect(enabled).not.toBeChecked();
  await expect(you).toBeChecked();
  await expect(keep).not.toBeChecked();
});

test("a change that is not made is taken back, with the reason", async ({ page }) => {
  const { design } = areas(page);
  const enabled = design.getByRole("switch", { name: "Spegel enabled" });
  await page.goto("/");
  await expect(enabled).toBeChecked();
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {
      throw new Error("the engine is gone");
    };
  });
  await enabled.click();
  await expect(page.getByText("Not changed: the engine is gone")).toBeVisible();
  await expect(enabled).toBeChecked();
});
