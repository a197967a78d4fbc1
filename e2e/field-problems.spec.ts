import { keyboard } from "./keyboard.js";
import {
  areas,
  editor,
  editorText,
  expect,
  expectNoViolationsInAnyTheme,
  pasteSpec,
  test,
} from "./support.js";

const spec = (addon: string, group = "") => `kind: Cluster
spec:
  nodes:
    - name: web
${group}  kublrAgentConfig:
    cluster:
      addon:
        spegel:
${addon}`;

const WRONG = spec(`          enabled: "yes please"
          helm_values:
            spegel:
              containerdMirrorAdd: nope
              prependExisting: 5
              resolveTags: maybe
              logLevel: 3
            resources: none
`);

test("what is wrong with a value stands beside its field, and the form claims nothing", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await pasteSpec(page, WRONG);

  await test.step("Spegel is neither on nor off", async () => {
    const enabled = design.getByRole("radiogroup", { name: "Spegel enabled" });
    await expect(enabled).toHaveAttribute("aria-invalid", "true");
    await expect(enabled).toHaveAccessibleDescription(/must be true or false, but this is text/);
    await expect(enabled.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(design.getByText("yes please", { exact: true })).toBeVisible();
    await expect(design.getByText("neither on nor off")).toBeVisible();
    await expect(design.getByRole("switch", { name: "Spegel enabled" })).toHaveCount(0);
  });

  await test.step("nobody is said to write hosts.toml", async () => {
    const writer = design.getByRole("radiogroup", { name: /^Who writes hosts.toml/ });
    await expect(writer).toHaveAccessibleDescription(/containerdMirrorAdd must be true or false/);
    await expect(writer.getByRole("radio", { checked: true })).toHaveCount(0);
  });

  await test.step("a checkbox is neither", async () => {
    const keep = design.getByRole("checkbox", { name: /^Keep the hosts/ });
    await expect(keep).toHaveAttribute("aria-invalid", "true");
    await expect(keep).toHaveAccessibleDescription(/prependExisting must be true or false/);
    expect(await keep.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  });

  await test.step("chart values: a switch, a text, a map", async () => {
    const tags = design.getByRole("radiogroup", { name: "Resolve tags" });
    await expect(tags).toHaveAccessibleDescription(/resolveTags must be true or false/);
    await design.getByRole("button", { name: /^More chart values/ }).click();
    const level = design.getByRole("textbox", { name: "spegel.logLevel" });
    const combo = design.getByRole("combobox", { name: "spegel.logLevel" });
    await expect(level.or(combo)).toHaveAttribute("aria-invalid", "true");
    await expect(level.or(combo)).toHaveAccessibleDescription(/logLevel must be/);
    const resources = design.getByRole("group", { name: /^Resources/ });
    await expect(resources).toHaveAccessibleDescription(/resources must be a map/);
  });

  await test.step("a choice mends it", async () => {
    await design
      .getByRole("radiogroup", { name: "Spegel enabled" })
      .getByRole("radio", { name: "On" })
      .click();
    await expect(design.getByRole("switch", { name: "Spegel enabled" })).toBeChecked();
    expect(await editorText(page)).toContain("enabled: true\n");
  });
});

test("by keyboard alone: from the wrong value to the right one", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await pasteSpec(page, WRONG);
  const enabled = design.getByRole("radiogroup", { name: "Spegel enabled" });
  await expect(enabled).toBeVisible();
  const keys = keyboard(page);
  await keys.to(enabled.getByRole("radio", { name: "On" }), "Shift+Tab");
  await keys.press("Space");
  await expect(design.getByRole("switch", { name: "Spegel enabled" })).toBeChecked();
});

test("a group shows what is wrong with the cluster's value that is in force there", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await pasteSpec(page, spec('          enabled: "on"\n'));
  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Group web" });
  const enabled = design.getByRole("radiogroup", { name: "Spegel enabled" });
  await expect(enabled).toHaveAccessibleDescription(/From the whole cluster.*must be true or false/);
});

test("inside a string of YAML a problem stands at its own value, not at its neighbours", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await pasteSpec(
    page,
    spec(
      "          helm_values: |\n            spegel:\n              resolveTags: maybe\n              logLevel: null\n",
    ),
  );
  const tags = design.getByRole("radiogroup", { name: "Resolve tags" });
  await expect(tags).toHaveAccessibleDescription(/resolveTags must be true or false/);
  const writer = design.getByRole("radiogroup", { name: /^Who writes hosts.toml/ });
  await expect(writer.getByRole("radio", { name: "Spegel" })).toBeChecked();
  expect(await writer.getAttribute("aria-describedby")).toBeNull();
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("in forms full of wrong values", async ({ page }) => {
    await page.goto("/");
    await expect(editor(page)).toBeAttached();
    await pasteSpec(page, WRONG);
    await expect(areas(page).design.getByRole("radiogroup", { name: "Spegel enabled" })).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });
});

test("at the narrowest Design nothing runs over its card", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/?example=vsphere-ha");
  const { design } = areas(page);
  const splitter = page.getByRole("separator", { name: "Width of Design", exact: true });
  await splitter.focus();
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press("ArrowLeft");
  await expect(splitter).toHaveAttribute("aria-valuenow", "20");
  for (const card of await design.getByRole("radio").all()) {
    const isInside = await card.evaluate((element) => element.scrollWidth <= element.clientWidth);
    expect(isInside).toBe(true);
  }
});

test("the note of a line shows all of its text, and its height stays", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/?example=vsphere-ha");
  const lines = page.getByRole("button", { name: /^Line \d+: / });
  await expect(lines.first()).toBeVisible();
  const note = page.locator("article .bg-sunken").last();
  const heights = new Set<number>();
  for (const line of await lines.all()) {
    await line.focus();
    const { height, isCut } = await note.evaluate((box) => ({
      height: box.getBoundingClientRect().height,
      isCut: box.scrollHeight > box.clientHeight,
    }));
    heights.add(height);
    expect(isCut).toBe(false);
  }
  expect(heights.size).toBe(1);
});

test("F8 and the quick fixes: the whole message, in the page's type", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/?example=override-internal-mirror");
  await expect(editor(page)).toBeAttached();
  await expect(page.locator(".squiggly-warning")).not.toHaveCount(0);
  await editor(page).focus();
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  const box = page.locator(".marker-widget");
  const message = box.locator(".message");
  await expect(message).toBeVisible();
  await expect
    .poll(() =>
      message.evaluate((text) => {
        const outer = text.closest(".marker-widget")?.getBoundingClientRect();
        const inner = text.getBoundingClientRect();
        return (
          outer !== undefined && inner.right <= outer.right + 1 && text.scrollWidth <= text.clientWidth + 1
        );
      }),
    )
    .toBe(true);
  const typeface = (part: string) =>
    page
      .locator(part)
      .first()
      .evaluate((element) => getComputedStyle(element).fontFamily);
  const page_ = await typeface("body");
  expect(await typeface(".marker-widget .message")).toBe(page_);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+.");
  await expect(page.locator(".action-widget").filter({ visible: true })).toHaveCount(1);
  expect(await typeface(".action-widget .title")).toBe(page_);
});
