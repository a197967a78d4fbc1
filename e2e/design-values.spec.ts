import type { Page } from "@playwright/test";
import {
  areas,
  editor,
  editorText,
  example,
  expect,
  expectNoViolations,
  expectNoViolationsInAnyTheme,
  paste,
  tabTo,
  test,
} from "./support.js";

/** Cluster with the chart values of these lines. */
function spec(...lines: string[]): string {
  const values = lines.map((line) => `            ${line}\n`).join("");
  return `kind: Cluster\nspec:\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          helm_values:\n${values}`;
}

async function open(page: Page, text: string) {
  await page.goto("/");
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  await paste(page, text);
  await expect.poll(() => editorText(page)).toBe(text);
  return areas(page).design;
}

test("well-known values are set, changed and taken back, and nothing else changes", async ({ page }) => {
  const original = example("10-aws-two-groups.yaml");
  const { design } = areas(page);
  await page.goto("/");
  await design.getByRole("switch", { name: "Resolve tags" }).click();
  await expect(design.getByRole("switch", { name: "Resolve tags" })).not.toBeChecked();
  await design.getByRole("combobox", { name: "New registry" }).fill("https://quay.io");
  await design.getByRole("button", { name: "Add registry" }).click();
  await expect(design.getByRole("textbox", { name: "Registry 1" })).toHaveValue("https://quay.io");
  await design.getByRole("textbox", { name: "Memory limit" }).fill("256Mi");
  await design.getByRole("checkbox", { name: /^Keep the hosts/ }).click();
  await expect
    .poll(() => editorText(page))
    .toBe(
      original
        .replace(
          /( +)(registryFilters:\n +- .*\n)/,
          "$1$2$1resolveTags: false\n$1mirroredRegistries:\n$1  - https://quay.io\n$1prependExisting: true\n",
        )
        .replace(/( +)(prependExisting: true\n)/, (_all, indent: string, line: string) => {
          const level = indent.slice(2);
          return `${indent}${line}${level}resources:\n${level}  limits:\n${level}    memory: 256Mi\n`;
        }),
    );
  for (const name of ["Resolve tags", "Mirrored registries", "Memory limit", "spegel.prependExisting"]) {
    await design.getByRole("button", { name: `Back to default: ${name}` }).click();
    await expect(design.getByRole("button", { name: `Back to default: ${name}` })).toBeHidden();
  }
  await expect.poll(() => editorText(page)).toBe(original);
});

test("any value of the release is found, typed and checked at its place", async ({ page }) => {
  const design = await open(page, spec("spegel: {logLevel: DEBUG}"));
  await design.getByRole("button", { name: /^More chart values/ }).click();
  await expect(design.getByRole("combobox", { name: "spegel.logLevel" })).toHaveValue("DEBUG");
  await design.getByRole("searchbox", { name: "Search chart values" }).fill("hostPort");
  const port = design.getByRole("textbox", { name: "service.registry.hostPort" });
  await expect(port).toHaveValue("30020");
  await port.fill("3a");
  await expect(design.getByText("This has to be a whole number.")).toBeVisible();
  await port.blur();
  await expect(port).toHaveValue("3a");
  expect(await editorText(page)).not.toContain("hostPort");
  await port.fill("30999");
  await expect(design.getByText("This has to be a whole number.")).toBeHidden();
  await expect.poll(() => editorText(page)).toContain("              hostPort: 30999\n");

  await design.getByRole("searchbox", { name: "Search chart values" }).fill("tolerations");
  const tolerations = design.getByRole("textbox", { name: "tolerations" });
  await tolerations.fill("- key: x\n  oper");
  await expect(design.getByText(/This is not YAML/)).toBeVisible();
  await tolerations.press("End");
  await tolerations.pressSequentially("ator: Exists");
  await expect(tolerations).toHaveValue("- key: x\n  operator: Exists");
  await expect
    .poll(() => editorText(page))
    .toContain("            tolerations:\n              - key: x\n                operator: Exists\n");
});

test("what the release ignores says so, and is moved where it is read", async ({ page }) => {
  const design = await open(page, spec("spegel:", "  appendMirrors: true # why", "  whatever: 1"));
  const strays = design.getByRole("list", { name: "Values without effect" });
  await expect(strays.getByText(/Chart 0.0.30 was the last with it/)).toBeVisible();
  await strays.getByRole("button", { name: "Move to spegel.prependExisting" }).click();
  await expect(design.getByRole("checkbox", { name: /^Keep the hosts/ })).toBeChecked();
  await strays.getByRole("button", { name: "Remove spegel.whatever" }).click();
  await expect(strays).toBeHidden();
  await expect.poll(() => editorText(page)).toBe(spec("spegel:", "  prependExisting: true # why"));
});

