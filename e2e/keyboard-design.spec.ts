import { keyboard, savedText } from "./keyboard.js";
import { areas, editor, example, expect, paste, test } from "./support.js";

const VSPHERE = example("11-vsphere-ha-group-overrides.yaml");

test.describe("by keyboard alone", () => {
  test("Spegel on the cluster and on one group, who writes, what is kept, registries, targets, resources", async ({
    page,
  }) => {
    const { design } = areas(page);
    const keys = keyboard(page);
    const original = example("10-aws-two-groups.yaml");
    await page.goto("/");
    await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
    const scope = design.getByRole("combobox", { name: "Scope" });
    const enabled = design.getByRole("switch", { name: "Spegel enabled" });

    await test.step("a group's own setting, and inherited again", async () => {
      await keys.pick(scope, "Group batch");
      await keys.turn(enabled);
      await expect(design.getByText("Written for batch")).toBeVisible();
      const inherit = design.getByRole("button", { name: "Inherit: Spegel enabled" });
      await keys.enter(inherit);
      await expect(inherit).toBeHidden();
      await keys.to(scope, "Shift+Tab");
      await keys.press("Home");
      await expect(scope.locator("option:checked")).toHaveText("Whole cluster");
    });

    await test.step("values of the chart", async () => {
      await keys.turn(design.getByRole("checkbox", { name: /^Keep the hosts/ }));
      await keys.to(design.getByRole("combobox", { name: "New registry" }));
      await keys.type("https://quay.io");
      await keys.press("Enter");
      await expect(design.getByRole("textbox", { name: "Registry 1" })).toHaveValue("https://quay.io");
      await keys.to(design.getByRole("textbox", { name: "New target" }));
      await keys.type("http://mirror.internal:5000");
      await keys.press("Enter");
      await expect(design.getByRole("textbox", { name: "Target 1" })).toHaveValue(/mirror.internal/);
      await keys.fill(design.getByRole("textbox", { name: "Memory limit" }), "256Mi");
      for (const written of [
        / prependExisting: true\n/,
        / mirroredRegistries:\n +- https:\/\/quay\.io\n/,
        / additionalMirrorTargets:\n +- http:\/\/mirror\.internal:5000\n/,
        / memory: '256Mi'\n/,
      ]) {
        await expect.poll(() => savedText(page)).toMatch(written);
      }
    });

    for (let step = 0; step < 6; step++) await keys.press("Control+z");
    await expect.poll(() => savedText(page)).toBe(original);
  });

  test("any other value: a number, a list of maps, a value that the release ignores", async ({ page }) => {
    const { design } = areas(page);
    const keys = keyboard(page);
    await page.goto("/");
    await keys.to(editor(page));
    await keys.press("Control+a");
    await paste(
      page,
      "spec:\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          helm_values:\n            spegel:\n              appendMirrors: true\n              whatever: 1\n",
    );
    const strays = design.getByRole("list", { name: "Values without effect" });
    await keys.enter(strays.getByRole("button", { name: "Move to spegel.prependExisting" }), "Shift+Tab");
    await expect(strays.getByRole("listitem")).toHaveCount(1);
    await keys.enter(strays.getByRole("button", { name: "Remove spegel.whatever" }));
    await expect(strays).toBeHidden();

    const search = design.getByRole("searchbox", { name: "Search chart values" });
    await keys.enter(design.getByRole("button", { name: /^More chart values/ }));
    await keys.fill(search, "hostPort");
    await keys.fill(design.getByRole("textbox", { name: "service.registry.hostPort" }), "30999");
    await keys.fill(search, "tolerations", "Shift+Tab");
    await keys.to(design.getByRole("textbox", { name: "tolerations", exact: true }));
    await keys.press("Control+a");
    await keys.type("- key: x");
    await expect
      .poll(() => savedText(page))
      .toMatch(/prependExisting: true\n[\s\S]*hostPort: 30999\n[\s\S]*tolerations:\n +- key: x\n/);
  });

  test("an override from the list: every field of a mirror", async ({ page }) => {
    const { design } = areas(page);
    const keys = keyboard(page);
    await page.goto("/?example=vsphere-ha");
    await expect(design.getByRole("button", { name: /^_default/ })).toBeVisible();
    await keys.enter(design.getByRole("button", { name: "Add override" }));
    await expect(design.getByRole("textbox", { name: "Registry, as images name it" })).toBeFocused();
    await keys.type("https://ghcr.io");
    await keys.enter(design.getByRole("alert").getByRole("button", { name: "ghcr.io" }));
    await keys.enter(design.getByRole("button", { name: /^Add quay.io/ }));
    await expect(design.getByRole("button", { name: /^quay.io/ })).toBeFocused();

    await test.step("a mirror and its fields", async () => {
      const commit = async (name: string, text: string) => {
        await keys.fill(design.getByRole("textbox", { name, exact: true }), text);
        await keys.press("Enter");
      };
      await commit("URL of the new mirror", "mirror.internal/v2/hub");
      await keys.enter(design.getByRole("button", { name: "Spegel service", exact: true }));
      await keys.enter(design.getByRole("button", { name: /^2 https:/ }), "Shift+Tab");
      await expect(design.getByRole("checkbox", { name: "Override path" })).toBeChecked();
      await keys.turn(design.getByRole("checkbox", { name: "resolve" }));
      await commit("Dial timeout of mirror 2", "500ms");
      await keys.turn(design.getByRole("checkbox", { name: "Skip verify" }));
      await commit("New CA file of mirror 2", "/etc/ssl/ca.pem");
      await commit("New client certificate of mirror 2", "/etc/ssl/node.pem");
      await commit("Key of client certificate 1 of mirror 2", "/etc/ssl/node.key");
      await commit("New header of mirror 2", "X-Site: north");
    });
    await expect
      .poll(() => savedText(page))
      .toContain(
        `          [host.'https://mirror.internal/v2/hub']
          capabilities = ['pull']
          override_path = true
          dial_timeout = '500ms'
`,
      );
    for (const line of [
      "skip_verify = true",
      "ca = '/etc/ssl/ca.pem'",
      "client = [['/etc/ssl/node.pem', '/etc/ssl/node.key']]",
      "header = { X-Site = 'north' }",
    ]) {
      await expect.poll(() => savedText(page)).toContain(`          ${line}\n`);
    }
  });

  test("an override: the server, as a template and back, another registry, away", async ({ page }) => {
    const { design } = areas(page);
    const keys = keyboard(page);
    await page.goto("/?example=mirror-add-off");
    await keys.enter(design.getByRole("button", { name: /^great-registry.com/ }));

    await test.step("the server", async () => {
      await keys.enter(design.getByRole("button", { name: /^At last/ }));
      await keys.choose(
        design.getByRole("radio", { name: /^No server/ }),
        "ArrowDown",
        design.getByRole("radio", { name: /^This server/ }),
      );
      await keys.fill(design.getByRole("textbox", { name: "Server" }), "https://my-mirror.internal");
    });

    await test.step("as a template, and back", async () => {
      const mirrors = design.getByRole("radio", { name: "Mirrors" });
      const template = design.getByRole("radio", { name: "Template" });
      await keys.choose(mirrors, "ArrowRight", template, "Shift+Tab");
      const text = design.getByRole("textbox", { name: "Template of great-registry.com" });
      await expect(text).toHaveValue(/^server = 'https:\/\/my-mirror.internal'\n/);
      await keys.to(text);
      await keys.press("Control+End");
      await keys.type("\n# last\n");
      await keys.choose(template, "ArrowLeft", mirrors, "Shift+Tab");
      await expect(design.getByRole("button", { name: /^1 https:/ })).toBeVisible();
    });

    await keys.fill(design.getByRole("textbox", { name: "Registry", exact: true }), "ghcr.io");
    await keys.press("Enter");
    await expect(page.getByRole("treeitem", { name: "ghcr.io/hosts.toml, from Extension" })).toBeVisible();
    await keys.enter(design.getByRole("button", { name: "Remove override ghcr.io" }), "Shift+Tab");
    await expect(design.getByRole("button", { name: /^ghcr.io/ })).toBeHidden();
    await keys.to(design.getByRole("button", { name: "Add override" }));
    await expect.poll(() => savedText(page)).not.toContain("my-mirror.internal");
  });

  test("in a group: an own copy, the cluster's again, no file", async ({ page }) => {
    const { design } = areas(page);
    const keys = keyboard(page);
    await page.goto("/?example=vsphere-ha");
    const scope = design.getByRole("combobox", { name: "Scope" });
    await keys.pick(scope, "Group gpu");
    await keys.enter(design.getByRole("button", { name: /^_default/ }));
    await keys.enter(design.getByRole("button", { name: "Override for this group" }));
    await expect(design.getByText("on the nodes of gpu.")).toBeVisible();
    const again = design.getByRole("button", { name: /^Use the cluster’s override _default again/ });
    await keys.enter(again, "Shift+Tab");
    await expect(design.getByText(/Inherited from the whole cluster/)).toBeVisible();
    await keys.enter(design.getByRole("button", { name: "No file for this group" }));
    await expect(design.getByText(/is not written on the nodes of gpu/)).toBeVisible();
    await keys.enter(again, "Shift+Tab");
    await expect(again).toBeHidden();
    await keys.to(scope, "Shift+Tab");
    await expect.poll(() => savedText(page)).toBe(VSPHERE);
  });
});
