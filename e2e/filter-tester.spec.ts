import type { Locator, Page } from "@playwright/test";
import { areas, expect, expectNoViolationsInAnyTheme, tabTo, test } from "./support.js";

/** The row of an image: what becomes of its tag and of its digest. */
function row(design: Locator, image: string): Locator {
  return design.getByRole("table", { name: "What Spegel serves" }).getByRole("row", { name: image });
}

async function open(page: Page): Promise<Locator> {
  const { design } = areas(page);
  await page.goto("/");
  await design.getByRole("button", { name: /^Try images/ }).click();
  await expect(row(design, "nginx:latest")).toBeVisible();
  return design;
}

test("images are answered as filters and images are typed", async ({ page }) => {
  const design = await open(page);
  await design
    .getByRole("textbox", { name: "Images, one a line" })
    .fill(`nginx\nghcr.io/org/app:v1\nquay.io/a/b@sha256:${"a".repeat(64)}\nhttps://nope`);
  await expect(row(design, "docker.io/library/nginx:latest")).toHaveText(
    /not served: filter 1 :latest\$\s*served$/,
  );
  await expect(row(design, "ghcr.io/org/app:v1")).toHaveText(/app:v1\s*served\s*served$/);
  await expect(row(design, "quay.io/a/b@")).toHaveText(/not asked\s*served$/);
  await expect(row(design, "https://nope")).toHaveText(/containerd refuses this/);

  await design.getByRole("textbox", { name: "New filter" }).fill("^ghcr\\.io/");
  await design.getByRole("button", { name: "Add filter" }).click();
  await expect(row(design, "ghcr.io/org/app:v1")).toHaveText(/not served: filter 2/);
  await row(design, "ghcr.io/org/app:v1")
    .getByRole("button", { name: /filter 2/ })
    .click();
  await expect(design.getByRole("textbox", { name: "Filter 2" })).toBeFocused();

  await design.getByRole("textbox", { name: "Filter 2" }).fill("(?=x)");
  await expect(design.getByText(/Spegel does not start, filter 2 is at fault/)).toBeVisible();
  await expect(design.getByRole("textbox", { name: "Filter 2" })).toHaveAttribute("aria-invalid", "true");
  await design.getByRole("button", { name: "Remove filter 2" }).click();

  await design.getByRole("combobox", { name: "New registry" }).fill("https://docker.io");
  await design.getByRole("button", { name: "Add registry" }).click();
  await expect(row(design, "ghcr.io/org/app:v1")).toHaveText(/ghcr.io is not a mirrored registry/);
});

test("by keyboard alone: filters are added, ordered and removed while images are tried", async ({ page }) => {
  const { design } = areas(page);
  await page.goto("/");
  await expect(page.getByRole("treeitem", { name: /_default.*hosts.toml/ })).toBeVisible();
  await tabTo(page, design.getByRole("button", { name: /^Try images/ }));
  await page.keyboard.press("Enter");
  await expect(row(design, "nginx:latest")).toHaveText(/filter 1/);
  await tabTo(page, design.getByRole("textbox", { name: "New filter" }), "Shift+Tab");
  await page.keyboard.type("nginx");
  await page.keyboard.press("Enter");
  await expect(design.getByRole("textbox", { name: "Filter 2" })).toHaveValue("nginx");
  await tabTo(page, design.getByRole("button", { name: "Move filter 2 up" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(design.getByRole("textbox", { name: "Filter 1" })).toHaveValue("nginx");
  await expect(design.getByRole("button", { name: "Move filter 1 down" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(design.getByRole("textbox", { name: "Filter 2" })).toHaveValue("nginx");
  await tabTo(page, design.getByRole("button", { name: "Remove filter 2" }));
  await page.keyboard.press("Enter");
  await expect(design.getByRole("textbox", { name: "Filter 2" })).toBeHidden();
  await expect(design.getByRole("textbox", { name: "Filter 1" })).toBeFocused();
  await tabTo(page, design.getByRole("textbox", { name: "Images, one a line" }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("registry.k8s.io/pause:3.10");
  await expect(row(design, "registry.k8s.io/pause:3.10")).toHaveText(/served\s*served$/);
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("no violation, with a filter pointed out", async ({ page }) => {
    const design = await open(page);
    await row(design, "nginx:latest")
      .getByRole("button", { name: /filter 1/ })
      .hover();
    await expectNoViolationsInAnyTheme(page);
  });
});
