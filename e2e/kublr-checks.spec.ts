import type { Page } from "@playwright/test";
import { keyboard, savedText } from "./keyboard.js";
import {
  areas,
  editor,
  editorText,
  expect,
  expectNoViolationsInAnyTheme,
  pasteSpec,
  test,
} from "./support.js";

const CRI_O = `kind: Cluster
metadata:
  name: shop
spec:
  kublrAgentRef: 1.31.4-2
  nodes:
    - name: web
  kublrAgentConfig:
    kublr:
      container_runtime: cri-o
`;

const MISSPELT = `kind: Cluster
metadata:
  name: shop
spec:
  kublrAgentTgzUrl: https://repo.example.com/kublr/1.31.4-2/kublr-1.31.4-2-linux.tar.gz
  locations:
    - name: aws1
      aws:
        region: us-east-1
        awsApiAccessSecretRef: aws-shop
  master:
    minNodes: 3
    locations:
      - locationRef: asw1
`;

const CONFIG = `kublrAgentConfig:
  cluster:
    addon:
      spegel: # all of it
        enabled: true
`;

async function begin(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await expect(editor(page)).toBeAttached();
  await pasteSpec(page, text);
}

test("what looks like another runtime leads to the assumption, and back", async ({ page }) => {
  const { problems, glass } = areas(page);
  await begin(page, CRI_O);
  const told = problems.getByText(/^cri-o looks like another runtime than containerd/);
  await expect(told).toBeVisible();
  await problems.getByRole("button", { name: "Assume CRI-O for these nodes" }).click();
  await expect(told).toBeHidden();
  await page.getByRole("button", { name: "Assumes" }).click();
  const assumed = page.getByRole("dialog", { name: "What the preview assumes" });
  await expect(assumed.getByLabel("Container runtime of web")).toHaveValue("cri-o");
  await expect(assumed.getByLabel("Container runtime of master")).toHaveValue("cri-o");
  await page.keyboard.press("Escape");
  await expect(glass.getByText("cri-o").first()).toBeVisible();
  await expect.poll(() => editorText(page)).toBe(CRI_O);
});

test("the message that it was assumed takes the assumption back, by keyboard alone", async ({ page }) => {
  const { problems } = areas(page);
  const keys = keyboard(page);
  await begin(page, CRI_O);
  const told = problems.getByText(/^cri-o looks like another runtime than containerd/);
  await keys.to(editor(page));
  await keys.enter(problems.getByRole("button", { name: "Assume CRI-O for these nodes" }));
  await expect(told).toBeHidden();
  const said = page
    .getByRole("status")
    .locator("div")
    .filter({ hasText: /^Done: Assume CRI-O/ });
  await said.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(told).toBeVisible();
});

test("a location that no group can be in, and an agent by its old key, are mended", async ({ page }) => {
  const { problems } = areas(page);
  await begin(page, MISSPELT);
  await problems.getByRole("button", { name: "Refer to aws1" }).click();
  await problems.getByRole("button", { name: "Write kublrAgentRef: 1.31.4-2 in its place" }).click();
  const mended = MISSPELT.replace(/kublrAgentTgzUrl: .*/, "kublrAgentRef: 1.31.4-2").replace("asw1", "aws1");
  await expect.poll(() => editorText(page)).toBe(mended);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => editorText(page)).toBe(MISSPELT);
});

test("an agent config alone becomes a fragment, by keyboard alone", async ({ page }) => {
  const { problems, tree } = areas(page);
  const keys = keyboard(page);
  await begin(page, CONFIG);
  await keys.to(editor(page));
  await keys.enter(problems.getByRole("button", { name: "Put it into spec.kublrAgentConfig" }));
  await expect(tree.getByRole("treeitem", { name: /hosts\.toml/ }).first()).toBeVisible();
  await expect
    .poll(() => savedText(page))
    .toBe(
      "spec:\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel: # all of it\n          enabled: true\n",
    );
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("among the problems of a spec's parts", async ({ page }) => {
    await begin(page, MISSPELT.replace("master:", "kublrAgentConfig: {kublr: {r: cri-o}}\n  master:"));
    await expect(areas(page).problems.getByText(/looks like another runtime/)).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });
});
