import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { keyboard } from "./keyboard.js";
import { areas, copied, editor, example, expect, tabTo, takeFromPalette, test } from "./support.js";

const FILE = "06-hosts-override-internal-mirror.yaml";

test.beforeEach(async ({ page }) => {
  await page.goto("/?example=override-internal-mirror&phase=running");
  await expect(page.getByRole("treeitem", { name: /_backup.*hosts.toml/ })).toBeVisible();
});

/** Chooses from the menu, and gives the file that the browser saves. */
async function exported(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("the exact text, JSON, and the agent's configuration", async ({ page }) => {
  const yaml = await exported(page, "Download YAML");
  expect(yaml.name).toBe("cluster.yaml");
  expect(yaml.bytes.toString()).toBe(example(FILE));

  const json = await exported(page, "Download JSON");
  expect(json.name).toBe("cluster.json");
  expect(Object.keys(JSON.parse(json.bytes.toString()).spec)).toEqual(["kublrAgentConfig"]);

  const config = await exported(page, "Download kublrAgentConfig of the whole cluster");
  expect(config.name).toBe("cluster-kublrAgentConfig.yaml");
  expect(config.bytes.toString()).toMatch(/^kublrAgentConfig:\n {2}extensions:\n/);
});

test("the agent's configuration of the whole cluster, and of the group that the forms show", async ({
  page,
}) => {
  await page.goto("/?example=vsphere-ha");
  await expect(page.getByRole("banner").getByText("plant-north")).toBeVisible();
  const { design } = areas(page);
  await expect(design.getByRole("combobox", { name: "Scope" })).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("menuitem", { name: /kublrAgentConfig/ })).toHaveText([
    "Download kublrAgentConfig of the whole cluster",
    "Copy kublrAgentConfig of the whole cluster",
  ]);
  await page.keyboard.press("Escape");

  const cluster = await exported(page, "Download kublrAgentConfig of the whole cluster");
  expect(cluster.name).toBe("plant-north-kublrAgentConfig.yaml");
  expect(cluster.bytes.toString()).toContain("containerdMirrorAdd: false");
  expect(cluster.bytes.toString()).not.toContain("nvcr.io/hosts.toml");
  await expect(page.getByRole("status").getByText(/Not in it: what group gpu set\.$/)).toBeVisible();

  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Group gpu" });
  const group = await exported(page, "Download kublrAgentConfig of group gpu");
  expect(group.name).toBe("plant-north-kublrAgentConfig-nodes-gpu.yaml");
  expect(group.bytes.toString()).toMatch(/^kublrAgentConfig:\n/);
  expect(group.bytes.toString()).toContain("nvcr.io/hosts.toml");
  expect(group.bytes.toString()).not.toContain("containerdMirrorAdd");

  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Masters" });
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy kublrAgentConfig of the masters" }).click();
  await expect(
    page
      .getByRole("status")
      .getByText(/^Not exported: no kublrAgentConfig is written for the masters; there is one for /),
  ).toBeVisible();
});

test("a group's configuration by keyboard alone", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?example=vsphere-ha");
  await expect(page.getByRole("banner").getByText("plant-north")).toBeVisible();
  const keys = keyboard(page);
  await keys.pick(areas(page).design.getByRole("combobox", { name: "Scope" }), "Group gpu");
  await keys.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
  await takeFromPalette(page, "copy kublragentconfig of group", "Copy kublrAgentConfig of group gpu");
  await expect.poll(() => copied(page)).toMatch(/^kublrAgentConfig:\n[\s\S]*nvcr\.io/);
});

test("the files of the role and phase in view, as an archive", async ({ page }) => {
  const { name, bytes } = await exported(page, "Download certs.d: master, Spegel running");
  expect(name).toBe("cluster-master-running-certs.d.tar.gz");
  const listed = execFileSync("tar", ["-tzf", "-"], { input: bytes }).toString().split("\n").filter(Boolean);
  expect(listed.toSorted()).toEqual(["certs.d/_backup/_default/hosts.toml", "certs.d/_default/hosts.toml"]);
  await page.getByRole("treeitem", { name: /_backup.*hosts.toml/ }).click();
  const [first = ""] = execFileSync("tar", ["-xzOf", "-", "certs.d/_backup/_default/hosts.toml"], {
    input: bytes,
  })
    .toString()
    .split("\n");
  await expect(page.getByRole("article").getByText(first)).toBeVisible();
});

test("to the clipboard, by keyboard alone", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await tabTo(page, editor(page));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
  await takeFromPalette(page, "copy yaml", "Copy YAML");
  await expect(page.getByText("Copied the YAML.")).toBeVisible();
  expect(await copied(page)).toBe(example(FILE));
  await expect(editor(page)).toBeFocused();
});

test("a text that does not parse is exported as it is, and in no other form", async ({ page }) => {
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("spec: a: b");
  const yaml = await exported(page, "Download YAML");
  expect(yaml.bytes.toString()).toContain("spec: a: b");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy JSON" }).click();
  await expect(page.getByText("Not exported: the YAML does not parse.")).toBeVisible();
});
