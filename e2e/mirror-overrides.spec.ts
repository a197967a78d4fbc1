import type { Locator, Page } from "@playwright/test";
import {
  areas,
  editor,
  editorText,
  example,
  expect,
  expectNoViolationsInAnyTheme,
  paste,
  tabTo,
  test,
} from "./support.js";

const VSPHERE = "11-vsphere-ha-group-overrides.yaml";

const mirrors = (page: Page) =>
  areas(page).design.getByRole("list", { name: "Mirrors, in the order in which they are tried" });

/** The rows of the list of mirrors, each by its first line. */
async function order(page: Page): Promise<string[]> {
  const titles = mirrors(page).getByRole("button", { name: /^\d / });
  return (await titles.allInnerTexts()).map((title) => title.replace(/^\d+\s+/, "").trim());
}

function content(page: Page, file: string): Locator {
  return page.getByRole("region", { name: `Content of ${file}` });
}

/** The addresses of a file's mirrors, in order. */
async function hosts(page: Page, file: string): Promise<string[]> {
  const text = (await content(page, file).textContent()) ?? "";
  return [...text.matchAll(/\[host\.['"](.*?)['"]\]/g)].map(([, host = ""]) => host);
}

async function drag(page: Page, handle: Locator, onto: Locator) {
  const [from, to] = [await handle.boundingBox(), await onto.boundingBox()];
  if (!from || !to) throw new Error("nothing to drag");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.move(from.x + from.width / 2, to.y - 4, { steps: 2 });
  await page.mouse.up();
}

test("with the mouse: an override from the list, its mirrors dragged into order, and back by undo", async ({
  page,
}) => {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await design.getByRole("button", { name: "Add override" }).click();
  await design.getByRole("button", { name: /^Add quay.io/ }).click();
  await expect(design.getByText("/etc/containerd/certs.d/quay.io/hosts.toml")).toBeVisible();
  await expect(design.getByText("on all nodes.")).toBeVisible();
  await design.getByRole("button", { name: "Masters’ Spegel" }).click();
  await design.getByRole("textbox", { name: "URL of the new mirror" }).fill("mirror.internal");
  await design.getByRole("button", { name: "Mirror", exact: true }).click();
  await expect
    .poll(() => order(page))
    .toEqual(["This node’s Spegel", "Masters’ Spegel", "https://mirror.internal"]);

  await test.step("dragged to the top, it is asked first on every node", async () => {
    const handle = design.getByRole("button", { name: /^Move mirror 3/ });
    await drag(page, handle, mirrors(page).getByRole("listitem").first());
    await expect
      .poll(() => order(page))
      .toEqual(["https://mirror.internal", "This node’s Spegel", "Masters’ Spegel"]);
    await design.getByRole("button", { name: "Show file" }).click();
    await expect
      .poll(() => hosts(page, "quay.io/hosts.toml"))
      .toEqual([
        "https://mirror.internal",
        "http://10.0.0.11:30020",
        "http://10.0.0.12:30020",
        "http://10.0.0.13:30020",
      ]);
  });

  await test.step("Spegel that is listed cannot be listed twice, and can be removed", async () => {
    const again = design.getByRole("button", { name: "Masters’ Spegel", exact: true });
    await expect(again).toBeDisabled();
    await mirrors(page).getByRole("button", { name: /^3 / }).click();
    await design.getByRole("button", { name: "Remove mirror 3" }).click();
    await expect(again).toBeEnabled();
    await expect.poll(() => hosts(page, "quay.io/hosts.toml")).toHaveLength(2);
  });

  await test.step("a registry that has one opens it", async () => {
    await design.getByRole("button", { name: /^quay.io/ }).click();
    await design.getByRole("button", { name: "Add override" }).click();
    await design.getByRole("textbox", { name: "Registry, as images name it" }).fill("quay.io");
    await design.getByRole("button", { name: "Open", exact: true }).click();
    await expect(design.getByRole("button", { name: /^quay.io/ })).toBeFocused();
    expect((await editorText(page)).match(/certs\.d\/quay\.io/g)).toHaveLength(1);
  });

  for (let step = 0; step < 5; step++) await page.getByRole("button", { name: "Undo" }).first().click();
  await expect.poll(() => editorText(page)).toBe(example(VSPHERE));
});

test("every field of a mirror is written where it belongs, and nothing else", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await design.getByRole("button", { name: /^_default/ }).click();
  await mirrors(page)
    .getByRole("button", { name: /cache.plant-north/ })
    .click();
  const enter = async (name: string, text: string) => {
    const field = design.getByRole("textbox", { name, exact: true });
    await field.fill(text);
    await field.press("Enter");
  };
  await expect(design.getByText(/^containerd 1.7 ignores it/)).toBeVisible();
  await enter("URL of mirror 2", "https://cache.plant-north.example/v2/hub");
  await expect(design.getByRole("checkbox", { name: "Override path" })).toBeChecked();
  await expect(design.getByText("https://cache.plant-north.example/v2/hub/…")).toBeVisible();
  await design.getByRole("checkbox", { name: "resolve" }).click();
  await expect(design.getByRole("checkbox", { name: "pull" })).toBeDisabled();
  await enter("Dial timeout of mirror 2", "500ms");
  await enter("New CA file of mirror 2", "/etc/ssl/plant.pem");
  await enter("New client certificate of mirror 2", "/etc/ssl/node.pem");
  await enter("Key of client certificate 1 of mirror 2", "/etc/ssl/node.key");
  await enter("New header of mirror 2", "Authorization: Basic eA==");
  await expect(
    design.getByRole("textbox", { name: "Value of header Authorization of mirror 2" }),
  ).toHaveValue("Basic eA==");
  await expect(design.getByText(/secret in a plain file on every node/)).toBeVisible();
  await expect
    .poll(() => editorText(page))
    .toBe(
      example(VSPHERE).replace(
        `          [host.'https://cache.plant-north.example']
          capabilities = ['pull', 'resolve']
          dial_timeout = '2s'
`,
        `          [host.'https://cache.plant-north.example/v2/hub']
          capabilities = ['pull']
          dial_timeout = '500ms'
          override_path = true
          ca = '/etc/ssl/plant.pem'
          client = [['/etc/ssl/node.pem', '/etc/ssl/node.key']]
          header = { Authorization = 'Basic eA==' }
`,
      ),
    );
});

/** An open mirror without headers. */
async function openMirror(page: Page): Promise<Locator> {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await design.getByRole("button", { name: /^_default/ }).click();
  await mirrors(page)
    .getByRole("button", { name: /cache.plant-north/ })
    .click();
  return design;
}

test("headers as people write them, in two fields or in one", async ({ page }) => {
  const design = await openMirror(page);
  const name = design.getByRole("textbox", { name: "New header of mirror 2", exact: true });
  const value = design.getByRole("textbox", { name: "Value of the new header of mirror 2" });

  await test.step("a name and a value, with the mouse", async () => {
    await name.fill("X-Team");
    await value.fill("north: 1");
    await design.getByRole("button", { name: "Add the header to mirror 2" }).click();
    await expect(design.getByRole("textbox", { name: "Value of header X-Team of mirror 2" })).toHaveValue(
      "north: 1",
    );
  });

  await test.step("pasted into either field it is split", async () => {
    for (const [field, text, added] of [
      [name, "Authorization: Basic dTpw", "Authorization"],
      [value, "-H 'X-Site: https://a.example'", "X-Site"],
    ] as const) {
      await field.focus();
      await paste(page, text);
      await expect(name).toHaveValue(added);
      await expect(value).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(
        design.getByRole("textbox", { name: `Value of header ${added} of mirror 2` }),
      ).toBeVisible();
      await expect(name).toBeFocused();
      await expect(name).toHaveValue("");
    }
  });

  await test.step("a value with a colon stays a value", async () => {
    await name.fill("X-Time");
    await value.focus();
    await paste(page, "at: 12:00");
    await expect(value).toHaveValue("at: 12:00");
    await name.fill("");
    await value.fill("");
  });

  await expect
    .poll(() => editorText(page))
    .toContain(
      "header = { X-Team = 'north: 1', Authorization = 'Basic dTpw', X-Site = 'https://a.example' }\n",
    );
});

test("a header that is refused is refused in words, by keyboard alone", async ({ page }) => {
  const design = await openMirror(page);
  const name = design.getByRole("textbox", { name: "New header of mirror 2", exact: true });
  const value = design.getByRole("textbox", { name: "Value of the new header of mirror 2" });
  const refused = async (field: Locator, words: RegExp) => {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(words);
    await expect(field).toBeFocused();
  };
  await tabTo(page, name);
  await page.keyboard.press("Enter");
  await refused(name, /needs a name/);
  await page.keyboard.type("two words");
  await page.keyboard.press("Enter");
  await refused(name, /a space cannot be part of it/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("X-Team");
  await page.keyboard.press("Enter");
  await expect(value).toBeFocused();
  await page.keyboard.press("Enter");
  await refused(value, /needs a value/);
  await page.keyboard.type("north");
  await page.keyboard.press("Enter");
  await expect(name).toBeFocused();
  // The form knows the header once the document has it.
  await expect(design.getByRole("textbox", { name: "Name of header X-Team of mirror 2" })).toBeVisible();
  await page.keyboard.type("x-team: south");
  await page.keyboard.press("Enter");
  await refused(name, /^X-Team is here already/);

  const written = design.getByRole("textbox", { name: "Name of header X-Team of mirror 2" });
  await written.fill("X Team");
  await written.press("Enter");
  await expect(written).toHaveAccessibleDescription(/a space cannot be part of it/);
});

test("what a first override and a first mirror write causes no warning of the text", async ({ page }) => {
  const { design, problems } = areas(page);
  await page.goto("/?example=aws-two-groups");
  await design.getByRole("button", { name: "Add override" }).click();
  await design.getByRole("button", { name: /^Add docker.io/ }).click();
  await expect(page.getByRole("treeitem", { name: /^docker.io\/hosts/ })).toBeVisible();
  await expect(problems.getByText(/is set aside when Spegel starts/).first()).toBeVisible();
  await expect(problems.getByText(/dial_timeout/)).toHaveCount(0);
  await design.getByRole("textbox", { name: "URL of the new mirror" }).fill("https://harbor.example/v2/hub");
  await design.getByRole("button", { name: "Mirror", exact: true }).click();
  await expect.poll(() => editorText(page)).toContain("override_path = true");
  expect(await editorText(page)).not.toContain("dial_timeout");
  await expect(problems.getByText(/override_path|ignores dial_timeout/)).toHaveCount(0);
});

test("the server: the registry itself, or another in its place", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=mirror-add-off");
  await design.getByRole("button", { name: /^great-registry.com/ }).click();
  await design.getByRole("button", { name: /^At last/ }).click();
  await design.getByRole("radio", { name: /^This server/ }).click();
  await expect(design.getByText(/^The registry itself: as without it/)).toBeVisible();
  await design.getByRole("textbox", { name: "Server" }).fill("https://my-mirror.internal");
  await expect(design.getByText(/great-registry.com is never asked, even/)).toBeVisible();
  await design.getByRole("button", { name: "Show file" }).click();
  await expect(content(page, "great-registry.com/hosts.toml")).toContainText(
    /^1?server = 'https:\/\/my-mirror/,
  );
  await design.getByRole("radio", { name: /^No server/ }).click();
  await expect.poll(() => editorText(page)).toBe(example("08-mirror-add-off-with-overrides.yaml"));
});

test("a wrong name is told where it is typed, with the right one", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await design.getByRole("button", { name: "Add override" }).click();
  const name = design.getByRole("textbox", { name: "Registry, as images name it" });
  for (const [typed, message] of [
    ["https://ghcr.io/org", /without https/],
    ["index.docker.io", /Docker Hub have the registry docker.io/],
    ["_default_", /for all registries is _default/],
  ] as const) {
    await name.fill(typed);
    await expect(design.getByRole("alert")).toHaveText(message);
  }
  await name.fill("harbor");
  await name.press("Enter");
  await expect(design.getByRole("alert")).toHaveText(/has a dot in its name, or a port/);
  await name.fill("Harbor.example:8443");
  await design.getByRole("alert").getByRole("button", { name: "harbor.example:8443" }).click();
  await name.press("Enter");
  await expect(
    page.getByRole("treeitem", { name: "harbor.example:8443/hosts.toml, from Extension" }),
  ).toBeVisible();
});

test("to the template and back without loss; what has no form is kept", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await design.getByRole("button", { name: /^_default/ }).click();
  await design.getByRole("radio", { name: "Template" }).click();
  const template = design.getByRole("textbox", { name: "Template of _default" });
  const loop = "{{ range .config.extra }}\n[host.'https://{{ . }}']\n{{ end }}\n";
  const text = `# ours\n${loop}\n# last\n[host.'https://a.example']\nca = [\n  '/a.pem', # one\n]\n`;
  await template.fill(text);
  await design.getByRole("radio", { name: "Mirrors" }).click();
  await expect.poll(() => order(page)).toEqual(["Template block", "https://a.example"]);
  await mirrors(page).getByRole("button", { name: /^2 / }).click();
  await expect(design.getByText("Kept as written, because it has no form here:")).toBeVisible();
  await expect(design.getByRole("textbox", { name: "New CA file of mirror 2" })).toBeDisabled();
  await design.getByRole("button", { name: "Move mirror 2 up" }).click();
  await expect.poll(() => order(page)).toEqual(["https://a.example", "Template block"]);
  await design.getByRole("radio", { name: "Template" }).click();
  await expect(template).toHaveValue(
    `# last\n[host.'https://a.example']\nca = [\n  '/a.pem', # one\n]\n\n# ours\n${loop}`,
  );
  await template.fill("{{ if .config.x }}\n[host.'https://a.example']\n");
  await expect(design.getByText(/Edited as a template.*has no {{ end }}/)).toBeVisible();
  await expect(design.getByText(/unexpected EOF/).first()).toBeVisible();
});

test("in a group: what is inherited, an own copy, no file, and inherited again", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Group gpu" });
  await design.getByRole("button", { name: /^_default/ }).click();
  await expect(design.getByText(/Inherited from the whole cluster/)).toBeVisible();
  await expect(design.getByRole("textbox", { name: "URL of the new mirror" })).toBeHidden();
  await mirrors(page)
    .getByRole("button", { name: /cache.plant-north/ })
    .click();
  await expect(design.getByRole("textbox", { name: "URL of mirror 2" })).toBeDisabled();

  await design.getByRole("button", { name: "Override for this group" }).click();
  await expect(design.getByText("on the nodes of gpu.")).toBeVisible();
  await expect(design.getByRole("textbox", { name: "URL of the new mirror" })).toBeEnabled();
  await design.getByRole("button", { name: /^Use the cluster’s override _default again/ }).click();

  await design.getByRole("button", { name: "No file for this group" }).click();
  await expect(design.getByText(/is not written on the nodes of gpu/)).toBeVisible();
  await page.getByRole("tab", { name: /gpu/ }).click();
  await page.getByRole("treeitem", { name: /^_default.*hosts.toml/ }).click();
  await expect(page.getByText("Nothing is written.")).toBeVisible();
  await page.getByRole("tab", { name: /general/ }).click();
  await expect(content(page, "_default/hosts.toml")).toContainText("cache.plant-north.example");
  await design.getByRole("button", { name: /^Use the cluster’s override _default again/ }).click();
  await expect.poll(() => editorText(page)).toBe(example(VSPHERE));
});

