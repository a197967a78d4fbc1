import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { keyboard, savedText } from "./keyboard.js";
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
  await page.getByRole("button", { name: "Choose files" }).click();
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
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await choosing).setFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from([0x89, 0xff, 0]),
  });
  await expect(page.getByText("logo.png is not UTF-8 text.")).toBeVisible();
  await expect(page.getByRole("banner").getByText("shop-staging")).toBeVisible();
});

const CLUSTER = "kind: Cluster\nmetadata:\n  name: joined\nspec: {}\n";
const SECRET = "kind: Secret\nmetadata:\n  name: token\n";
const BINARY = Buffer.from([0x89, 0xff, 0]);
type Dropped = readonly (readonly [name: string, content: string | Buffer])[];

const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status").getByText(text)).toBeVisible();
const isOpen = (page: Page, name: string) =>
  expect(page.getByRole("banner").getByText(name, { exact: true })).toBeVisible();

async function drop(page: Page, files: Dropped) {
  const data = await page.evaluateHandle(
    (contents) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of contents) transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    files.map(([name, content]) => ({ name, bytes: [...Buffer.from(content)] })),
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}

/** Drops what lies on the disk, as only the browser itself can. */
async function dropPaths(page: Page, paths: readonly string[]) {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, x: 700, y: 450, data });
  }
}

test.describe("several files", () => {
  test("dropped together are the documents of one text, taken back by one undo", async ({ page }) => {
    await drop(page, [
      ["secret.yaml", SECRET],
      ["cluster.yaml", CLUSTER],
    ]);
    await isOpen(page, "joined");
    await isOpen(page, "cluster.yaml and 1 more file");
    await expect.poll(() => editorText(page)).toBe(`${SECRET}---\n${CLUSTER}`);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await isOpen(page, "shop-staging");
  });

  test("of two clusters the first is opened, and the other is told of", async ({ page }) => {
    await drop(page, [
      ["one.yaml", CLUSTER],
      ["two.yaml", CLUSTER.replace("joined", "second")],
    ]);
    await isOpen(page, "one.yaml");
    await says(page, "Opened one.yaml. Not opened: two.yaml holds another cluster.");
  });

  test("what is no text, and what is no YAML, is told of beside what is opened", async ({ page }) => {
    await drop(page, [
      ["logo.png", BINARY],
      ["cluster.yaml", CLUSTER],
      ["notes.txt", "Nothing: to: see"],
    ]);
    await isOpen(page, "cluster.yaml");
    await says(page, /Not opened: notes\.txt holds no YAML documents and logo\.png is not UTF-8 text\./);
  });

  test("none of which is text: nothing is opened, and each has its word, but not sixty", async ({ page }) => {
    await drop(
      page,
      Array.from({ length: 60 }, (_, index) => [`${index}${"-long".repeat(40)}.png`, BINARY] as const),
    );
    const message = page.getByRole("status").getByText(/is not UTF-8 text/);
    await expect(message).toContainText("and 57 more.");
    expect((await message.textContent())?.length).toBeLessThan(300);
    await isOpen(page, "shop-staging");
  });

  test("by keyboard: chosen together, and opened as one", async ({ page }) => {
    const keys = keyboard(page);
    await keys.enter(page.getByRole("button", { name: "Import" }));
    const choosing = page.waitForEvent("filechooser");
    await keys.enter(page.getByRole("dialog").getByRole("button", { name: "Choose files" }));
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([
      { name: "cluster.yaml", mimeType: "text/yaml", buffer: Buffer.from(CLUSTER) },
      { name: "secret.yaml", mimeType: "text/yaml", buffer: Buffer.from(SECRET) },
    ]);
    await isOpen(page, "cluster.yaml and 1 more file");
    await expect.poll(() => savedText(page)).toBe(`${CLUSTER}---\n${SECRET}`);
  });
});

test("a folder is no file, and says so; a file beside it is opened", async ({ page }) => {
  const dir = mkdtempSync(join(tmpdir(), "lookinglass-drop-"));
  mkdirSync(join(dir, "specs"));
  writeFileSync(join(dir, "cluster.yaml"), CLUSTER);
  await dropPaths(page, [join(dir, "specs")]);
  await says(page, "specs is a folder: open the files in it.");
  await isOpen(page, "shop-staging");
  await dropPaths(page, [join(dir, "specs"), join(dir, "cluster.yaml")]);
  await says(page, "Opened cluster.yaml. Not opened: specs is a folder: open the files in it.");
  await isOpen(page, "joined");
});
