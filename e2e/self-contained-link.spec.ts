import type { Page } from "@playwright/test";
import { areas, arrowTo, editorText, example, expect, test, treeFiles } from "./support.js";

const SPEC = example("06-hosts-override-internal-mirror.yaml");

/** Makes the link of the open document in the share dialog. */
async function makeLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("radio", { name: "Self-contained link" }).click();
  return page.getByRole("textbox", { name: /The link/ }).inputValue();
}

test("carries the spec, and is opened without asking a server", async ({ page, context, watch }) => {
  await page.goto("/?example=override-internal-mirror");
  await expect(areas(page).problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
  const url = await makeLink(page);
  expect(url).toMatch(/\/s#1\.[\w-]+$/);

  const other = await context.newPage();
  watch(other);
  const requests: { url: string; type: string }[] = [];
  other.on("request", (request) => requests.push({ url: request.url(), type: request.resourceType() }));
  await other.goto(url);
  await expect(other.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
  await expect(areas(other).problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
  await expect(other.locator('meta[name="robots"][content="noindex"]')).toBeAttached();
  const paths = requests.map((request) => new URL(request.url).pathname);
  expect(paths).toContain("/s");
  expect(paths.filter((path) => path.startsWith("/api/") || path.includes("spec-editor"))).toEqual([]);

  await test.step("the view is in the URL, and the spec stays in it", async () => {
    await other.getByRole("radio", { name: "Spegel running" }).click();
    await expect(other.getByRole("treeitem", { name: /_backup.*hosts.toml/ })).toBeVisible();
    expect(other.url()).toContain("phase=running");
    await other.reload();
    await expect.poll(() => treeFiles(other)).toContain("_backup/_default/hosts.toml, from Extension, moved");
    await other.goBack();
    await expect(other.getByRole("radio", { name: "Bootstrap" })).toBeChecked();
  });

  await test.step("a copy of it is edited", async () => {
    await other.getByRole("button", { name: "Open a copy" }).click();
    await expect.poll(() => editorText(other)).toBe(SPEC);
  });
});

test("by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
  await page.keyboard.insertText("share");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Share this preview" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("radio", { name: "Short link" })).toBeFocused();
  await arrowTo(page, "ArrowRight", dialog.getByRole("radio", { name: "Self-contained link" }));
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("textbox", { name: /The link/ })).toBeFocused();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/s#1\./);
});

test.describe("says what is wrong with a link", () => {
  for (const [name, fragment, heading] of [
    ["cut off", "#1.eJyrVkrNTVWyUkpMUqoFABIsA", "This link is damaged"],
    ["without its end", "", "There is nothing in this link"],
    ["of a newer version", "#9.AAAA", "This link needs a newer Lookinglass"],
    ["too long", `#1.${"A".repeat(1_000_001)}`, "This link is too long"],
  ] as const) {
    test(name, async ({ page }) => {
      await page.goto(`/s${fragment}`);
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    });
  }
});

test("a bomb in a link is not unpacked", async ({ page }) => {
  await page.goto("/");
  const fragment = await page.evaluate(async () => {
    const megabyte = " ".repeat(1024 * 1024);
    const bomb = new Blob(Array(200).fill(megabyte)).stream().pipeThrough(new CompressionStream("deflate"));
    const bytes = new Uint8Array(await new Response(bomb).arrayBuffer());
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return `1.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  });
  await page.goto(`/s#${fragment}`);
  await expect(page.getByRole("heading", { name: "This link is too long" })).toBeVisible();
});
