import { editorText, expect, test } from "./support.js";

const SPEC = "kind: Cluster\r\nmetadata:\r\n  name: imported # keep\r\nspec: {}\r\n";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("banner").getByText("shop-staging")).toBeVisible();
});

test("by paste, and taken back by undo", async ({ page }) => {
  await page.getByRole("button", { name: "Import" }).click();
  await page
    .getByRole("textbox", { name: "Spec to import" })
    .fill("kind: Cluster\nmetadata: {name: pasted}\nspec: {}\n");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("banner").getByText("pasted", { exact: true })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("banner").getByText("shop-staging")).toBeVisible();
});

test("from a file, line endings kept", async ({ page }) => {
  await page.getByRole("button", { name: "Import" }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles({ name: "cluster.yaml", mimeType: "text/yaml", buffer: Buffer.from(SPEC) });
  await expect(page.getByRole("banner").getByText("imported", { exact: true })).toBeVisible();
  await page.getByRole("switch", { name: "Spegel enabled" }).click();
  await expect.poll(() => editorText(page)).toContain("name: imported # keep\r\n");
});

test("by drag and drop", async ({ page }) => {
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.yaml", { type: "text/yaml" }));
    return transfer;
  }, SPEC);
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await expect(page.getByText("Drop the file to open it")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(page.getByRole("banner").getByText("dropped.yaml")).toBeVisible();
});

test("what is no text is refused with a reason", async ({ page }) => {
  await page.getByRole("button", { name: "Import" }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from([0x89, 0xff, 0]),
  });
  await expect(page.getByText("logo.png is not UTF-8 text.")).toBeVisible();
  await expect(page.getByRole("banner").getByText("shop-staging")).toBeVisible();
});
