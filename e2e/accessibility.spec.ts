import type { Page } from "@playwright/test";
import {
  areas,
  editor,
  example,
  expect,
  expectNoViolationsInAnyTheme,
  openExample,
  openPalette,
  pasteSpec,
  test,
} from "./support.js";

/** Shares a spec; gives the path of the page that shows it. */
async function sharedPath(page: Page, spec: string): Promise<string> {
  const created = await page.request.post("/api/v1/shares", { data: { spec } });
  const { id } = await created.json();
  return `/s/${id}`;
}

/** What the API answers for a share that was deleted. */
async function goneShare(page: Page): Promise<string> {
  const created = await page.request.post("/api/v1/shares", { data: { spec: "spec: {}\n" } });
  const { id, deleteToken } = await created.json();
  await page.request.delete(`/api/v1/shares/${id}`, { headers: { authorization: `Bearer ${deleteToken}` } });
  return `/s/${id}`;
}

const MIRROR = "?example=override-internal-mirror";

const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  "the workbench": async (page) => {
    await page.goto("/");
    await expect(page.getByRole("textbox", { name: /^Cluster spec, YAML/ })).toBeAttached();
  },
  "a warning, an open override, Spegel running": async (page) => {
    await page.goto("/?example=override-internal-mirror&phase=running");
    await areas(page)
      .design.getByRole("button", { name: /^_default/ })
      .click();
    await page.getByRole("button", { name: /^Why/ }).first().click();
    await page.getByRole("button", { name: /^1 https:/ }).click();
    await expect(page.getByRole("textbox", { name: "URL of mirror 1" })).toBeVisible();
  },
  "a smaller window": async (page) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto("/?example=override-internal-mirror&view=spec");
    await expect(editor(page)).toBeAttached();
  },
  "a phone, the spec": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/?example=override-internal-mirror&view=spec");
    await expect(editor(page)).toBeAttached();
  },
  "the editor's suggestions": async (page) => {
    await page.goto("/?example=override-internal-mirror");
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Space");
    await expect(page.getByRole("listbox", { name: "Suggest" })).toBeVisible();
  },
  "the editor's search, all of it selected": async (page) => {
    await page.goto("/?example=override-internal-mirror");
    await editor(page).focus();
    await page.keyboard.press("Control+f");
    await expect(page.getByRole("textbox", { name: "Find" })).toBeFocused();
    await editor(page).focus();
    await page.keyboard.press("Control+a");
  },
  "the examples": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Examples" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the examples with recent drafts, and a second tab": async (page) => {
    const first = await page.context().newPage();
    await first.goto("/");
    await pasteSpec(first, "kind: Cluster\nmetadata: {}\nspec: {}\n");
    await expect
      .poll(() => first.evaluate(() => Object.values(localStorage).join("")))
      .toContain("kind: Cluster\\nmetadata: {}");
    await page.goto("/?example=disable-spegel");
    await expect(page.getByRole("region", { name: "Open in another tab" })).toBeVisible();
    await page.getByRole("button", { name: "Examples" }).click();
    await expect(page.getByRole("heading", { name: "Recent drafts" })).toBeVisible();
  },
  "the palette": async (page) => {
    await page.goto("/");
    await openPalette(page);
  },
  "the palette with nothing found": async (page) => {
    await page.goto("/");
    await openPalette(page);
    await page.getByRole("combobox", { name: "Find anything" }).fill("nothing is called this");
    await expect(page.getByText("Nothing is called that.", { exact: false })).toBeVisible();
  },
  "the keys": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the import dialog": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the share dialog with Secrets": async (page) => {
    await page.goto("/");
    await openExample(page, "Cluster and Secrets in one file");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByText("Kubernetes Secrets are never shared")).toBeVisible();
  },
  "the share dialog with credentials and own links": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("button", { name: "Create link" }).click();
    await expect(page.getByRole("heading", { name: "Your short links" })).toBeVisible();
    await page.keyboard.press("Escape");
    await pasteSpec(page, "spec:\n  kublrAgentConfig:\n    registry:\n      password: hunter2-hunter2\n");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByRole("checkbox", { name: /they may be shared/ })).toBeVisible();
    await page.getByRole("button", { name: /^Delete the link/ }).click();
  },
  "the share dialog without a server": async (page) => {
    await page.goto("/");
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("button", { name: "Create link" }).click();
    await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
  },
  "a self-contained link": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("radio", { name: "Self-contained link" }).click();
    await expect(page.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s#1\./);
  },
  "a damaged self-contained link": async (page) => {
    await page.goto("/s#1.AAAA");
    await expect(page.getByRole("heading", { name: "This link is damaged" })).toBeVisible();
  },
  "what is assumed": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Assumes" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "a shared page with problems": async (page) => {
    await page.goto(
      `${await sharedPath(page, example("06-hosts-override-internal-mirror.yaml"))}?phase=running`,
    );
    await expect(page.getByRole("treeitem", { name: /_backup.*hosts.toml/ })).toBeVisible();
    await page.getByRole("button", { name: /line \d+ · spegel\/mirror-add-overwrites/ }).click();
    await expect(page.getByRole("region", { name: "Shared cluster spec, read-only" })).toBeFocused();
  },
  "a shared page on a phone": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${await sharedPath(page, "spec: {}\n")}?view=spec`);
    await expect(page.getByRole("region", { name: "Shared cluster spec, read-only" })).toBeVisible();
  },
  "a page that its link carries": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("radio", { name: "Self-contained link" }).click();
    const link = page.getByRole("textbox", { name: /The link/ });
    await expect(link).toHaveValue(/\/s#1\./);
    await page.goto(await link.inputValue());
    await expect(page.getByText("the link itself holds the spec")).toBeVisible();
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
  },
  "a share while it is fetched": async (page) => {
    await page.route("**/api/**", () => new Promise(() => {}));
    await page.goto("/s/unknown");
    await expect(page.getByText("Opening the shared preview…")).toBeVisible();
    await expect(page.getByRole("progressbar", { name: "Working" })).toBeVisible();
  },
  "a share that is gone": async (page) => {
    await page.goto(await goneShare(page));
    await expect(page.getByRole("heading", { name: "This share is gone" })).toBeVisible();
  },
  "a share while the server does not answer": async (page) => {
    await page.route("**/api/**", (route) => route.abort());
    await page.goto("/s/unknown");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  },
  "no such page": async (page) => {
    await page.goto("/nothing/here");
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  },
  "no such share": async (page) => {
    await page.goto("/s/unknown");
    await expect(page.getByRole("heading", { name: "There is no such share" })).toBeVisible();
  },
  "a phone, the files": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/${MIRROR}&phase=running&view=glass`);
    await expect(page.getByRole("treeitem", { name: /_backup.*hosts.toml/ })).toBeVisible();
  },
  "a phone, the forms": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/${MIRROR}`);
    await page.getByRole("button", { name: /^_default/ }).click();
    await expect(page.getByText("/etc/containerd/certs.d/_default/hosts.toml")).toBeVisible();
  },
  "a phone, the problems, the menu of actions": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/${MIRROR}&view=problems`);
    await expect(page.getByText("spegel/mirror-add-overwrites")).toBeVisible();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await expect(page.getByRole("menuitem", { name: "Changes" })).toBeVisible();
  },
  "a smaller window, the forms, the menu of exports": async (page) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto(`/${MIRROR}`);
    await expect(page.getByRole("switch", { name: "Spegel enabled" })).toBeEnabled();
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("menuitem", { name: "Copy YAML" })).toBeVisible();
  },
  "the menu of themes": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Theme: System" }).click();
    await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeVisible();
  },
  "a fix, and the message that takes it back": async (page) => {
    await page.goto(`/${MIRROR}`);
    await page
      .getByRole("button", { name: /containerdMirrorAdd to false/ })
      .first()
      .click();
    await expect(page.getByRole("status").getByRole("button", { name: "Undo" })).toBeVisible();
  },
  "what a word of the spec means": async (page) => {
    await page.goto("/?example=disable-spegel");
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+i");
    await expect(page.getByRole("tooltip").filter({ hasText: "enabled" })).toBeVisible();
  },
  "half-typed YAML": async (page) => {
    await page.goto(`/${MIRROR}`);
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
    await pasteSpec(page, "spec:\n  kublrAgentConfig: {\n");
    await expect(page.getByText(/an older preview is shown/)).toBeVisible();
  },
  "no cluster": async (page) => {
    await page.goto("/");
    await pasteSpec(page, "\n");
    await expect(page.getByText("No cluster to look at")).toBeVisible();
  },
  "Spegel off": async (page) => {
    await page.goto("/?example=disable-spegel");
    await expect(page.getByText(/An empty file: no mirrors/)).toBeVisible();
  },
  "a role without containerd": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Assumes" }).click();
    await page.getByLabel("Container runtime of master").selectOption("cri-o");
    await page.keyboard.press("Escape");
    await expect(page.getByText("spegel/runtime").first()).toBeVisible();
  },
  "a file dragged over the page": async (page) => {
    await page.goto("/");
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["spec: {}"], "dropped.yaml"));
      return transfer;
    });
    await page.dispatchEvent("main", "dragover", { dataTransfer: data });
    await expect(page.getByText("Drop the file to open it")).toBeVisible();
  },
};

// Colours on their way from one state to another are not what is judged.
test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const [name, open] of Object.entries(SCREENS)) {
  test(name, async ({ page }) => {
    await open(page);
    await expectNoViolationsInAnyTheme(page);
  });
}

test("the editor's fixes", async ({ page }) => {
  await page.goto(`/${MIRROR}`);
  await page.getByRole("button", { name: /line 4/ }).click();
  await expect(page.locator(".squiggly-warning").first()).toBeVisible();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("Control+.");
  const list = page.locator(".action-widget");
  await expect(list.getByText(/containerdMirrorAdd to false/)).toBeVisible();
  // Monaco's own list has a heading among its options that is numbered as one of them.
  await expectNoViolationsInAnyTheme(page, { without: ".action-widget" });
});
