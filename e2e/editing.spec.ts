import { areas, editor, editorText, example, expect, paste, pasteSpec, test, treeFiles } from "./support.js";

test("broken YAML keeps the last good preview, marked stale", async ({ page }) => {
  const { glass, problems, design } = areas(page);
  await page.goto("/?example=mirror-add-off");
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeVisible();
  await pasteSpec(page, "spec:\n  kublrAgentConfig: {\n");
  await expect(glass.getByText(/does not parse/)).toBeVisible();
  await expect(problems.getByText("spec/syntax").first()).toBeVisible();
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeVisible();
  await expect(design.getByRole("switch", { name: "Spegel enabled" })).toBeDisabled();
  await pasteSpec(page, "spec: {}\n");
  await expect(glass.getByText(/does not parse/)).toBeHidden();
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeHidden();
});

test("half-typed YAML moves nothing in the looking glass", async ({ page }) => {
  const { glass, problems, tree } = areas(page);
  await page.goto("/?example=override-internal-mirror");
  await expect(problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
  await expect(editor(page)).toBeAttached();
  const content = glass.getByText("dial_timeout", { exact: true });
  const places = async () => [await tree.boundingBox(), await content.boundingBox()];
  const before = await places();
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("]");
  await expect(glass.getByText(/does not parse/)).toBeVisible();
  await expect(glass.getByRole("button", { name: /containerdMirrorAdd to false/ })).toBeDisabled();
  await expect(glass.getByRole("button", { name: "In spec" })).toBeDisabled();
  expect(await places()).toEqual(before);
});

test("a document that does not parse shows nothing of the one before it", async ({ page }) => {
  const { glass, problems, design } = areas(page);
  await page.goto("/?example=mirror-add-off");
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeVisible();
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("textbox", { name: "Spec to import" }).fill("kind: Cluster\nspec: {\n");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(problems.getByText("spec/syntax").first()).toBeVisible();
  await expect(glass.getByText("The YAML does not parse", { exact: true })).toBeVisible();
  await expect(design.getByText("The YAML does not parse. The forms wait until it does.")).toBeVisible();
  await expect(page.getByRole("treeitem")).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeVisible();
});

test("a fix is made in the text as it is, not as it was when the fix was offered", async ({ page }) => {
  const { problems } = areas(page);
  await page.goto("/?example=override-internal-mirror");
  const original = await editorText(page);
  await page.keyboard.press("Control+Home");
  await paste(page, "# a line more\n");
  const problem = problems.getByRole("listitem").filter({ hasText: "line 5 · spegel/mirror-add-overwrites" });
  const fix = problem.getByRole("button", { name: /containerdMirrorAdd to false/ });
  await expect(fix).toBeVisible();
  const undo = await page.getByRole("banner").getByRole("button", { name: "Undo" }).elementHandle();
  // In one turn of the page's own: no answer of the engine can come in between.
  await fix.evaluate((button, undoButton) => {
    for (const one of [undoButton, button]) if (one instanceof HTMLElement) one.click();
  }, undo);
  await expect(page.getByRole("status").getByText(/^Done: Keep my files/)).toBeVisible();
  const text = await editorText(page);
  expect(text.startsWith(original.trimEnd())).toBe(true);
  expect(text).toContain("containerdMirrorAdd: false");
});

test("typing in a form edits the YAML as it is typed, and is one undo step", async ({ page }) => {
  const { design } = areas(page);
  const original = example("10-aws-two-groups.yaml");
  await page.goto("/");
  const filter = design.getByRole("textbox", { name: "Filter 1" });
  await filter.press("End");
  await filter.pressSequentially("|:dev$");
  await expect(filter).toHaveValue(":latest$|:dev$");
  // Selecting in the editor ends an undo step: not before the last letter has reached the document.
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join("\n"))).toContain("|:dev$'");
  await expect.poll(() => editorText(page)).toBe(original.replace("':latest", "':latest$|:dev"));
  await filter.press("Control+z");
  await expect(filter).toHaveValue(":latest$");
  await expect.poll(() => editorText(page)).toBe(original);
});

