import type { Page } from "@playwright/test";
import { editor, editorText, expect, pasteSpec, test } from "./support.js";

const SPEGEL = `kind: Cluster
spec:
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          helm_values:
            spegel:
              `;
const TEMPLATE = `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      mine:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: |
          `;

/** Replaces the document; the cursor stands at its end. */
async function startWith(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await pasteSpec(page, text);
  const last = text.trimEnd().split("\n").at(-1)?.trim();
  if (!last) return;
  // Monaco closes quotes and brackets once it has read the lines before, which is when they have their colours.
  const line = page.locator(".view-line").filter({ hasText: last }).last();
  await expect(line.locator("span > span").nth(1)).toBeAttached();
}

/** The list of completions, as assistive technology hears it. */
function suggestions(page: Page) {
  return page.getByRole("listbox", { name: "Suggest" }).getByRole("option");
}

test("a chart value is offered while it is typed, and its values after it", async ({ page }) => {
  await startWith(page, SPEGEL);
  await page.keyboard.type("cont");
  await expect(suggestions(page).filter({ hasText: "containerdMirrorAdd" })).toBeVisible();
  await page.keyboard.type("ainerdMirrorA");
  await expect(suggestions(page)).toHaveCount(1);
  await expect(suggestions(page)).toContainText("boolean, default true, since chart 0.0.3");
  await page.keyboard.press("Tab");
  await expect(suggestions(page).filter({ hasText: "false" })).toBeVisible();
  await page.keyboard.type("fal");
  await expect(suggestions(page)).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect.poll(() => editorText(page)).toBe(`${SPEGEL}containerdMirrorAdd: false`);
});

test("a quote is closed from the first key on, whatever loads after the editor", async ({ page }) => {
  await page.route("**/assets/*.js", async (route) => {
    const hasEditor = await page.evaluate(() => "MonacoEnvironment" in window);
    // What is asked for from now on never comes.
    if (!hasEditor) await route.continue();
  });
  await startWith(page, TEMPLATE);
  await page.keyboard.type("server = 'http://{{ .config.x }}'");
  await expect.poll(() => editorText(page)).toBe(`${TEMPLATE}server = 'http://{{ .config.x }}'`);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" '");
  await expect.poll(() => editorText(page)).toBe(`${TEMPLATE}server = 'http://{{ .config.x }}' ''`);
});

test("fields of .config are offered inside a template", async ({ page }) => {
  await startWith(page, TEMPLATE);
  await page.keyboard.type("server = 'http://{{ .config.node_a");
  await expect(suggestions(page).filter({ hasText: "node_address_ip" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type(" }}'");
  await expect
    .poll(() => editorText(page))
    .toBe(`${TEMPLATE}server = 'http://{{ .config.node_address_ip }}'`);
});

test("a whole extension comes with its indentation", async ({ page }) => {
  const start = "kind: Cluster\nspec:\n  kublrAgentConfig:\n    extensions:\n      ";
  await startWith(page, start);
  await page.keyboard.type("quay");
  await expect(suggestions(page).filter({ hasText: "containerd-quay-io-hosts-override" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("treeitem", { name: "quay.io/hosts.toml, from Extension" })).toBeVisible();
  await expect
    .poll(() => editorText(page))
    .toBe(`${start}containerd-quay-io-hosts-override:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: |
          [host.'http://{{.config.node_address_ip}}:30020']
          capabilities = ['pull', 'resolve']`);
});

const GROUP = "kind: Cluster\nspec:\n  nodes:\n    - name: web\n      ";

test("a key of a group is offered with what it does, then the values that were seen", async ({ page }) => {
  await startWith(page, GROUP);
  await page.keyboard.type("kublrV");
  await expect(suggestions(page)).toHaveCount(1);
  await expect(suggestions(page)).toContainText("kublrVariant");
  await page.keyboard.press("Control+Space");
  const details = page.locator(".suggest-details");
  await expect(details).toContainText("Image and setup of the nodes");
  await expect(details).toContainText("Seen in 25 of 40 public specs");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+Space");
  await suggestions(page).filter({ hasText: "aws-ubuntu-20.04" }).click();
  await expect.poll(() => editorText(page)).toBe(`${GROUP}kublrVariant: aws-ubuntu-20.04`);
});

test("the pointer over a key of the spec shows its type, and where it is known from", async ({ page }) => {
  await page.goto("/");
  await pasteSpec(page, `${GROUP}kublrVariant: aws-ubuntu-20.04\n  kublrAgentConfig: {}\n`);
  const hint = (text: string) => page.getByRole("tooltip").filter({ hasText: text });
  await page.locator(".view-line").getByText("kublrVariant").hover();
  await expect(hint("Image and setup of the nodes")).toContainText("kublrVariant · text");
  await expect(hint("Image and setup of the nodes")).toContainText("Seen in 25 of 40 public specs");
  await page.locator(".view-line").getByText("kublrAgentConfig").hover();
  await expect(hint("Config of the Kublr agent").getByRole("link")).toHaveAttribute(
    "data-href",
    /docs\.kublr\.com/,
  );
});

test("the pointer over a word shows what it does", async ({ page }) => {
  await page.goto("/");
  await pasteSpec(page, `${TEMPLATE}dial_timeout = '200ms'\n`);
  await page
    .locator(".view-line")
    .getByText(/dial_timeout/)
    .hover({ position: { x: 100, y: 8 } });
  await expect(page.getByRole("tooltip").filter({ hasText: "dial_timeout" })).toContainText(
    "Read by containerd from 2.1.0 on",
  );
});

test("who types on without looking at the list gets what was typed", async ({ page }) => {
  await startWith(page, "\n");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("kind: Cluster\nmetadata: {}\nspec: {}");
  await expect.poll(() => editorText(page)).toBe("kind: Cluster\nmetadata: {}\nspec: {}\n");
});

test("Control+M lets Tab and Shift+Tab leave the editor, whatever is selected", async ({ page }) => {
  await startWith(page, `${SPEGEL}resolveTags: true\n`);
  await page.keyboard.press("Control+m");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("separator", { name: "Width of Design", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("separator", { name: "Width of Design and Spec" })).toBeFocused();
  await expect.poll(() => editorText(page)).toBe(`${SPEGEL}resolveTags: true\n`);
});
