import type { Locator, Page } from "@playwright/test";
import { keyboard } from "./keyboard.js";
import { areas, drawn, editor, expect, expectNoViolations, openExample, test } from "./support.js";

test.use({ contextOptions: { forcedColors: "active", reducedMotion: "reduce" } });

/** How a control is drawn where colours are the system's: what a person can tell one from another by. */
async function look(control: Locator): Promise<string> {
  await expect(control).toBeVisible();
  await drawn(control.page());
  return control.evaluate((element) => {
    const { backgroundColor, color, borderTopColor, borderBottomColor } = getComputedStyle(element);
    return [backgroundColor, color, borderTopColor, borderBottomColor].join(" ");
  });
}

async function expectChosen(chosen: Locator, other: Locator): Promise<void> {
  expect(await look(chosen)).not.toBe(await look(other));
}

/** The system's colours, as the browser has them in this palette. */
function systemColour(page: Page, name: string): Promise<string> {
  return page.evaluate((colour) => {
    const probe = document.createElement("i");
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}

const hasBorder = (control: Locator) =>
  control.evaluate((element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
    return borderTopWidth !== "0px" && borderTopStyle !== "none" && borderTopColor !== backgroundColor;
  });

test("what is chosen is drawn otherwise than what is not, in every kind of control", async ({ page }) => {
  const { design, glass } = areas(page);
  await page.goto("/?example=vsphere-ha");
  const toggle = design.getByRole("switch", { name: "Spegel enabled" });

  await test.step("the switch, on and off", async () => {
    const on = await look(toggle);
    expect(on.startsWith(await systemColour(page, "Highlight"))).toBe(true);
    await toggle.click();
    await expect(toggle).not.toBeChecked();
    expect(await look(toggle)).not.toBe(on);
    expect(await hasBorder(toggle)).toBe(true);
    expect(await hasBorder(toggle.locator("span"))).toBe(true);
    await toggle.click();
  });

  const radio = (name: string, within: Locator = glass) => within.getByRole("radio", { name, exact: true });
  await test.step("segmented choices and cards", async () => {
    await expectChosen(radio("Files"), radio("Overview"));
    await expectChosen(radio("Bootstrap"), radio("Agent re-run"));
    await expectChosen(radio("You", design), radio("Spegel", design));
    const notChosen = await look(radio("Spegel", design));
    await radio("Spegel", design).click();
    await expect(radio("Spegel", design)).toBeChecked();
    expect(await look(radio("Spegel", design))).not.toBe(notChosen);
  });

  await test.step("role tabs: one is underlined and filled", async () => {
    const [first, second] = [page.getByRole("tab").first(), page.getByRole("tab").nth(1)];
    await expectChosen(first, second);
    const canvas = await systemColour(page, "Canvas");
    expect(await second.evaluate((tab) => getComputedStyle(tab).borderBottomColor)).toBe(canvas);
  });

  await test.step("the tree's row", async () => {
    await page.getByRole("tab", { name: /gpu/ }).click();
    const files = page.getByRole("treeitem", { name: /hosts\.toml/ });
    await files.first().click();
    await expectChosen(files.first(), files.nth(1));
  });

  await test.step("a pressed button", async () => {
    const compare = glass.getByRole("button", { name: "Compare" });
    const before = await look(compare);
    await compare.click();
    expect(await look(compare)).not.toBe(before);
    await compare.click();
  });

  await test.step("what if: a condition", async () => {
    await radio("Pull path").click();
    const down = glass.getByRole("switch", { name: "Registry down" });
    const before = await look(down);
    await down.click();
    await expect(down).toBeChecked();
    expect(await look(down)).not.toBe(before);
  });

  await test.step("the palette's option, a menu's item", async () => {
    await page.getByRole("button", { name: "Find anything" }).click();
    await expectChosen(
      page.getByRole("option", { selected: true }),
      page.getByRole("option", { selected: false }).first(),
    );
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem").first().hover();
    await expectChosen(page.getByRole("menuitem").first(), page.getByRole("menuitem").nth(1));
    await page.keyboard.press("Escape");
  });
});

test("by keyboard alone: the focus is seen on what is chosen and on what is not", async ({ page }) => {
  await page.goto("/?example=vsphere-ha");
  await expect(editor(page)).toBeAttached();
  const keys = keyboard(page);
  const outline = (control: Locator) =>
    control.evaluate((element) => {
      const { outlineStyle, outlineColor, outlineWidth, backgroundColor } = getComputedStyle(element);
      return {
        style: outlineStyle,
        seen: outlineColor !== backgroundColor && outlineColor !== "rgba(0, 0, 0, 0)",
        width: Number.parseFloat(outlineWidth),
      };
    });
  const { design, glass } = areas(page);
  for (const control of [
    page.getByRole("button", { name: "Share" }),
    design.getByRole("switch", { name: "Spegel enabled" }),
    design.getByRole("radio", { checked: true }),
    glass.getByRole("radio", { name: "Files" }),
    page.getByRole("tab").first(),
    page.getByRole("treeitem", { selected: true }),
  ]) {
    await keys.to(control);
    const { style, seen, width } = await outline(control);
    expect(style).not.toBe("none");
    expect(seen).toBe(true);
    expect(width).toBeGreaterThanOrEqual(2);
  }
});

test("who wrote a file has a shape, and what changed a sign and a line", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=aws-two-groups&phase=running");
  const shape = (kind: string) =>
    page
      .locator(`.dot.bg-${kind}`)
      .first()
      .evaluate((dot) => {
        const { borderRadius, rotate, backgroundColor, forcedColorAdjust } = getComputedStyle(dot);
        expectSeen(backgroundColor);
        return `${borderRadius} ${rotate} ${forcedColorAdjust}`;
        function expectSeen(colour: string) {
          if (colour === "rgba(0, 0, 0, 0)") throw new Error("the dot has no colour");
        }
      });
  const shapes = [await shape("spegel")];
  await page.goto("/?example=vsphere-ha");
  shapes.push(await shape("extension"));
  await page.goto("/?example=aws-two-groups&phase=bootstrap");
  shapes.push(await shape("kublr"));
  expect(new Set(shapes).size).toBe(3);

  await design.getByRole("radio", { name: "You", exact: true }).click();
  await page.getByRole("button", { name: "Changes" }).click();
  const sign = page.locator(".diff-sign").first();
  await expect(sign).toContainText("+");
  expect(await hasBorder(sign)).toBe(true);
});

test("buttons, chips and dialogs have edges", async ({ page }) => {
  await page.goto("/?example=vsphere-ha");
  expect(await hasBorder(page.getByRole("button", { name: "Share" }))).toBe(true);
  expect(await hasBorder(page.locator("article header span:has(> .dot)").first())).toBe(true);
  await page.getByRole("button", { name: "Share" }).click();
  expect(await hasBorder(page.getByRole("dialog"))).toBe(true);
  await page.keyboard.press("Escape");
  await page.getByRole("separator").first().focus();
  const line = (place: Locator) =>
    place.evaluate((element) => getComputedStyle(element, "::before").borderLeftColor);
  expect(await line(page.getByRole("separator").first())).not.toBe(
    await line(page.getByRole("separator").nth(1)),
  );
});

test("the editor takes a contrast theme, and gives it back", async ({ page }) => {
  await page.goto("/?example=vsphere-ha");
  await expect(page.locator(".monaco-editor.hc-black, .monaco-editor.hc-light").first()).toBeAttached();
  await page.emulateMedia({ forcedColors: "none" });
  await expect(page.locator(".monaco-editor.hc-black, .monaco-editor.hc-light")).toHaveCount(0);
});

/** A picture of each screen goes to the report's folder when somebody asks for it. */
const PICTURES = process.env.E2E_PICTURES;

const SCREENS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  workbench: async (page) => {
    await page.goto("/?example=vsphere-ha");
    await expect(editor(page)).toBeAttached();
  },
  overview: async (page) => {
    await page.goto("/?example=vsphere-ha&shows=overview");
    await areas(page).glass.getByRole("radio", { name: "Overview" }).click();
    await expect(page.getByRole("grid")).toBeVisible();
  },
  "pull path": async (page) => {
    await page.goto("/?example=override-internal-mirror");
    await areas(page).glass.getByRole("radio", { name: "Pull path" }).click();
    await areas(page).glass.getByRole("switch", { name: "Registry down" }).click();
    await expect(page.getByRole("region", { name: "Outcome" })).toBeVisible();
  },
  changes: async (page) => {
    await page.goto("/?example=vsphere-ha");
    await areas(page).design.getByRole("radio", { name: "Spegel", exact: true }).click();
    await page.getByRole("button", { name: "Changes" }).click();
    await expect(page.getByRole("table", { name: /^YAML/ })).toBeVisible();
  },
  "share dialog": async (page) => {
    await page.goto("/?example=vsphere-ha");
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  palette: async (page) => {
    await page.goto("/?example=vsphere-ha");
    await page.getByRole("button", { name: "Find anything" }).click();
    await expect(page.getByRole("option", { selected: true })).toBeVisible();
  },
  inspect: async (page) => {
    await page.goto("/inspect");
    await page.getByRole("button", { name: "Try with sample files" }).click();
    await expect(page.getByRole("list", { name: /^Findings/ }).first()).toBeVisible();
  },
  playground: async (page) => {
    await page.goto("/playground");
    await expect(page.getByRole("textbox", { name: "Template" })).toBeVisible();
  },
  "a shared page": async (page) => {
    const spec = "kind: Cluster\nspec: {}\n";
    const created = await page.request.post("/api/v1/shares", { data: { spec } });
    await page.goto(`/s/${(await created.json()).id}`);
    await expect(page.getByRole("tree")).toBeVisible();
  },
};

for (const [screen, open] of Object.entries(SCREENS)) {
  test(`axe finds nothing: ${screen}`, async ({ page }) => {
    await open(page);
    await drawn(page);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/forced-${screen.replaceAll(" ", "-")}.png` });
    await expectNoViolations(page);
  });
}

test("a gallery's example opens as in any colours", async ({ page }) => {
  await page.goto("/");
  await openExample(page, "HA on vSphere, overrides per group");
});
