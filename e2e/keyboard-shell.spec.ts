import { keyboard, savedText } from "./keyboard.js";
import { areas, arrowTo, closeByEscape, copied, editor, example, expect, paste, test } from "./support.js";

const FIRST = example("10-aws-two-groups.yaml");
const SPEC = "kind: Cluster\nmetadata:\n  name: imported # keep\nspec: {}\n";

test.describe("by keyboard alone", () => {
  test("the introduction, the help sheet, the theme, the other page and back", async ({ page }) => {
    const keys = keyboard(page);
    const introduction = page.getByRole("complementary", { name: "Introduction" });
    await page.goto("/");
    await keys.enter(introduction.getByRole("button", { name: "open another example" }));
    await closeByEscape(page, page.getByRole("dialog", { name: "Examples" }));
    await keys.enter(introduction.getByRole("button", { name: "Close the introduction" }));
    await expect(introduction).toBeHidden();

    await keys.to(page.getByRole("button", { name: "Examples" }), "Shift+Tab");
    await keys.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(sheet.getByText("Find anything")).toBeVisible();
    await closeByEscape(page, sheet);

    await keys.enter(page.getByRole("button", { name: "Theme: System" }));
    await expect(page.getByRole("menuitemradio", { name: "System" })).toBeFocused();
    await keys.type("D");
    await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeFocused();
    await keys.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await keys.enter(page.getByRole("link", { name: "Inspect a node" }), "Shift+Tab");
    await expect(page.getByRole("heading", { name: "Inspect a node" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
  });

  test("import by paste and from a file, taken back by the message's undo", async ({ page }) => {
    const keys = keyboard(page);
    const dialog = page.getByRole("dialog");
    const importing = page.getByRole("button", { name: "Import" });
    const banner = page.getByRole("banner");
    await page.goto("/");
    await expect(banner.getByText("shop-staging")).toBeVisible();
    await keys.to(importing);
    await keys.press("Control+o");
    await keys.to(dialog.getByRole("textbox", { name: "Spec to import" }));
    await paste(page, SPEC);
    await keys.enter(dialog.getByRole("button", { name: "Open", exact: true }));
    await expect(banner.getByText("imported", { exact: true })).toBeVisible();
    const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
    await keys.enter(undo, "Shift+Tab");
    await expect(undo).toBeHidden();
    await expect.poll(() => savedText(page)).toBe(FIRST);

    await keys.enter(importing);
    const choosing = page.waitForEvent("filechooser");
    await keys.enter(dialog.getByRole("button", { name: "Choose files" }));
    const file = { name: "cluster.yaml", mimeType: "text/yaml", buffer: Buffer.from(SPEC) };
    await (await choosing).setFiles(file);
    await expect(banner.getByText("imported", { exact: true })).toBeVisible();
    await expect(dialog).toBeHidden();
    await keys.to(importing);
  });

  test("every export of the menu", async ({ page }) => {
    const keys = keyboard(page);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/?example=override-internal-mirror&phase=running");
    await expect(page.getByRole("treeitem", { name: /_backup.*hosts.toml/ })).toBeVisible();
    const chosen = async (place: number) => {
      await keys.enter(page.getByRole("button", { name: "Export" }));
      const items = page.getByRole("menuitem");
      await expect(items.first()).toBeFocused();
      for (let next = 1; next <= place; next++) await arrowTo(page, "ArrowDown", items.nth(next));
      await keys.press("Enter");
      await expect(items).toHaveCount(0);
    };
    const downloads: Readonly<Record<number, string>> = {
      0: "cluster.yaml",
      2: "cluster.json",
      4: "cluster-kublrAgentConfig.yaml",
      6: "cluster-master-running-certs.d.tar.gz",
    };
    const copies: Readonly<Record<number, RegExp>> = {
      1: /^spec:\n/,
      3: /^\{\n/,
      5: /^kublrAgentConfig:\n/,
    };
    for (const [place, name] of Object.entries(downloads)) {
      const downloading = page.waitForEvent("download");
      await chosen(Number(place));
      expect((await downloading).suggestedFilename()).toBe(name);
    }
    for (const [place, text] of Object.entries(copies)) {
      await chosen(Number(place));
      await expect.poll(() => copied(page)).toMatch(text);
    }
  });

  test("roles, what is assumed, the width of an area, the draft of another tab", async ({ page, watch }) => {
    const { glass } = areas(page);
    const keys = keyboard(page);
    await page.goto("/?example=vsphere-ha");
    const tab = (name: RegExp) => glass.getByRole("tab", { name });
    await keys.choose(tab(/^master/), "ArrowRight", tab(/^general/), "Shift+Tab");
    await expect(tab(/^general/)).toHaveAttribute("aria-selected", "true");
    await expect(page).toHaveURL(/role=/);

    await keys.enter(page.getByRole("button", { name: "Assumes" }));
    const assumed = page.getByRole("dialog", { name: "What the preview assumes" });
    await keys.fill(assumed.getByLabel("Addresses of general"), "192.0.2.7");
    await keys.press("Enter");
    await keys.pick(assumed.getByLabel("Container runtime of general"), "cri-o");
    await keys.press("Escape");
    await expect(glass.getByText("192.0.2.7").first()).toBeVisible();
    await expect(glass.getByText("cri-o").first()).toBeVisible();

    const splitter = page.getByRole("separator", { name: "Width of Design and Spec" });
    await keys.to(splitter, "Shift+Tab");
    await keys.press("ArrowLeft");
    await expect(splitter).toHaveAttribute("aria-valuenow", "59");

    await keys.turn(areas(page).design.getByRole("switch", { name: "Spegel enabled" }), "Shift+Tab");
    await expect
      .poll(() => page.evaluate(() => Object.values(localStorage).join("")))
      .toContain("enabled: false");
    const second = await page.context().newPage();
    watch(second);
    await second.goto("/");
    const other = keyboard(second);
    const notice = second.getByRole("region", { name: "Open in another tab" });
    await other.enter(notice.getByRole("button", { name: "Edit this copy" }), "Shift+Tab");
    await expect(notice).toBeHidden();
    await other.to(editor(second));
  });

  test("on a phone: the areas, the menu of actions", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const keys = keyboard(page);
    await page.goto("/?example=override-internal-mirror");
    const tab = (name: RegExp) => page.getByRole("tab", { name });
    await keys.choose(tab(/^Design/), "ArrowRight", tab(/^Spec/));
    await expect(editor(page)).toBeAttached();
    await arrowTo(page, "ArrowRight", tab(/^Looking glass/));
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ }).first()).toBeVisible();
    await arrowTo(page, "ArrowRight", tab(/^Problems/));
    await keys.enter(page.getByRole("button", { name: /containerdMirrorAdd to false/ }));
    await expect(page.getByText("spegel/mirror-add-overwrites")).toBeHidden();
    await keys.enter(page.getByRole("button", { name: "More", exact: true }), "Shift+Tab");
    await expect(page.getByRole("menuitem", { name: "Changes" })).toBeFocused();
    await keys.press("Enter");
    await expect(page.getByRole("region", { name: "Changes", exact: true })).toBeVisible();
  });
});