test("by keyboard alone: add, order, set, remove, show in the spec, undo", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/?example=vsphere-ha");
  await tabTo(page, design.getByRole("button", { name: "Add override" }));
  await page.keyboard.press("Enter");
  await expect(design.getByRole("textbox", { name: "Registry, as images name it" })).toBeFocused();
  await page.keyboard.type("registry.example:5000");
  await page.keyboard.press("Enter");
  await expect(design.getByRole("button", { name: /^registry.example:5000/ })).toBeFocused();

  await tabTo(page, design.getByRole("textbox", { name: "URL of the new mirror" }));
  await page.keyboard.type("https://a.example");
  await page.keyboard.press("Enter");
  await tabTo(page, design.getByRole("button", { name: "Masters’ Spegel" }));
  await page.keyboard.press("Space");
  await expect
    .poll(() => order(page))
    .toEqual(["This node’s Spegel", "https://a.example", "Masters’ Spegel"]);

  await tabTo(page, design.getByRole("button", { name: /^Move mirror 2/ }), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await expect(design.getByRole("button", { name: /^Move mirror 1/ })).toBeFocused();
  await page.keyboard.press("End");
  await expect(design.getByRole("button", { name: /^Move mirror 3/ })).toBeFocused();
  await expect
    .poll(() => order(page))
    .toEqual(["This node’s Spegel", "Masters’ Spegel", "https://a.example"]);
  await expect(design.getByText("Moved to place 3 of 3")).toBeAttached();

  await tabTo(page, mirrors(page).getByRole("button", { name: /^3 / }));
  await page.keyboard.press("Enter");
  await tabTo(page, design.getByRole("checkbox", { name: "Skip verify" }));
  await page.keyboard.press("Space");
  await tabTo(page, design.getByRole("button", { name: "Show file" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(content(page, "registry.example:5000/hosts.toml")).toContainText("skip_verify = true");

  await tabTo(page, design.getByRole("button", { name: "Remove mirror 3" }));
  await page.keyboard.press("Enter");
  await expect.poll(() => order(page)).toEqual(["This node’s Spegel", "Masters’ Spegel"]);
  await tabTo(page, design.getByRole("button", { name: "Show in spec" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(editor(page)).toBeFocused();
  for (let step = 0; step < 7; step++) await page.keyboard.press("Control+z");
  await expect.poll(() => editorText(page)).toBe(example(VSPHERE));
});

test("on a phone an override is added, and its mirrors moved", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?example=vsphere-ha");
  // On a phone the forms are no region.
  await page.getByRole("button", { name: /^_default/ }).click();
  const list = page.getByRole("list", { name: /^Mirrors/ });
  await list.getByRole("button", { name: /cache.plant-north/ }).click();
  await page.getByRole("button", { name: "Move mirror 2 up" }).click();
  await expect(list.getByRole("button", { name: /^1 https:\/\/cache/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Show file" }).click();
  await expect(content(page, "_default/hosts.toml")).toContainText(/cache.plant[\s\S]*30020/);
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("in an open override", async ({ page }) => {
    const { design } = areas(page);
    await page.goto("/?example=vsphere-ha");
    await design.getByRole("combobox", { name: "Scope" }).selectOption({ label: "Group gpu" });
    await design.getByRole("button", { name: /^_default/ }).click();
    await design.getByRole("button", { name: /^nvcr.io/ }).click();
    await design.getByRole("button", { name: "Masters’ Spegel" }).last().click();
    await design.getByRole("button", { name: /^\d Masters’ Spegel/ }).click();
    await design.getByRole("button", { name: /gpu-cache/ }).click();
    await design.getByRole("textbox", { name: /^New header/ }).fill("two words: x");
    await page.keyboard.press("Enter");
    await expect(design.getByText(/a space cannot be part of it/)).toBeVisible();
    await design
      .getByRole("button", { name: /^At last/ })
      .last()
      .click();
    await design.getByRole("button", { name: "Add override" }).click();
    await design.getByRole("textbox", { name: "Registry, as images name it" }).fill("https://quay.io");
    await expect(design.getByRole("alert")).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });
});
