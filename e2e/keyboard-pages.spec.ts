import { keyboard } from "./keyboard.js";
import { expect, test } from "./support.js";

test.describe("by keyboard alone", () => {
  test("the playground: template, data, functions, an error and a line at their places, taken from the spec", async ({
    page,
  }) => {
    const keys = keyboard(page);
    const template = page.getByRole("textbox", { name: "Template" });
    const data = page.getByRole("textbox", { name: "Data, YAML or JSON" });
    const output = page.getByRole("region", { name: "Output" });
    await page.goto("/playground");
    await keys.fill(template, "ok {{ .a | upper }}");
    await keys.fill(data, "a: x");
    const place = output.getByRole("button", { name: /^line 1, column/ });
    await expect(output.getByRole("status")).toContainText('function "upper" not defined');
    await keys.enter(place);
    await expect(template).toBeFocused();
    await keys.choose(
      page.getByRole("radio", { name: "Go", exact: true }),
      "ArrowRight",
      page.getByRole("radio", { name: "Go and Sprig" }),
      "Shift+Tab",
    );
    await expect(output.getByRole("listitem")).toHaveText(["ok X"]);
    await keys.enter(output.getByRole("button", { name: "Line 1 of the template wrote line 1" }));
    await expect(template).toBeFocused();

    await keys.enter(page.getByRole("link", { name: "Designer" }), "Shift+Tab");
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
    await page.goBack();
    const again = keyboard(page);
    await again.enter(page.getByRole("button", { name: "Take from your spec" }));
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await again.press("End");
    await expect(page.getByRole("menuitem").last()).toBeFocused();
    await again.press("Enter");
    await expect(data).toHaveValue(/"node_address_ip": "10\.0\.2\.11"/);
    await again.enter(page.getByRole("status").getByRole("button", { name: "Undo" }));
    await expect(data).toHaveValue("a: x");
  });

  test("inspecting a node: sample files, one renamed, one removed and brought back, another release", async ({
    page,
  }) => {
    const keys = keyboard(page);
    const paths = page.getByRole("textbox", { name: "certs.d/", exact: true });
    const answer = page.getByRole("region", { name: "What containerd does" });
    await page.goto("/inspect?image=quay.io/org/app:v1");
    await keys.fill(
      page.getByRole("textbox", { name: /^Output of the command/ }),
      'server = "https://a.example"',
    );
    await keys.enter(page.getByRole("button", { name: "Add as _default/hosts.toml" }));
    await expect(paths).toHaveValue("_default/hosts.toml");
    await keys.fill(paths, "quay.io/hosts.toml");
    await expect(answer.getByRole("status")).toContainText("/etc/containerd/certs.d/quay.io");
    const release = page.getByRole("combobox", { name: "containerd", exact: true });
    await keys.fill(release, "1.6.20");
    await keys.press("Enter");
    await expect(page).toHaveURL(/containerd=1\.6\.20/);
    await keys.enter(page.getByRole("button", { name: "Remove quay.io/hosts.toml" }), "Shift+Tab");
    await expect(paths).toBeHidden();
    // The last of the messages.
    await keys.enter(page.getByRole("status").getByRole("button", { name: "Undo" }).last(), "Shift+Tab");
    await expect(paths).toHaveValue("quay.io/hosts.toml");
    await keys.enter(page.getByRole("button", { name: "Add a file" }));
    await expect(paths).toHaveCount(2);
  });
});