test("typing, forms and fixes are steps of one undo stack", async ({ page }) => {
  const { design, problems } = areas(page);
  await page.goto("/?example=override-internal-mirror");
  const texts = [await editorText(page)];
  const typeAtEnd = async (text: string) => {
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(text);
    texts.push(await editorText(page));
  };
  await typeAtEnd("#one");
  await problems.getByRole("button", { name: /containerdMirrorAdd to false/ }).click();
  await expect(design.getByRole("radio", { name: "You" })).toBeChecked();
  texts.push(await editorText(page));
  await typeAtEnd("#two");
  expect(new Set(texts).size).toBe(4);
  for (const before of texts.slice(0, 3).reverse()) {
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).toBe(before);
  }
});

test("a filter that RE2 refuses is marked where it is typed", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  const filter = design.getByRole("textbox", { name: "Filter 1" });
  await filter.fill("(?=x)");
  await expect(filter).toHaveAttribute("aria-invalid", "true");
  await expect(design.getByText(/invalid or unsupported Perl syntax/)).toBeVisible();
});

test("what is changed before the editor has loaded is undone in it", async ({ page }) => {
  // On a narrow page the editor loads when its area is opened.
  await page.setViewportSize({ width: 800, height: 900 });
  await page.goto("/");
  const enabled = page.getByRole("switch", { name: "Spegel enabled" });
  await enabled.click();
  const spegel = page.getByRole("region", { name: "Spegel", exact: true });
  await expect(spegel.getByText("Written for the whole cluster")).toBeVisible();
  await page.getByRole("tab", { name: "Spec" }).click();
  await expect.poll(() => editorText(page)).toContain("enabled: false\n          helm_values");
  await page.keyboard.press("Control+z");
  await expect.poll(() => editorText(page)).toBe(example("10-aws-two-groups.yaml"));
});

test("a group's own setting is written to the group and shown for its nodes", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Group batch" });
  await expect(design.getByText("From the whole cluster").first()).toBeVisible();
  await design.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect(design.getByText("Written for batch")).toBeVisible();
  await page.getByRole("tab", { name: /batch/ }).click();
  await expect(page.getByText(/An empty file: no mirrors/)).toBeVisible();
  await page.getByRole("tab", { name: /default/ }).click();
  await expect(page.getByRole("region", { name: /^Content of/ })).toContainText("30020");
});

test("the view is in the URL and the back button goes through it", async ({ page }) => {
  await page.goto("/?example=vsphere-ha");
  await page.getByRole("tab", { name: /gpu/ }).click();
  await page.getByRole("radio", { name: "Spegel running" }).click();
  await page.getByRole("treeitem", { name: /nvcr.io.*hosts.toml/ }).click();
  await expect(page).toHaveURL(/role=.*gpu.*file=.*nvcr/);
  const { href } = new URL(page.url());
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Bootstrap" })).toBeChecked();
  await expect(page.getByRole("tab", { name: /gpu/ })).toHaveAttribute("aria-selected", "true");
  await page.goto(href);
  await expect(page.getByRole("treeitem", { name: /nvcr.io.*hosts.toml/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("the draft and what is assumed survive a reload", async ({ page }) => {
  await page.goto("/");
  await pasteSpec(page, "spec: {} # mine\n");
  await page.getByRole("button", { name: "Assumes" }).click();
  await page.getByLabel("Addresses of master").fill("192.0.2.7");
  await page.getByLabel("Addresses of master").press("Enter");
  await expect(page.getByText("192.0.2.7").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("192.0.2.7").first()).toBeVisible();
  await expect.poll(() => editorText(page)).toBe("spec: {} # mine\n");
});

test("a spec of 5,000 lines stays usable", async ({ page }) => {
  const labels = Array.from({ length: 80 }, (_, label) => `      label-${label}: value # why\n`).join("");
  const groups = Array.from({ length: 62 }, (_, group) => `  - name: group-${group}\n    labels:\n${labels}`);
  const text = `kind: Cluster\nmetadata:\n  name: large\nspec:\n  nodes:\n${groups.join("")}`;
  expect(text.split("\n").length).toBeGreaterThan(5000);
  await page.goto("/");
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("textbox", { name: "Spec to import" }).focus();
  await paste(page, text);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("tab", { name: /group-61/ })).toBeAttached();
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect(page.getByText(/An empty file: no mirrors/)).toBeVisible();
  await expect.poll(() => treeFiles(page)).toEqual(["_default/hosts.toml, from Kublr"]);
  await expect
    .poll(() => editorText(page))
    .toBe(
      `${text}  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          enabled: false\n`,
    );
});
