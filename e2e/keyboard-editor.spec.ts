import { keyboard, savedText } from "./keyboard.js";
import { areas, editor, example, expect, paste, test } from "./support.js";

const MIRROR = example("06-hosts-override-internal-mirror.yaml");
const START = "spec:\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          ";

test.describe("by keyboard alone", () => {
  test("completion, then what the word means", async ({ page }) => {
    const keys = keyboard(page);
    const options = page.getByRole("listbox", { name: "Suggest" }).getByRole("option");
    await page.goto("/");
    await keys.to(editor(page));
    await keys.press("Control+a");
    await paste(page, START);
    await keys.press("Control+Space");
    await expect(options.filter({ hasText: "enabled" }).first()).toBeVisible();
    await keys.type("enabl");
    await expect(options).toHaveCount(1);
    await keys.press("Enter");
    await expect(options.filter({ hasText: "false" })).toBeVisible();
    await keys.type("fals");
    await expect(options).toHaveCount(1);
    await keys.press("Enter");
    await expect.poll(() => savedText(page)).toBe(`${START}enabled: false`);

    await keys.press("Home");
    await keys.press("Control+i");
    await expect(page.getByRole("tooltip").filter({ hasText: "enabled" })).toBeVisible();
    await keys.press("Escape");
    await expect(editor(page)).toBeFocused();
  });

  test("from mark to mark, a quick fix, and back by undo, form and fix on one stack", async ({ page }) => {
    const { design, problems } = areas(page);
    const keys = keyboard(page);
    const warning = problems.getByText("spegel/mirror-add-overwrites");
    await page.goto("/?example=override-internal-mirror");
    await expect(warning).toBeVisible();
    await keys.to(editor(page));
    await expect(page.locator(".squiggly-warning").first()).toBeVisible();
    await keys.press("Control+Home");
    await keys.press("F8");
    await expect(page.locator(".peekview-widget, .marker-widget").first()).toBeVisible();
    await keys.press("Escape");
    await keys.press("Control+.");
    // The list of problems has the same words.
    await expect(page.locator(".action-widget").getByText(/containerdMirrorAdd to false/)).toBeVisible();
    await keys.press("Enter");
    await expect(warning).toBeHidden();
    await keys.press("Control+End");
    await keys.type("#");
    await keys.turn(design.getByRole("radio", { name: "Spegel" }), "Shift+Tab");
    await expect(warning).toBeVisible();
    for (let step = 0; step < 3; step++) await keys.press("Control+z");
    await expect.poll(() => savedText(page)).toBe(MIRROR);
  });

  test("to the place from a problem, a form and a rendered line", async ({ page }) => {
    const { design, glass, problems } = areas(page);
    const keys = keyboard(page);
    const expectLine = async (line: number, text: RegExp) => {
      await expect(editor(page)).toBeFocused();
      await keys.press("End");
      await keys.type("#");
      await expect.poll(async () => (await savedText(page)).split("\n")[line - 1]).toMatch(text);
      await keys.press("Control+z");
    };
    await page.goto("/?example=override-internal-mirror");
    await keys.enter(problems.getByRole("button", { name: /line 4/ }), "Shift+Tab");
    await expectLine(4, /^ +containerd-default-hosts-override:#$/);
    await keys.enter(design.getByRole("button", { name: /^_default/ }), "Shift+Tab");
    await keys.enter(design.getByRole("button", { name: "Show in spec" }));
    await expectLine(4, /:#$/);
    await keys.to(glass.getByRole("button", { name: /^Line 1: Extension/ }));
    await keys.press("ArrowDown");
    await keys.press("Enter");
    await expectLine(8, /capabilities = .*#$/);
  });
});
