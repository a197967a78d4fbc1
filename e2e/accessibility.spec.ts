import type { Page } from "@playwright/test";
import { editor, expect, expectNoViolations, openExample, openPalette, test, typeSpec } from "./support.js";

const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  "the workbench": async (page) => {
    await page.goto("/");
    await expect(page.getByRole("textbox", { name: /^Cluster spec, YAML/ })).toBeAttached();
  },
  "a warning, an open override, Spegel running": async (page) => {
    await page.goto("/?example=override-internal-mirror&phase=running");
    await page.getByRole("button", { name: /^_default/ }).click();
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
    await typeSpec(first, "kind: Cluster\nmetadata: {}\nspec: {}\n");
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
    await typeSpec(page, "spec:\n  kublrAgentConfig:\n    registry:\n      password: hunter2-hunter2\n");
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
    await expect(page.getByRole("textbox", { name: /The link/ })).toBeVisible();
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
  "a shared page": async (page) => {
    const created = await page.request.post("/api/v1/shares", { data: { spec: "spec: {}\n" } });
    const { id } = await created.json();
    await page.goto(`/s/${id}`);
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
  },
  "no such share": async (page) => {
    await page.goto("/s/unknown");
    await expect(page.getByRole("heading", { name: "There is no such share" })).toBeVisible();
  },
  "a phone": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/?example=override-internal-mirror&phase=running&view=glass");
    await expect(page.getByRole("treeitem", { name: /_backup.*hosts.toml/ })).toBeVisible();
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    // Colours on their way from one state to another are not what is judged.
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });
    for (const [name, open] of Object.entries(SCREENS)) {
      test(name, async ({ page }) => {
        await open(page);
        await expectNoViolations(page);
      });
    }
  });
}
