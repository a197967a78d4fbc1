import {
  largeSpecs,
  overridesOfCluster,
  SIXTY_BY_FORTY,
} from "../packages/designer/src/testing/large-specs.js";
import { areas, editor, expect, expectNoViolationsInAnyTheme, pasteSpec, tabTo, test } from "./support.js";

test.use({ viewport: { width: 1440, height: 900 } });

const SPEC = overridesOfCluster(SIXTY_BY_FORTY);

test.describe("60 groups and 40 registries that Spegel sets aside", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/");
    await expect(editor(page)).toBeAttached();
    await pasteSpec(page, SPEC);
    await expect(areas(page).problems.getByText(/40 files on all 61 roles are set aside/)).toBeVisible();
  });

  test("are few short rows: the list is not higher than the screen", async ({ page }) => {
    const { problems } = areas(page);
    const rows = problems.getByRole("list", { name: "Problems" });
    const texts = await rows.getByRole("listitem").allInnerTexts();
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text.length).toBeLessThan(600);
    expect((await rows.boundingBox())?.height).toBeLessThan(900);
  });

  test("list the files on demand, and each place can be chosen", async ({ page }) => {
    const { problems } = areas(page);
    await problems.getByRole("button", { name: "List 40: spegel/mirror-add-overwrites" }).click();
    await expect(problems.getByText(/^registry-39\..*hosts\.toml$/)).toHaveCount(1);
    await problems.getByRole("button", { name: "40 places: hosts/slow-fallback" }).click();
    const places = problems.getByRole("list", { name: "Places: hosts/slow-fallback" });
    await expect(places.getByRole("listitem")).toHaveCount(40);
    await places.getByRole("button", { name: /of registry-7\./ }).click();
    await expect(editor(page)).toBeFocused();
    await expect(page.getByText("mirror.registry-7.", { exact: false }).last()).toBeVisible();
  });

  test("unfold by the keyboard, and Enter goes to a place", async ({ page }) => {
    const { problems } = areas(page);
    await problems.getByRole("button").first().focus();
    const unfold = problems.getByRole("button", { name: "40 places: hosts/slow-fallback" });
    await tabTo(page, unfold);
    await page.keyboard.press("Enter");
    await expect(unfold).toHaveAttribute("aria-expanded", "true");
    const places = problems.getByRole("list", { name: "Places: hosts/slow-fallback" });
    await tabTo(page, places.getByRole("button", { name: /of registry-1\./ }));
    await page.keyboard.press("Enter");
    await expect(editor(page)).toBeFocused();
  });

  test("have no fault that axe finds, unfolded", async ({ page }) => {
    const { problems } = areas(page);
    await problems.getByRole("button", { name: "40 places: hosts/slow-fallback" }).click();
    await expect(problems.getByRole("list", { name: "Places: hosts/slow-fallback" })).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });

  test("tell why by the code, not by the message again", async ({ page }) => {
    const { problems } = areas(page);
    await problems.getByRole("button", { name: "Why: spegel/mirror-add-overwrites", exact: true }).click();
    await expect(problems.getByText(/Spegel moves everything under/)).toBeVisible();
  });
});

const SHAPES = [
  "a different fault in every file",
  "mirrors that are slow to fail, over http, with TLS options",
];

for (const [name, text] of Object.entries(largeSpecs(SIXTY_BY_FORTY)).filter(([each]) =>
  SHAPES.includes(each),
))
  test(`one screen of problems: ${name}`, async ({ page }) => {
    const { problems } = areas(page);
    await page.goto("/");
    await expect(editor(page)).toBeAttached();
    await pasteSpec(page, text);
    const rows = problems.getByRole("list", { name: "Problems" });
    await expect(rows.getByText(/agent\/version-unknown/)).toBeVisible();
    expect((await rows.boundingBox())?.height).toBeLessThan(900);
  });
