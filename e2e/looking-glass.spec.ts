import type { Page } from "@playwright/test";
import {
  areas,
  arrowTo,
  editor,
  editorText,
  expect,
  expectNoViolationsInAnyTheme,
  tabTo,
  test,
} from "./support.js";

const OWN_FILES = "mirror-add-off";
const ONE_MIRROR = "override-internal-mirror";

const grid = (page: Page) => page.getByRole("grid", { name: "Files of every role in every phase" });

/** A page that shows a spec without its editor. */
async function openShared(page: Page, spec: string, query: string) {
  const created = await page.request.post("/api/v1/shares", { data: { spec } });
  const { id } = await created.json();
  await page.goto(`/s/${id}?${query}`);
}

/** Sixty groups with the same files but one. */
function sixtyGroups(): string {
  const group = (index: number) =>
    `    - name: group-${index}\n${index === 7 ? `      kublrAgentConfig:\n        extensions:\n          own:\n            path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml\n            content: "[host.'https://mirror.example']"\n` : ""}`;
  return `kind: Cluster\nspec:\n  nodes:\n${Array.from({ length: 60 }, (_, index) => group(index)).join("")}`;
}

test.describe("overview", () => {
  test("shows what Spegel replaces; a file of a phase is one click away, and back", async ({ page }) => {
    const { glass } = areas(page);
    await page.goto(`/?example=${ONE_MIRROR}`);
    await glass.getByRole("radio", { name: "Overview" }).click();
    await expect(glass.getByText("Both roles get the same files.")).toBeVisible();
    const row = grid(page).getByRole("row", { name: /master and default/ });
    await expect(
      row.getByRole("button", { name: "_default/hosts.toml, from Extension", exact: true }),
    ).toBeVisible();
    await expect(
      row.getByRole("button", { name: "_default/hosts.toml, from Extension, moved to _backup" }),
    ).toBeVisible();
    await row.getByRole("button", { name: "_default/hosts.toml, from Spegel, replaces yours" }).click();

    await expect(page.getByRole("article", { name: "_default/hosts.toml" })).toBeVisible();
    await expect(page.getByRole("radio", { name: "Spegel running" })).toBeChecked();
    await page.goBack();
    await expect(grid(page)).toBeVisible();
  });

  test("sixty groups fold into what differs, and unfold", async ({ page }) => {
    await openShared(page, sixtyGroups(), "glass=overview");
    await expect(page.getByText("61 roles, 3 different sets of files.")).toBeVisible();
    const rows = grid(page).getByRole("row");
    await expect(rows).toHaveCount(4);
    await grid(page)
      .getByRole("button", { name: /group-0, group-1 and 57 more/ })
      .click();
    await expect(rows).toHaveCount(63);
    await grid(page)
      .getByRole("row", { name: /^group-59/ })
      .getByRole("button", { name: /replaces Kublr/ })
      .first()
      .click();
    await expect(page.getByRole("tab", { name: "group-59", selected: true })).toBeVisible();
  });

  test("says in words why nothing differs", async ({ page }) => {
    await page.goto(`/?example=${OWN_FILES}&glass=overview`);
    await expect(
      page.getByText("Spegel runs and leaves these files alone (containerdMirrorAdd is false)."),
    ).toBeVisible();
    await page.goto("/?example=disable-spegel&glass=overview");
    await expect(
      page.getByText("Spegel is not deployed: what the Kublr agent writes stays as it is."),
    ).toBeVisible();
  });

  test("by keyboard alone: arrows, unfold, a file, back", async ({ page }) => {
    const { glass } = areas(page);
    await page.goto(`/?example=${ONE_MIRROR}&view=glass`);
    // Forward stands the editor in the way, which takes Tab for itself.
    await tabTo(page, glass.getByRole("radio", { name: "Files" }), "Shift+Tab");
    await arrowTo(page, "ArrowLeft", glass.getByRole("radio", { name: "Overview" }));
    const header = grid(page).getByRole("button", { name: /master and default/ });
    await tabTo(page, header);
    await page.keyboard.press("Enter");
    await expect(header).toHaveAttribute("aria-expanded", "true");
    await expect(grid(page).getByRole("row")).toHaveCount(4);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const moved = grid(page).getByRole("button", { name: /moved to _backup/ });
    await expect(moved.first()).toBeFocused();
    await page.keyboard.press("Control+End");
    await expect(grid(page).getByRole("row").last().getByRole("button").nth(-2)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("radio", { name: "Agent re-run" })).toBeChecked();
    await expect(page.getByRole("tab", { name: /default/, selected: true })).toBeVisible();
    await page.goBack();
    await expect(grid(page)).toBeVisible();
  });
});

test.describe("two phases side by side", () => {
  test("what Spegel changes in a file, line by line", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/?example=${ONE_MIRROR}`);
    await page.getByRole("button", { name: "Compare" }).click();
    const diff = page.getByRole("table", { name: "_default/hosts.toml: Bootstrap and Spegel running" });
    await expect(
      diff.getByRole("row", { name: /my-mirror\.internal.*added.*10\.0\.0\.11:30020/ }),
    ).toBeVisible();
    await expect(diff.getByRole("row", { name: /removed.*my-mirror/ })).toBeVisible();
    await expect(page.getByRole("treeitem")).toHaveCount(5);

    await page.getByRole("treeitem", { name: /_backup.*moved/ }).click();
    const moved = page.getByRole("table", { name: /^_backup\/_default\/hosts\.toml: Bootstrap/ });
    await expect(moved.getByRole("row", { name: /my-mirror\.internal/ })).toBeVisible();
    await expect(moved.getByRole("row", { name: /removed|added/ })).toHaveCount(0);
    await page.getByRole("combobox", { name: "with" }).selectOption("Bootstrap");
    await expect(page.getByRole("combobox", { name: "Compare" })).toHaveValue("running");
    await page.goBack();
    await expect(page.getByRole("combobox", { name: "with" })).toHaveValue("running");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("radio", { name: "Spegel running" })).toBeChecked();
  });

  test("one below the other on a phone, by keyboard alone", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/?example=${ONE_MIRROR}&view=glass`);
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ })).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Compare" }));
    await page.keyboard.press("Enter");
    const lines = page.getByRole("table", { name: /Bootstrap and Spegel running/ }).getByRole("row");
    await expect(lines.nth(1)).toContainText("removed");
    await expect(lines.nth(2)).toContainText("added");
    await tabTo(page, page.getByRole("combobox", { name: "with" }));
    await page.keyboard.press("ArrowDown", { delay: 60 });
    await expect(page.getByRole("table", { name: /Bootstrap and Agent re-run/ })).toBeVisible();
  });
});

