import type { Page } from "@playwright/test";
import {
  areas,
  arrowTo,
  editor,
  editorText,
  example,
  expect,
  expectNoViolationsInAnyTheme,
  paste,
  pasteSpec,
  tabTo,
  test,
} from "./support.js";

const OWN_FILES = "mirror-add-off";
const ORIGINAL = example("08-mirror-add-off-with-overrides.yaml");

const changes = (page: Page) => page.getByRole("region", { name: "Changes", exact: true });

/** Lets Spegel write hosts.toml, in the form. */
async function letSpegelWrite(page: Page) {
  await areas(page).design.getByRole("radio", { name: "Spegel" }).click();
  await expect(areas(page).problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
}

function sixtyGroups(): string {
  const groups = Array.from({ length: 60 }, (_, index) => `    - name: group-${index}\n`).join("");
  return `kind: Cluster\nmetadata:\n  name: sixty\nspec:\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          enabled: true\n  nodes:\n${groups}`;
}

async function importText(page: Page, text: string) {
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().focus();
  await paste(page, text);
  await dialog.getByRole("button", { name: /^Open/ }).click();
  await expect(page.getByRole("banner").getByText("sixty")).toBeVisible();
}

test("YAML and files that differ, back to the opened text, undone; the browser's back leads out", async ({
  page,
}) => {
  await page.goto(`/?example=${OWN_FILES}`);
  await letSpegelWrite(page);
  await page.getByRole("banner").getByRole("button", { name: "Changes" }).click();
  await expect(page).toHaveURL(/page=changes/);
  await expect(
    changes(page).getByText("1 line of YAML; hosts.toml changes on master and default."),
  ).toBeVisible();

  await test.step("the line of YAML", async () => {
    const yaml = changes(page).getByRole("table", { name: "YAML as it was opened and now" });
    const row = yaml.getByRole("row", {
      name: /removed.*containerdMirrorAdd: false.*added.*containerdMirrorAdd: true/,
    });
    await expect(row).toBeVisible();
    await expect(yaml.getByText("spec:", { exact: true })).toBeHidden();
    await yaml.getByRole("button", { name: "4 unchanged lines" }).click();
    await expect(yaml.getByText("spec:", { exact: true }).first()).toBeVisible();
  });

  await test.step("a file, side by side", async () => {
    await changes(page)
      .getByRole("button", { name: /^_default\/hosts\.toml.*replaces yours/ })
      .first()
      .click();
    const file = changes(page).getByRole("table", { name: "_default/hosts.toml as it was and now" });
    await expect(file.getByRole("row", { name: /http:\/\/10\.0\.0\.11:30021/ })).toBeVisible();
  });

  await test.step("back, and undone", async () => {
    await changes(page).getByRole("button", { name: "Back to the opened text" }).click();
    await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(changes(page).getByRole("button", { name: "Back to the opened text" })).toBeVisible();
    await changes(page).getByRole("button", { name: "Back to the opened text" }).click();
    await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
  });

  await page.goBack();
  await expect(areas(page).design).toBeVisible();
  await expect.poll(() => editorText(page)).toBe(ORIGINAL);
});

test("by keyboard alone: open, unfold a file, back to the opened text, close", async ({ page }) => {
  await page.goto(`/?example=${OWN_FILES}`);
  await tabTo(page, areas(page).design.getByRole("radio", { name: "You" }));
  await arrowTo(page, "ArrowLeft", areas(page).design.getByRole("radio", { name: "Spegel" }));
  await expect(areas(page).problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
  const button = page.getByRole("banner").getByRole("button", { name: "Changes" });
  await tabTo(page, button, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  const file = changes(page)
    .getByRole("button", { name: /great-registry\.com\/hosts\.toml.*moved to _backup/ })
    .first();
  await expect(file).toBeVisible();
  await tabTo(page, file);
  await page.keyboard.press("Enter");
  await expect(file).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, changes(page).getByRole("button", { name: "Back to the opened text" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
  await expect(changes(page).getByRole("heading", { name: "Changes", exact: true })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(changes(page).getByText(/1 line of YAML/)).toBeVisible();
  await tabTo(page, changes(page).getByRole("button", { name: "Close the changes" }));
  await page.keyboard.press("Enter");
  await expect(areas(page).design.getByRole("radio", { name: "Spegel" })).toBeChecked();
});

test("sixty groups with the same change are one", async ({ page }) => {
  await page.goto("/");
  await importText(page, sixtyGroups());
  await areas(page).design.getByRole("switch", { name: "Spegel enabled" }).click();
  await page.getByRole("banner").getByRole("button", { name: "Changes" }).click();
  await expect(
    changes(page).getByText("1 line of YAML; hosts.toml changes on master and 60 groups."),
  ).toBeVisible();
  await expect(changes(page).getByRole("heading", { name: /group-0, group-1 and 58 more/ })).toBeVisible();
  await expect(changes(page).getByRole("heading", { level: 4 })).toHaveCount(2);
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("changes, nothing changed, a phone", async ({ page }) => {
    await page.goto(`/?example=${OWN_FILES}&page=changes`);
    await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
    await changes(page).getByRole("button", { name: "Go on designing" }).click();
    await letSpegelWrite(page);
    await page.getByRole("banner").getByRole("button", { name: "Changes" }).click();
    await changes(page)
      .getByRole("button", { name: /^_default\/hosts\.toml/ })
      .first()
      .click();
    await expectNoViolationsInAnyTheme(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(changes(page).getByRole("button", { name: "Back to the opened text" })).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });
});

test("a group under another name is the same group", async ({ page }) => {
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await pasteSpec(page, example("10-aws-two-groups.yaml").replace("name: batch", "name: nightly"));
  await page.getByRole("banner").getByRole("button", { name: "Changes" }).click();
  await expect(
    changes(page).getByText("1 line of YAML; batch renamed to nightly; no file changes on any node."),
  ).toBeVisible();
  await expect(changes(page).getByRole("heading", { name: "nightly renamed, was batch" })).toBeVisible();
});
