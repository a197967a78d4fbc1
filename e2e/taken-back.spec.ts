import type { Page } from "@playwright/test";
import { keyboard, savedText } from "./keyboard.js";
import { areas, editor, editorText, example, expect, paste, test } from "./support.js";

/** The undo that a message offers. */
const offered = (page: Page) => page.getByRole("status").getByRole("button", { name: "Undo" });
const fix = (page: Page) =>
  areas(page).problems.getByRole("button", { name: /containerdMirrorAdd to false/ });
const bar = (page: Page, action: "Undo" | "Redo") =>
  page.getByRole("banner").getByRole("button", { name: action });
const mirrorAdd = /containerdMirrorAdd: false/;

/** By itself a message would go after seven seconds, as it would have gone before anything ended it. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const { setTimeout: start } = window;
    const FOR_EVER_MS = 2 ** 31 - 1;
    const startLate = (run: () => void, delay?: number) => start(run, delay === 7000 ? FOR_EVER_MS : delay);
    Object.assign(window, { setTimeout: startLate });
  });
});

async function openWithFix(page: Page) {
  await page.goto("/?example=override-internal-mirror");
  await expect(fix(page)).toBeVisible();
  await expect(editor(page)).toBeAttached();
}

async function makeFix(page: Page) {
  await openWithFix(page);
  await fix(page).click();
  await expect(offered(page)).toBeVisible();
}

async function importText(page: Page, text: string) {
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("textbox", { name: "Spec to import" }).fill(text);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

test.describe("a message that a fix was made", () => {
  test("takes back the fix, and nothing else", async ({ page }) => {
    await openWithFix(page);
    const original = await editorText(page);
    await fix(page).click();
    await offered(page).click();
    await expect(offered(page)).toBeHidden();
    await expect.poll(() => editorText(page)).toBe(original);
    await bar(page, "Redo").click();
    await expect.poll(() => editorText(page)).toMatch(mirrorAdd);
    await expect(offered(page)).toBeHidden();
  });

  test("goes with the next change of a form: both stay in the text", async ({ page }) => {
    await makeFix(page);
    const { design } = areas(page);
    await design.getByPlaceholder("^docker\\.io/").fill("^quay\\.io/");
    await design.getByRole("button", { name: "Add filter" }).click();
    await expect(design.getByRole("textbox", { name: "Filter 1" })).toHaveValue("^quay\\.io/");
    await expect(offered(page)).toBeHidden();
    const text = await editorText(page);
    expect(text).toMatch(mirrorAdd);
    expect(text).toContain("^quay\\.io/");
  });

  test("goes with the next letter that is typed", async ({ page }) => {
    await makeFix(page);
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("#");
    await expect(offered(page)).toBeHidden();
  });

  test("goes with an undo of the toolbar, and does not come back with redo", async ({ page }) => {
    await makeFix(page);
    await bar(page, "Undo").click();
    await expect(offered(page)).toBeHidden();
    await bar(page, "Redo").click();
    await expect.poll(() => editorText(page)).toMatch(mirrorAdd);
    await expect(offered(page)).toBeHidden();
  });

  test("goes when the next message comes: one undo is offered, of what was done last", async ({ page }) => {
    await makeFix(page);
    await page.getByRole("banner").getByRole("button", { name: "Changes" }).click();
    await page.getByRole("button", { name: "Back to the opened text" }).click();
    await expect(offered(page)).toHaveCount(1);
    await offered(page).click();
    await expect(page.getByRole("button", { name: "Back to the opened text" })).toBeVisible();
  });
});

test.describe("a message that another document was opened", () => {
  const OTHER = "kind: Cluster\nmetadata:\n  name: other\nspec: {}\n";

  test("goes with the next change, so that no undo takes back that one alone", async ({ page }) => {
    await page.goto("/");
    await expect(editor(page)).toBeAttached();
    await importText(page, OTHER);
    await expect(offered(page)).toBeVisible();
    await page.getByRole("switch", { name: "Spegel enabled" }).click();
    await expect(offered(page)).toBeHidden();
    await expect.poll(() => editorText(page)).toContain("enabled: false");
  });

  test("takes back the name alone when the text is the same: no edit before it is lost", async ({ page }) => {
    await page.goto("/");
    await expect(editor(page)).toBeAttached();
    await page.getByRole("switch", { name: "Spegel enabled" }).click();
    const edited = page.getByRole("banner").getByText(/^Example: .* · edited$/);
    await expect(edited).toBeVisible();
    await expect.poll(() => editorText(page)).toContain("enabled: false");
    const text = await editorText(page);
    await importText(page, text);
    await expect(page.getByRole("banner").getByText("pasted text", { exact: true })).toBeVisible();
    await offered(page).click();
    await expect(edited).toBeVisible();
    await expect.poll(() => editorText(page)).toBe(text);
  });

  test("opened from the gallery: it goes with the next change too", async ({ page }) => {
    await page.goto("/");
    await expect(editor(page)).toBeAttached();
    await importText(page, OTHER);
    await page.getByRole("button", { name: "Examples" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Spegel off" }).click();
    await expect(page.getByRole("status").getByText("Opened “Spegel off”.")).toBeVisible();
    await expect(offered(page)).toHaveCount(1);
    await page.getByRole("switch", { name: "Spegel enabled" }).click();
    await expect(offered(page)).toHaveCount(0);
  });
});

test("removed Secrets come back by the message, until something else is done", async ({ page }) => {
  await page.goto("/?example=cluster-with-secrets");
  await expect(editor(page)).toBeAttached();
  const remove = async () => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("button", { name: /^Remove .* from the text$/ }).click();
    await expect(page.getByRole("status").getByText("Removed the Secrets from the text.")).toBeVisible();
    await page.keyboard.press("Escape");
  };
  await remove();
  await offered(page).click();
  await expect.poll(() => editorText(page)).toBe(example("13-cluster-with-secrets.yaml"));
  await remove();
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect(offered(page)).toBeHidden();
  await expect.poll(() => editorText(page)).not.toContain("kind: Secret");
});

test("on the pages beside the designer, a message takes back nothing that came after it", async ({
  page,
}) => {
  await test.step("a file of a node", async () => {
    await page.goto("/inspect");
    await page.getByRole("button", { name: "Try with sample files" }).click();
    const paths = page.getByRole("textbox", { name: "certs.d/", exact: true });
    const count = await paths.count();
    await page
      .getByRole("button", { name: /^Remove/ })
      .first()
      .click();
    await expect(paths).toHaveCount(count - 1);
    await paths.first().fill("quay.io/hosts.toml");
    await expect(offered(page)).toBeHidden();
    await expect(paths.first()).toHaveValue("quay.io/hosts.toml");
  });
  await test.step("the sample of the playground", async () => {
    await page.goto("/playground");
    await page.getByRole("button", { name: "Sample" }).click();
    await expect(offered(page)).toBeVisible();
    await page.getByRole("textbox", { name: "Template" }).fill("mine");
    await expect(offered(page)).toBeHidden();
  });
});

test.describe("by keyboard alone", () => {
  test("the undo of a message that has the focus; the focus goes back to where it was", async ({ page }) => {
    await openWithFix(page);
    const original = await savedText(page);
    const keys = keyboard(page);
    await keys.enter(fix(page), "Shift+Tab");
    await expect(offered(page)).toBeVisible();
    await keys.enter(offered(page));
    await expect(offered(page)).toBeHidden();
    await expect.poll(() => savedText(page)).toBe(original);
    await expect(page.locator(":focus")).toHaveCount(1);
  });

  test("undo by its keys while the message has the focus: it goes, and what is typed next is kept", async ({
    page,
  }) => {
    await openWithFix(page);
    const original = await savedText(page);
    const keys = keyboard(page);
    await keys.enter(fix(page), "Shift+Tab");
    await keys.to(offered(page));
    await keys.press("Control+z");
    await expect(offered(page)).toBeHidden();
    await expect.poll(() => savedText(page)).toBe(original);
    await expect(page.locator(":focus")).toHaveCount(1);
    await keys.to(editor(page), "Shift+Tab");
    await keys.press("Control+End");
    await paste(page, "# mine");
    await expect.poll(() => savedText(page)).toBe(`${original}# mine`);
  });

  test("a switch that is turned ends the message", async ({ page }) => {
    await openWithFix(page);
    const keys = keyboard(page);
    await keys.enter(fix(page), "Shift+Tab");
    await expect(offered(page)).toBeVisible();
    await keys.turn(page.getByRole("switch", { name: "Spegel enabled" }), "Shift+Tab");
    await expect(offered(page)).toBeHidden();
    const text = await savedText(page);
    expect(text).toMatch(mirrorAdd);
    expect(text).toContain("enabled: false");
  });
});
