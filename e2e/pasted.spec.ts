import type { Page } from "@playwright/test";
import { keyboard, savedText } from "./keyboard.js";
import { areas, editor, editorText, example, expect, paste, pasteSpec, test } from "./support.js";

const FIRST = example("10-aws-two-groups.yaml");
const OWN = `kind: Cluster
metadata:
  name: retail-prod
spec:
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          enabled: true
    extensions:
      harbor:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: |
          [host."https://harbor.example.com"]
            capabilities = ["pull", "resolve"]
`;

const banner = (page: Page) => page.getByRole("banner");
const origin = (page: Page, text: string | RegExp) =>
  expect(banner(page).getByText(text, { exact: true })).toBeVisible();
const introduction = (page: Page) => page.getByRole("complementary", { name: "Introduction" });
const changes = (page: Page) => page.getByRole("region", { name: "Changes", exact: true });
const undo = (page: Page) => page.getByRole("status").getByRole("button", { name: "Undo" });

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
});

test("a spec pasted over another is an import: its name, what it is compared with, one undo", async ({
  page,
}) => {
  await expect(introduction(page)).toBeVisible();
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+a");
  await paste(page, OWN);
  await origin(page, "retail-prod");
  await origin(page, "pasted text");
  await expect(introduction(page)).toBeHidden();
  await banner(page).getByRole("button", { name: "Changes" }).click();
  await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
  await expect(changes(page).getByText("Since it was opened: pasted text")).toBeVisible();
  await banner(page).getByRole("button", { name: "Changes" }).click();

  await test.step("one undo gives back the text and what it was", async () => {
    await banner(page).getByRole("button", { name: "Undo" }).click();
    await origin(page, "Example: AWS, one master, two worker groups");
    await expect.poll(() => editorText(page)).toBe(FIRST);
    await banner(page).getByRole("button", { name: "Changes" }).click();
    await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
    await banner(page).getByRole("button", { name: "Changes" }).click();
    await banner(page).getByRole("button", { name: "Redo" }).click();
    await origin(page, "pasted text");
  });
});

test("the message takes the paste back, and an edit of the pasted text is one", async ({ page }) => {
  await pasteSpec(page, OWN);
  await undo(page).click();
  await origin(page, "Example: AWS, one master, two worker groups");
  await expect.poll(() => editorText(page)).toBe(FIRST);
  await pasteSpec(page, OWN);
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await origin(page, "pasted text · edited");
  await expect(undo(page)).toBeHidden();
});

test("what was pasted is taken for what runs on the nodes", async ({ page }) => {
  const { problems } = areas(page);
  await pasteSpec(page, OWN);
  await expect(problems.getByText("spegel/mirror-add-overwrites").first()).toBeVisible();
  await expect(problems.getByText("spegel/backup-only-once")).toBeHidden();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("          # one more line\n");
  await expect(problems.getByText("spegel/backup-only-once").first()).toBeVisible();
});

test("one's own document is put aside before another is pasted over it", async ({ page }) => {
  await pasteSpec(page, OWN);
  await pasteSpec(page, example("12-air-gapped-internal-mirror.yaml"));
  await origin(page, "vault-1");
  await page.reload();
  await origin(page, "pasted text");
  await page.getByRole("button", { name: "Examples" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^retail-prod/ })
    .click();
  await origin(page, "retail-prod");
  await expect.poll(() => editorText(page)).toBe(OWN);
});

test("a piece, and the same spec edited elsewhere, are edits", async ({ page }) => {
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await paste(page, "# a line\n# another\n# a third\n");
  await origin(page, /^Example: .* · edited$/);
  await pasteSpec(page, FIRST.replace("minNodes: 1", "minNodes: 2"));
  await origin(page, /^Example: .* · edited$/);
  await banner(page).getByRole("button", { name: "Changes" }).click();
  await expect(changes(page).getByText(/^1 line of YAML/)).toBeVisible();
});

test("by keyboard alone, over a text that was deleted first", async ({ page }) => {
  const keys = keyboard(page);
  await keys.to(editor(page));
  await keys.press("Control+a");
  await keys.press("Delete");
  await expect(areas(page).design.getByText("the text holds none", { exact: false })).toBeVisible();
  await paste(page, OWN);
  await origin(page, "pasted text");
  await expect(introduction(page)).toBeHidden();
  await keys.enter(banner(page).getByRole("button", { name: "Changes" }), "Shift+Tab");
  await expect(changes(page).getByText("Nothing has changed")).toBeVisible();
  await keys.press("Control+z");
  await keys.press("Control+z");
  await expect.poll(() => savedText(page)).toBe(FIRST);
  await origin(page, "Example: AWS, one master, two worker groups");
});
