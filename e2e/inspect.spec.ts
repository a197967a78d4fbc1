import type { Locator, Page } from "@playwright/test";
import { expect, expectNoViolationsInAnyTheme, paste, tabTo, test } from "./support.js";

/** As tail prints the files of a node. */
const OUTPUT = `==> /etc/containerd/certs.d/_default/hosts.toml <==
[host.'http://10.0.1.11:30020']
capabilities = ['pull', 'resolve']

==> /etc/containerd/certs.d/quay.io/hosts.toml <==
[host."https://mirror.example.com/v2/quay"]
  capabilities = ["pull"]
  override_path = true
  dial_timeout = "2s"

==> /etc/containerd/certs.d/ghcr.io/hosts.toml <==
[host."https://mirror.example.com"]
  capabilities = ["pull", "resolv"]
`;

const box = (page: Page) => page.getByRole("textbox", { name: "Output of the command, or one hosts.toml" });
const image = (page: Page) => page.getByRole("textbox", { name: "Image", exact: true });
const answer = (page: Page) => page.getByRole("region", { name: "What containerd does" });

async function openWith(page: Page, output: string, query = "") {
  await page.goto(`/inspect${query}`);
  await box(page).fill(output);
  await expect(page.getByRole("list", { name: "Files", exact: true })).toBeVisible();
}

async function stops(leg: Locator): Promise<string[]> {
  const texts = await leg
    .getByRole("listitem")
    .getByRole("button", { name: /^https?:/ })
    .allInnerTexts();
  return texts.map((text) => `${/https?:\/\/\S+/.exec(text)?.[0]} ${/Asked|Skipped/.exec(text)?.[0]}`);
}