test("inside a string of YAML: unset by null, problems at their fields", async ({ page }) => {
  const lines = [
    "resources:",
    "  limits: null # no limit",
    "spegel:",
    "  registryFilters:",
    "    - '(?=x)'",
    "    - ok",
  ];
  const text = spec(...lines).replace("helm_values:\n", "helm_values: |\n");
  const design = await open(page, text);
  await expect(design.getByText("unset (null)", { exact: true })).toHaveCount(2);
  await expect(design.getByRole("textbox", { name: "Filter 1" })).toHaveAttribute("aria-invalid", "true");
  await expect(design.getByRole("textbox", { name: "Filter 2" })).toHaveAttribute("aria-invalid", "false");
  await design.getByRole("button", { name: "Unset (null): Memory request" }).click();
  await expect(design.getByText("unset (null)", { exact: true })).toHaveCount(3);
  await expect
    .poll(() => editorText(page))
    .toBe(
      text.replace("# no limit\n", "# no limit\n              requests:\n                memory: null\n"),
    );
});

test("a value of the masters overrules the cluster's, and is inherited again", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Masters" });
  await design.getByRole("textbox", { name: "Memory limit" }).fill("1Gi");
  await design.getByRole("textbox", { name: "Filter 1" }).fill(":dev$");
  await expect(design.getByRole("button", { name: "Inherit: registry filters" })).toBeVisible();
  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Whole cluster" });
  await expect(design.getByText("master set their own")).toHaveCount(2);
  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Masters" });
  await design.getByRole("button", { name: "Inherit: registry filters" }).click();
  await expect(design.getByRole("textbox", { name: "Filter 1" })).toHaveValue(":latest$");
  await design.getByRole("button", { name: "Back to default: Memory limit" }).click();
  await expect.poll(() => editorText(page)).toBe(example("10-aws-two-groups.yaml"));
});

test("one group of sixty is found by its name; its helm_values say that nobody reads them", async ({
  page,
}) => {
  const groups = Array.from({ length: 60 }, (_, index) => `    - name: pool-${index}\n`).join("");
  const own = "      kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {image: {tag: v1}}}}}}\n";
  const text = `kind: Cluster\nspec:\n  nodes:\n${groups}${own}`;
  const design = await open(page, text);
  await design.getByRole("button", { name: "Scope: Whole cluster" }).click();
  await expect(page.getByPlaceholder("Name of a group")).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.type("pool-59");
  await expect(page.getByRole("option")).toHaveText("Group pool-59sets its own");
  await page.keyboard.press("Enter");
  await expect(design.getByRole("button", { name: "Scope: Group pool-59" })).toBeFocused();
  await expect(design.getByText(/writes helm_values of its own, which no chart reads/)).toBeVisible();
  await design.getByRole("button", { name: "Remove them" }).click();
  await expect.poll(() => editorText(page)).toBe(text.replace(own, ""));
});

test("by keyboard alone: a value is found, set and taken back; a section stays folded away", async ({
  page,
}) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
  await tabTo(page, design.getByRole("switch", { name: "Resolve tags" }));
  await page.keyboard.press("Space");
  const back = design.getByRole("button", { name: "Back to default: Resolve tags" });
  await tabTo(page, back);
  await page.keyboard.press("Enter");
  await expect(back).toBeHidden();
  // The button is gone, and the focus is still where it was.
  await page.keyboard.press("Tab");
  await expect(design.getByRole("textbox", { name: "Memory request" })).toBeFocused();
  await tabTo(page, design.getByRole("button", { name: /^More chart values/ }));
  await page.keyboard.press("Enter");
  await tabTo(page, design.getByRole("searchbox", { name: "Search chart values" }));
  await page.keyboard.type("log level");
  const level = design.getByRole("combobox", { name: "spegel.logLevel" });
  await tabTo(page, level);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("DEBUG");
  await expect.poll(() => editorText(page)).toContain("logLevel: DEBUG");
  await page.keyboard.press("Control+m");
  await tabTo(page, design.getByRole("button", { name: /^Registry filters/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(design.getByRole("textbox", { name: "Filter 1" })).toBeHidden();
  await page.reload();
  await expect(design.getByRole("button", { name: /^Registry filters/ })).toHaveAttribute(
    "aria-expanded",
    "false",
  );
  await expect(design.getByRole("searchbox", { name: "Search chart values" })).toBeVisible();
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("no violation with every value open", async ({ page }) => {
    const lines = ["spegel: {appendMirrors: true, resolveTags: maybe}", "service: {registry: {hostPort: a}}"];
    const design = await open(page, spec(...lines));
    await design.getByRole("button", { name: /^More chart values/ }).click();
    await expect(design.getByRole("textbox", { name: "service.registry.hostPort" })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await expectNoViolationsInAnyTheme(page);
  });
});