test.describe("where a line comes from", () => {
  test("an extension's line leads to its template in the editor", async ({ page }) => {
    const { glass } = areas(page);
    await page.goto(`/?example=${ONE_MIRROR}`);
    await expect(editor(page)).toBeAttached();
    const line = glass.getByRole("button", {
      name: /^Line 2: Extension, Line 2 of containerd-default-hosts-override/,
    });
    await line.hover();
    await expect(glass.getByText("Line 2 of containerd-default-hosts-override")).toBeVisible();
    await expect(glass.getByRole("button", { name: "Show line 2 in spec" })).toBeVisible();
    await expect(
      glass.getByRole("button", { name: /^Line 3:.*info: containerd 1\.7 ignores dial_timeout/ }),
    ).toBeVisible();
    await line.click();
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.insertText(" # here");
    expect((await editorText(page)).split("\n")[7]).toMatch(/capabilities = .* # here$/);
  });

  test("Spegel's lines name the chart values, Kublr's are said to be reconstructed; by keyboard alone", async ({
    page,
  }) => {
    const { glass } = areas(page);
    await page.goto("/?example=aws-two-groups&phase=running&role=master&view=glass");
    const first = glass.getByRole("button", {
      name: /^Line 1: Spegel, This node’s Spegel: service\.registry\.hostPort/,
    });
    await expect(first).toBeVisible();
    await tabTo(page, first, "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await expect(
      glass.getByText("Tags are resolved here too: spegel.resolveTags", { exact: false }),
    ).toBeVisible();
    await page.keyboard.press("End");
    await expect(glass.getByText("no chart value changes it", { exact: false })).toBeVisible();
    await page.keyboard.press("Home");
    await expect(first).toBeFocused();
    await tabTo(page, page.getByRole("radio", { name: "Spegel running" }), "Shift+Tab");
    await arrowTo(page, "ArrowLeft", page.getByRole("radio", { name: "Bootstrap" }));
    await expect(
      glass.getByRole("button", { name: "Line 1: Kublr, Kublr’s built-in template, reconstructed" }),
    ).toBeVisible();
  });

  test("by keyboard a line of a template leads to the editor", async ({ page }) => {
    const { glass } = areas(page);
    await page.goto(`/?example=${ONE_MIRROR}`);
    await expect(editor(page)).toBeAttached();
    await tabTo(page, glass.getByRole("button", { name: /^Line 1: Extension/ }), "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(editor(page)).toBeFocused();
  });
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    "the overview": async (page) => {
      await page.goto(`/?example=${ONE_MIRROR}&glass=overview`);
      await grid(page)
        .getByRole("button", { name: /master and default/ })
        .click();
      await expect(grid(page).getByRole("row")).toHaveCount(4);
    },
    "the overview on a phone": async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto("/?example=disable-spegel&glass=overview&view=glass");
      await expect(grid(page)).toBeVisible();
    },
    "lines with where they come from": async (page) => {
      await page.goto(`/?example=${ONE_MIRROR}`);
      const line = page.getByRole("button", { name: /^Line 3:.*info/ });
      await line.hover();
      await expect(page.getByRole("button", { name: "Show line 3 in spec" })).toBeVisible();
    },
    "two phases side by side": async (page) => {
      await page.goto(`/?example=${ONE_MIRROR}&compare=bootstrap&phase=running`);
      await expect(page.getByRole("table", { name: /Bootstrap and Spegel running/ })).toBeVisible();
    },
  };
  for (const [name, open] of Object.entries(screens)) {
    test(name, async ({ page }) => {
      await open(page);
      await expectNoViolationsInAnyTheme(page);
    });
  }
});

test("the areas scroll, the page never does, and every line of a file can be scrolled to", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`/?example=${ONE_MIRROR}`);
  const { problems, glass } = areas(page);
  await expect(problems.getByText("spegel/mirror-add-overwrites")).toBeVisible();
  await problems.getByRole("listitem").last().scrollIntoViewIfNeeded();
  const banner = page.getByRole("banner");
  expect((await banner.boundingBox())?.y).toBe(0);
  const lastLine = glass.getByText("dial_timeout", { exact: true });
  await lastLine.scrollIntoViewIfNeeded();
  await expect(lastLine).toBeInViewport({ ratio: 1 });
  expect((await banner.boundingBox())?.y).toBe(0);
  const isLonger = () => {
    const root = document.documentElement;
    return root.scrollHeight > root.clientHeight;
  };
  expect(await page.evaluate(isLonger)).toBe(false);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("the number of a line is large enough for a finger", async ({ page }) => {
    await page.goto(`/?example=${ONE_MIRROR}&view=glass`);
    const number = page.getByRole("button", { name: /^Line 2/ });
    await number.tap();
    await expect(page.getByRole("button", { name: "Show line 2 in spec" })).toBeVisible();
    expect((await number.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  });
});
