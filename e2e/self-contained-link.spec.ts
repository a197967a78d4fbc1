import type { Page } from "@playwright/test";
import {
  areas,
  arrowTo,
  copied,
  editorText,
  example,
  expect,
  expectBriefly,
  takeFromPalette,
  test,
  treeFiles,
} from "./support.js";

const SPEC = example("06-hosts-override-internal-mirror.yaml");

/** Makes the link of the open document in the share dialog. */
async function makeLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("radio", { name: "Self-contained link" }).click();
  const link = page.getByRole("textbox", { name: /The link/ });
  await expect(link).toHaveValue(/\/s#1\.[\w-]+$/);
  return link.inputValue();
}

test("carries the spec, and is opened without asking a server", async ({ page, context, watch }) => {
  await page.goto("/?example=override-internal-mirror");
  await expect(areas(page).problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
  const url = await makeLink(page);

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
    await expect(other).toHaveURL(/phase=running/);
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
  await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
  await takeFromPalette(page, "share", "Share");
  const dialog = page.getByRole("dialog", { name: "Share this preview" });
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("radio", { name: "Short link" })).toBeFocused();
  await arrowTo(page, "ArrowRight", dialog.getByRole("radio", { name: "Self-contained link" }));
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.press("Tab");
  // It has its place while the link is made.
  const link = dialog.getByRole("textbox", { name: /The link/ });
  await expect(link).toBeFocused();
  await expect(link).toHaveValue(/\/s#1\./);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Tab");
  await expectBriefly(page, "Copied", () => page.keyboard.press("Enter"));
  expect(await copied(page)).toMatch(/\/s#1\./);
});

test("the link keeps its place while its title is typed, and never is one of the title before", async ({
  page,
}) => {
  await page.goto("/");
  const first = await makeLink(page);
  const dialog = page.getByRole("dialog");
  const link = dialog.getByRole("textbox", { name: /The link/ });
  // From now on nothing that is packed is read until it is released.
  await page.evaluate(() => {
    const read = Response.prototype.arrayBuffer;
    const released = new Promise((resolve) => addEventListener("release", resolve));
    Response.prototype.arrayBuffer = async function () {
      await released;
      return read.call(this);
    };
  });
  await dialog.getByRole("textbox", { name: "Title" }).fill("For you");
  await expect(link).toHaveValue("");
  await expect(dialog.getByRole("button", { name: "Copy link" })).toBeDisabled();
  await page.evaluate(() => dispatchEvent(new Event("release")));
  await expect(link).toHaveValue(/\/s#1\./);
  expect(await link.inputValue()).not.toBe(first);
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