test("what a node prints becomes files, and an answer for each image", async ({ page }) => {
  await openWith(page, OUTPUT, "?containerd=2.3");
  await expect(
    page
      .getByRole("list", { name: "Files", exact: true })
      .getByRole("textbox", { name: "certs.d/", exact: true }),
  ).toHaveCount(3);
  await expect(page.getByRole("textbox", { name: "Content of quay.io/hosts.toml" })).toHaveValue(
    /^\[host\."https:\/\/mirror/,
  );
  await expect(answer(page).getByRole("status")).toContainText("/etc/containerd/certs.d/_default");

  await image(page).fill("quay.io/org/app:v1");
  await expect(answer(page).getByRole("status")).toContainText("/etc/containerd/certs.d/quay.io");
  await expect
    .poll(() => stops(answer(page).getByRole("region", { name: "Resolve the tag v1" })))
    .toEqual(["https://mirror.example.com Skipped", "https://quay.io Asked"]);
  const pull = answer(page).getByRole("region", { name: "Pull manifest and blobs" });
  await expect.poll(() => stops(pull)).toEqual(["https://mirror.example.com Asked", "https://quay.io Asked"]);
  await expect(pull.getByText("Given up after 2 s if nothing answers there.")).toBeVisible();
  await pull.getByRole("button", { name: /^https:\/\/mirror/ }).click();
  await expect(
    pull.getByText("GET https://mirror.example.com/v2/quay/org/app/manifests/{digest}?ns=quay.io"),
  ).toBeVisible();
});

test("a broken file: what containerd does instead, and the line", async ({ page }) => {
  await openWith(page, OUTPUT, "?image=ghcr.io/org/app:v1&containerd=2.3");
  await expect(
    answer(page).getByText(
      "containerd ignores ghcr.io/hosts.toml and uses no mirror: unknown capability resolv",
    ),
  ).toBeVisible();
  await expect
    .poll(() => stops(answer(page).getByRole("region", { name: "Resolve the tag v1" })))
    .toEqual(["https://ghcr.io Asked"]);

  const findings = page.getByRole("list", { name: "Findings in ghcr.io/hosts.toml" });
  await findings.getByRole("button", { name: /line 2 · hosts\/rejected/ }).click();
  const content = page.getByRole("textbox", { name: "Content of ghcr.io/hosts.toml" });
  await expect(content).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('"resolv"');
  await page.keyboard.type('"resolve"');
  await expect(findings.getByText("hosts/rejected")).toBeHidden();
  await expect(answer(page).getByText(/^containerd ignores/)).toBeHidden();
});

test("the containerd release decides", async ({ page }) => {
  await openWith(page, OUTPUT, "?image=quay.io/org/app:v1&containerd=2.3");
  const findings = page.getByRole("list", { name: "Findings in quay.io/hosts.toml" });
  await expect(findings.getByText("path-mirror")).toBeHidden();
  await expect(page.getByText("hosts/ignored-key")).toBeHidden();
  const release = page.getByRole("combobox", { name: "containerd", exact: true });
  await release.fill("1.7.20");
  await release.press("Enter");
  await expect(findings.getByText(/This containerd ignores dial_timeout/)).toBeVisible();
  await expect(page).toHaveURL(/containerd=1\.7\.20/);
});

test("files are added, renamed, removed and brought back; a reload keeps them", async ({ page }) => {
  await page.goto("/inspect?image=quay.io/org/app:v1");
  await box(page).fill('server = "https://mirror.example.com"\n');
  await page.getByRole("button", { name: "Add as _default/hosts.toml" }).click();
  const path = page.getByRole("textbox", { name: "certs.d/", exact: true });
  await expect(path).toHaveValue("_default/hosts.toml");
  await path.fill("/etc/containerd/certs.d/quay.io/hosts.toml");
  await expect(answer(page).getByRole("status")).toContainText("/etc/containerd/certs.d/quay.io");
  await page.reload();
  await expect(path).toHaveValue("/etc/containerd/certs.d/quay.io/hosts.toml");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(path).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(path).toBeVisible();
});

test("a reference that containerd refuses is refused at the field", async ({ page }) => {
  await openWith(page, OUTPUT);
  await image(page).fill("Nginx");
  await expect(image(page)).toHaveAccessibleDescription(/must be lowercase/);
  await expect(answer(page).getByRole("status")).toBeHidden();
});

test("nothing that is pasted leaves the browser", async ({ page }) => {
  await page.goto("/inspect");
  // The engine has answered: all that it needs is there.
  await expect(answer(page).getByRole("status")).toBeVisible();
  await page.waitForLoadState("networkidle");
  const sent: string[] = [];
  // A font may be asked for only now that there is text in it.
  page.on("request", (request) => request.resourceType() === "font" || sent.push(request.url()));
  await box(page).fill(OUTPUT);
  await expect(answer(page).getByRole("status")).toContainText("_default");
  expect(sent).toEqual([]);
});

test("by keyboard alone: paste, image, a finding", async ({ page }) => {
  await page.goto("/inspect");
  await tabTo(page, box(page));
  await paste(page, OUTPUT);
  await expect(page.getByRole("textbox", { name: "Content of ghcr.io/hosts.toml" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: /hosts\/rejected/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Content of ghcr.io/hosts.toml" })).toBeFocused();
  await page.keyboard.type('"resolve"');
  await expect(page.getByText("hosts/rejected")).toBeHidden();
  await tabTo(page, image(page));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("ghcr.io/org/app:v1");
  await expect(answer(page).getByRole("status")).toContainText("/etc/containerd/certs.d/ghcr.io");
  const stop = answer(page)
    .getByRole("button", { name: /^https:\/\/mirror\.example\.com/ })
    .first();
  await tabTo(page, stop);
  await page.keyboard.press("Enter");
  await expect(
    answer(page).getByText("HEAD https://mirror.example.com/v2/org/app/manifests/v1?ns=ghcr.io"),
  ).toBeVisible();
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("before anything is pasted", async ({ page }) => {
    await page.goto("/inspect");
    await expect(answer(page).getByRole("status")).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });

  test("with a broken file", async ({ page }) => {
    await openWith(page, OUTPUT, "?image=ghcr.io/org/app:v1");
    await expect(answer(page).getByText(/^containerd ignores/)).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });

  test("on a phone, with a wrong image", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openWith(page, OUTPUT, "?image=Nginx");
    await expect(page.getByText(/must be lowercase/)).toBeVisible();
    await expectNoViolationsInAnyTheme(page);
  });
});
