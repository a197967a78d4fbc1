import { keyboard, savedText } from "./keyboard.js";
import { areas, copied, editor, example, expect, expectBriefly, paste, test } from "./support.js";

const SECRETS = example("13-cluster-with-secrets.yaml");

test.describe("by keyboard alone", () => {
  test("what must not be shared is looked at and taken out; a short link is made, copied and deleted", async ({
    page,
    request,
  }) => {
    const keys = keyboard(page);
    const dialog = page.getByRole("dialog");
    const share = page.getByRole("button", { name: "Share", exact: true });
    await page.goto("/?example=cluster-with-secrets");
    await expect(page.getByRole("treeitem", { name: /hosts.toml/ }).first()).toBeVisible();

    await keys.enter(share);
    await keys.enter(dialog.getByRole("button", { name: /^Line \d+/ }).first());
    await expect(editor(page)).toBeFocused();
    await keys.enter(share, "Shift+Tab");
    await keys.enter(dialog.getByRole("button", { name: /^Remove .* from the text$/ }));
    await expect(dialog.getByText("Kubernetes Secrets are never shared")).toBeHidden();

    await keys.fill(dialog.getByRole("textbox", { name: "Title" }), "For the review", "Shift+Tab");
    await keys.choose(
      dialog.getByRole("radio", { name: "30 days" }),
      "ArrowLeft",
      dialog.getByRole("radio", { name: "7 days" }),
    );
    await keys.enter(dialog.getByRole("button", { name: "Create link" }));
    const link = dialog.getByRole("textbox", { name: /The link/ });
    await expect(link).toBeFocused();
    const url = await link.inputValue();
    const id = url.slice(url.lastIndexOf("/") + 1);
    await expectBriefly(page, "Copied", () =>
      keys.enter(dialog.getByRole("button", { name: "Copy the link For the review" })),
    );
    expect(await copied(page)).toBe(url);

    await keys.enter(dialog.getByRole("button", { name: "Delete the link For the review" }));
    await expect(dialog.getByRole("button", { name: "Keep" })).toBeFocused();
    await keys.enter(dialog.getByRole("button", { name: "Delete", exact: true }));
    // The button that asks has taken the place of the link: the whole row goes once the server has answered.
    await expect(dialog.getByRole("heading", { name: "Your short links" })).toHaveCount(0);
    expect((await request.get(`/api/v1/shares/${id}`)).status()).toBe(410);
    await keys.press("Escape");
    await expect(share).toBeFocused();
    await keys.press("Control+z");
    await expect.poll(() => savedText(page)).toBe(SECRETS);
  });

  test("credentials are acknowledged; without a server the link carries the spec", async ({ page }) => {
    const keys = keyboard(page);
    const dialog = page.getByRole("dialog");
    await page.goto("/");
    await keys.to(editor(page));
    await keys.press("Control+a");
    await paste(page, "spec:\n  kublrAgentConfig:\n    registry:\n      password: hunter2-hunter2\n");
    await page.route("**/api/**", (route) => route.abort());
    await keys.enter(page.getByRole("button", { name: "Share", exact: true }), "Shift+Tab");
    await keys.turn(dialog.getByRole("checkbox", { name: /they may be shared/ }));
    await keys.enter(dialog.getByRole("button", { name: "Create link" }));
    await expect(dialog.getByRole("alert")).toContainText("The server does not answer");
    await keys.enter(dialog.getByRole("button", { name: "Make a self-contained link" }));
    await expect(dialog.getByRole("textbox", { name: /The link/ })).toHaveValue(/\/s#1\./);
    await keys.to(dialog.getByRole("textbox", { name: /The link/ }));
  });

  test("a shared page: no server at first, phase, file, problem, a copy", async ({ page, request }) => {
    const { problems } = areas(page);
    const keys = keyboard(page);
    const spec = example("06-hosts-override-internal-mirror.yaml");
    const created = await request.post("/api/v1/shares", { data: { spec, title: "For you" } });
    const { id } = await created.json();
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`/s/${id}`);
    const retry = page.getByRole("button", { name: "Try again" });
    await keys.to(retry);
    await page.unroute("**/api/**");
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "For you" })).toBeVisible();

    // What had the focus is gone with the page that it was on.
    const reader = keyboard(page);
    await reader.choose(
      page.getByRole("radio", { name: "Bootstrap" }),
      "ArrowRight",
      page.getByRole("radio", { name: "Spegel running" }),
    );
    await reader.to(page.getByRole("treeitem", { name: "_default/hosts.toml, from Spegel" }));
    await reader.press("End");
    await expect(page.getByRole("article", { name: "_backup/_default/hosts.toml" })).toBeVisible();
    await reader.enter(problems.getByRole("button", { name: /line \d+ · spegel\/mirror-add-overwrites/ }));
    await expect(page.getByRole("region", { name: "Shared cluster spec, read-only" })).toBeFocused();
    await reader.enter(page.getByRole("button", { name: "Open a copy" }), "Shift+Tab");
    await expect(page.getByRole("banner").getByText("For you")).toBeAttached();
    await expect.poll(() => savedText(page)).toBe(spec);
  });
});
