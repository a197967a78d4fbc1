import type { Page } from "@playwright/test";
import { areas, editorText, expect, test } from "./support.js";

/** From now on the engine hears nothing until it is released; or only not what is asked by one name. */
async function holdEngine(page: Page, only?: string): Promise<() => Promise<void>> {
  await page.evaluate((name) => {
    const post = Worker.prototype.postMessage;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, ...message: [{ readonly path?: string[] }]) {
      const send = () => post.apply(this, message);
      if (name === undefined || message[0].path?.includes(name)) held.push(send);
      else send();
    } as typeof post;
    addEventListener("release", () => {
      Worker.prototype.postMessage = post;
      for (const send of held) send();
    });
  }, only);
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

test("what was asked for stays in view until the forms have read it, however long that takes", async ({
  page,
}) => {
  const { design } = areas(page);
  const enabled = design.getByRole("switch", { name: "Spegel enabled" });
  await page.clock.install();
  await page.goto("/");
  await expect(enabled).toBeChecked();
  const release = await holdEngine(page, "inspect");
  await enabled.click();
  await expect.poll(() => editorText(page)).toContain("enabled: false");
  await page.clock.runFor(60_000);
  await expect(enabled).not.toBeChecked();
  await release();
  const spegel = design.getByRole("region", { name: "Spegel", exact: true });
  await expect(spegel.getByText("Written for the whole cluster")).toBeVisible();
  await expect(enabled).not.toBeChecked();
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
