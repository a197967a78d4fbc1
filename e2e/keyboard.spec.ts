import { areas, arrowTo, expect, tabTo, test, treeFiles } from "./support.js";

test("the main job by keyboard alone", async ({ page }) => {
  const { design, problems } = areas(page);
  const warning = problems.getByText("spegel/mirror-add-overwrites");
  await page.goto("/");
  await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Examples" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await tabTo(page, dialog.getByRole("button", { name: "Your own files beside Spegel" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeVisible();

  await tabTo(page, design.getByRole("radio", { name: "You" }));
  await arrowTo(page, "ArrowLeft", design.getByRole("radio", { name: "Spegel", exact: true }));
  await expect(warning).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(warning).toBeHidden();
  await page.keyboard.press("Control+Shift+z");
  await expect(warning).toBeVisible();

  await test.step("out of the editor, to the phases and files", async () => {
    await tabTo(page, page.getByRole("textbox", { name: /^Cluster spec, YAML/ }));
    await page.keyboard.press("Control+m");
    await tabTo(page, page.getByRole("radio", { name: "Bootstrap" }));
    await arrowTo(page, "ArrowRight", page.getByRole("radio", { name: "Spegel running" }));
    await expect(page.getByRole("radio", { name: "Spegel running" })).toBeChecked();
    await tabTo(page, page.getByRole("treeitem", { name: "_default/hosts.toml, from Spegel" }));
    await page.keyboard.press("End");
    await expect(page.getByRole("treeitem", { name: /_backup\/great-registry.*hosts.toml/ })).toBeFocused();
    await expect(page.getByText("containerd no longer reads it", { exact: false }).last()).toBeVisible();
  });

  await tabTo(page, problems.getByRole("button", { name: /containerdMirrorAdd to false/ }));
  await page.keyboard.press("Enter");
  await expect(warning).toBeHidden();
  await expect
    .poll(() => treeFiles(page))
    .toEqual(["_default/hosts.toml, from Extension", "great-registry.com/hosts.toml, from Extension"]);

  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  expect((await downloading).suggestedFilename()).toBe("cluster.yaml");

  await tabTo(page, page.getByRole("button", { name: "Share", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("button", { name: "Create link" }));
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s\//);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeFocused();
});
