import type { Locator, Page } from "@playwright/test";
import { areas, arrowTo, copied, expect, expectNoViolationsInAnyTheme, tabTo, test } from "./support.js";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const NGINX = "docker.io/library/nginx:latest";
const BY_DIGEST = `ghcr.io/org/app@${DIGEST}`;
const PRIVATE = "great-registry.com/team/app:v1";

const ONE_MIRROR = "override-internal-mirror";
const OWN_FILES = "mirror-add-off";

type PhaseId = "bootstrap" | "running";

async function openPullPath(page: Page, example: string, phase: PhaseId, image: string, more = "") {
  const query = new URLSearchParams({
    example,
    phase,
    image,
    glass: "pull-path",
    view: "glass",
    role: "master",
  });
  await page.goto(`/?${query}${more}`);
  await expect(outcome(page)).toBeVisible();
}

function outcome(page: Page): Locator {
  return page.getByRole("region", { name: "Outcome" }).getByRole("status");
}

/** The endpoints of an operation in order: "endpoint outcome". */
async function stops(page: Page, leg: string | RegExp): Promise<string[]> {
  const region = areas(page).glass.getByRole("region", { name: leg });
  const texts = await region
    .getByRole("listitem")
    .getByRole("button", { name: /^https?:/ })
    .allInnerTexts();
  return texts.map((text) => {
    const endpoint = /https?:\/\/\S+/.exec(text)?.[0] ?? "?";
    return `${endpoint} ${/Answers|Not found|Unreachable|Skipped|Not needed/.exec(text)?.[0] ?? "?"}`;
  });
}

const SPEGEL = "http://10.0.0.11:30020";
const SERVICE = "http://10.0.0.11:30021";
const MIRROR = "https://my-mirror.internal";

interface Route {
  readonly example: string;
  readonly phase: PhaseId;
  readonly image: string;
  readonly stops: readonly string[];
  readonly servedBy: string;
  readonly file: string;
}

/** On a master. Both operations go the same way here. */
const ROUTES: readonly Route[] = [
  {
    example: ONE_MIRROR,
    phase: "bootstrap",
    image: NGINX,
    stops: [`${MIRROR} Answers`, "https://registry-1.docker.io Not needed"],
    servedBy: `${MIRROR} · Mirror`,
    file: "_default/hosts.toml",
  },
  {
    example: ONE_MIRROR,
    phase: "running",
    image: NGINX,
    stops: [`${SPEGEL} Answers`, `${SERVICE} Not needed`, "https://registry-1.docker.io Not needed"],
    servedBy: `${SPEGEL} · This node's Spegel`,
    file: "_default/hosts.toml",
  },
  {
    example: ONE_MIRROR,
    phase: "bootstrap",
    image: BY_DIGEST,
    stops: [`${MIRROR} Answers`, "https://ghcr.io Not needed"],
    servedBy: `${MIRROR} · Mirror`,
    file: "_default/hosts.toml",
  },
  {
    example: ONE_MIRROR,
    phase: "running",
    image: BY_DIGEST,
    stops: [`${SPEGEL} Answers`, `${SERVICE} Not needed`, "https://ghcr.io Not needed"],
    servedBy: `${SPEGEL} · This node's Spegel`,
    file: "_default/hosts.toml",
  },
  {
    example: ONE_MIRROR,
    phase: "bootstrap",
    image: PRIVATE,
    stops: [`${MIRROR} Answers`, "https://great-registry.com Not needed"],
    servedBy: `${MIRROR} · Mirror`,
    file: "_default/hosts.toml",
  },
  {
    example: ONE_MIRROR,
    phase: "running",
    image: PRIVATE,
    stops: [`${SPEGEL} Answers`, `${SERVICE} Not needed`, "https://great-registry.com Not needed"],
    servedBy: `${SPEGEL} · This node's Spegel`,
    file: "_default/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "bootstrap",
    image: NGINX,
    stops: [`${SPEGEL} Unreachable`, `${SERVICE} Unreachable`, "https://registry-1.docker.io Answers"],
    servedBy: "https://registry-1.docker.io · Registry",
    file: "_default/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "running",
    image: NGINX,
    stops: [`${SPEGEL} Answers`, `${SERVICE} Not needed`, "https://registry-1.docker.io Not needed"],
    servedBy: `${SPEGEL} · This node's Spegel`,
    file: "_default/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "bootstrap",
    image: BY_DIGEST,
    stops: [`${SPEGEL} Unreachable`, `${SERVICE} Unreachable`, "https://ghcr.io Answers"],
    servedBy: "https://ghcr.io · Registry",
    file: "_default/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "running",
    image: BY_DIGEST,
    stops: [`${SPEGEL} Answers`, `${SERVICE} Not needed`, "https://ghcr.io Not needed"],
    servedBy: `${SPEGEL} · This node's Spegel`,
    file: "_default/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "bootstrap",
    image: PRIVATE,
    stops: [
      `${MIRROR} Answers`,
      `${SPEGEL} Not needed`,
      `${SERVICE} Not needed`,
      "https://great-registry.com Not needed",
    ],
    servedBy: `${MIRROR} · Mirror`,
    file: "great-registry.com/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "running",
    image: PRIVATE,
    stops: [
      `${MIRROR} Answers`,
      `${SPEGEL} Not needed`,
      `${SERVICE} Not needed`,
      "https://great-registry.com Not needed",
    ],
    servedBy: `${MIRROR} · Mirror`,
    file: "great-registry.com/hosts.toml",
  },
];

for (const example of [ONE_MIRROR, OWN_FILES]) {
  for (const phase of ["bootstrap", "running"] as const) {
    test(`three images on ${example}, ${phase}`, async ({ page }) => {
      await openPullPath(page, example, phase, "busybox");
      for (const route of ROUTES.filter((one) => one.example === example && one.phase === phase)) {
        await page.getByRole("textbox", { name: "Image", exact: true }).fill(route.image);
        await expect.poll(() => stops(page, "Pull manifest and blobs")).toEqual(route.stops);
        await expect.poll(() => stops(page, /^Resolve the tag|^Look up the digest/)).toEqual(route.stops);
        await expect(outcome(page)).toHaveText(`Served by ${route.servedBy}`);
        await expect(areas(page).glass.getByText(route.file).first()).toBeVisible();
      }
    });
  }
}

test("conditions change the route, stay in the link, and are taken back together", async ({ page }) => {
  const { glass } = areas(page);
  const condition = (name: string) => glass.getByRole("switch", { name, exact: true });
  await openPullPath(page, OWN_FILES, "running", PRIVATE);

  await condition("my-mirror.internal down").click();
  await expect(outcome(page)).toHaveText(`Served by ${SPEGEL} · This node's Spegel`);
  await expect(glass.getByText("At least 90 s lost")).toBeVisible();

  await condition("Spegel not ready on this node").click();
  await expect(outcome(page)).toHaveText(`Served by ${SERVICE} · Spegel on another node`);

  await condition("No node has the image").click();
  await expect(outcome(page)).toHaveText("Served by https://great-registry.com · Registry");

  await condition("Registry down").click();
  await expect(outcome(page)).toHaveText("Pull fails: no endpoint answers");
  await expect(glass.getByText("the kubelet reports ErrImagePull")).toBeVisible();
  await expect
    .poll(() => stops(page, "Resolve the tag v1"))
    .toEqual([
      `${MIRROR} Unreachable`,
      `${SPEGEL} Unreachable`,
      `${SERVICE} Not found`,
      "https://great-registry.com Unreachable",
    ]);
  await expect(glass.getByRole("region", { name: "Pull manifest and blobs" })).toContainText("Not reached");

  await page.reload();
  await expect(outcome(page)).toHaveText("Pull fails: no endpoint answers");
  await expect(condition("Registry down")).toBeChecked();
  await expect(condition("my-mirror.internal down")).toBeChecked();

  await glass.getByRole("button", { name: "All well" }).click();
  await expect(outcome(page)).toHaveText(`Served by ${MIRROR} · Mirror`);
  await expect(condition("Registry down")).not.toBeChecked();
});

test("masters that are down lose time at bootstrap", async ({ page }) => {
  await page.goto("/?example=aws-two-groups&glass=pull-path&view=glass&image=ghcr.io/org/app:v1");
  await areas(page).glass.getByRole("tab").nth(1).click();
  await expect(outcome(page)).toContainText("Spegel on another node");
  await areas(page).glass.getByRole("switch", { name: "Masters down" }).click();
  await expect(outcome(page)).toHaveText("Served by https://ghcr.io · Registry");
  await expect(areas(page).glass.getByText(/At least \d+ s lost/)).toBeVisible();
});

test("an endpoint opens to its exact requests", async ({ page }) => {
  await openPullPath(page, OWN_FILES, "running", PRIVATE);
  const pull = areas(page).glass.getByRole("region", { name: "Pull manifest and blobs" });
  await pull.getByRole("button", { name: /^https:\/\/my-mirror/ }).click();
  await expect(
    pull.getByText(`GET ${MIRROR}/v2/team/app/manifests/{digest}?ns=great-registry.com`),
  ).toBeVisible();
  await expect(
    pull.getByText(`GET ${MIRROR}/v2/team/app/blobs/{digest}?ns=great-registry.com`),
  ).toBeVisible();
});

test("a reference that containerd refuses is refused at the field", async ({ page }) => {
  await openPullPath(page, OWN_FILES, "running", NGINX);
  const field = page.getByRole("textbox", { name: "Image", exact: true });
  await field.fill("docker.io/Library/nginx");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/must be lowercase/);
  await expect(outcome(page)).toBeHidden();
  await field.fill("docker.io/library/nginx");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  await expect(outcome(page)).toHaveText(`Served by ${SPEGEL} · This node's Spegel`);
});

test("the image is in the link, and the file is a step back from the route", async ({ page }) => {
  await openPullPath(page, OWN_FILES, "running", NGINX);
  await page.getByRole("textbox", { name: "Image", exact: true }).fill(PRIVATE);
  await expect(page).toHaveURL(/image=great-registry\.com%2Fteam%2Fapp%3Av1/);
  await page.getByRole("button", { name: "/etc/containerd/certs.d/great-registry.com/hosts.toml" }).click();
  await expect(page.getByRole("article", { name: "great-registry.com/hosts.toml" })).toBeVisible();
  await page.goBack();
  await expect(outcome(page)).toHaveText(`Served by ${MIRROR} · Mirror`);
});

test("a file that containerd ignores is the first thing said", async ({ page }) => {
  const broken = "[host.'https://my-mirror.internal'\n";
  const spec = {
    spec: {
      kublrAgentConfig: {
        extensions: {
          hosts: { path: "templates/root_dir/etc/containerd/certs.d/_default/hosts.toml", content: broken },
        },
      },
    },
  };
  const created = await page.request.post("/api/v1/shares", { data: { spec: JSON.stringify(spec) } });
  const { id } = await created.json();
  await page.goto(`/s/${id}?glass=pull-path&image=ghcr.io/org/app:v1`);
  await expect(outcome(page)).toHaveText("Served by https://ghcr.io · Registry");
  await expect(
    areas(page).glass.getByText(/^containerd ignores _default\/hosts\.toml and uses no mirror/),
  ).toBeVisible();
});

test("the commands that show the same on a node can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPullPath(page, OWN_FILES, "running", "nginx");
  await page.getByRole("button", { name: "Copy the ctr command" }).click();
  await expect
    .poll(() => copied(page))
    .toBe(
      "ctr --namespace k8s.io images pull --hosts-dir /etc/containerd/certs.d docker.io/library/nginx:latest",
    );
});

test("by keyboard alone: image, conditions, an endpoint, the file", async ({ page }) => {
  const { glass } = areas(page);
  await page.goto(`/?example=${OWN_FILES}&phase=running&view=glass&role=master`);
  await expect(page.getByRole("treeitem", { name: /great-registry.*hosts.toml/ })).toBeVisible();

  await tabTo(page, glass.getByRole("radio", { name: "Files" }), "Shift+Tab");
  await arrowTo(page, "ArrowRight", glass.getByRole("radio", { name: "Pull path" }));
  await tabTo(page, page.getByRole("textbox", { name: "Image", exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(PRIVATE);
  await expect(outcome(page)).toHaveText(`Served by ${MIRROR} · Mirror`);

  await tabTo(page, glass.getByRole("switch", { name: "my-mirror.internal down" }));
  await page.keyboard.press("Space");
  await expect(outcome(page)).toHaveText(`Served by ${SPEGEL} · This node's Spegel`);

  const stop = glass
    .getByRole("region", { name: "Resolve the tag v1" })
    .getByRole("button", { name: /^http:.*Answers/ });
  await tabTo(page, stop);
  await page.keyboard.press("Enter");
  await expect(stop).toHaveAttribute("aria-expanded", "true");
  await expect(
    glass.getByText(`HEAD ${SPEGEL}/v2/team/app/manifests/v1?ns=great-registry.com`),
  ).toBeVisible();

  await tabTo(page, glass.getByRole("button", { name: /certs\.d\/great-registry/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "great-registry.com/hosts.toml" })).toBeVisible();
});

test.describe("axe finds nothing", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    "a route with conditions and an open endpoint": async (page) => {
      await openPullPath(page, OWN_FILES, "running", PRIVATE, `&if=on-no-node&down=${MIRROR}`);
      await areas(page)
        .glass.getByRole("button", { name: /^https:\/\/great-registry/ })
        .first()
        .click();
    },
    "a pull that fails": (page) =>
      openPullPath(page, ONE_MIRROR, "bootstrap", NGINX, `&if=registry-down&down=${MIRROR}`),
    "a refused image": async (page) => {
      await page.goto(`/?example=${OWN_FILES}&glass=pull-path&view=glass&image=Nginx`);
      await expect(page.getByText(/must be lowercase/)).toBeVisible();
    },
    "a phone": async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openPullPath(page, OWN_FILES, "bootstrap", NGINX);
    },
  };
  for (const [name, open] of Object.entries(screens)) {
    test(name, async ({ page }) => {
      await open(page);
      await expectGlassClean(page);
    });
  }
});

/** In the looking glass: accessibility.spec.ts looks at what is around it. */
async function expectGlassClean(page: Page) {
  const isPhone = (page.viewportSize()?.width ?? 0) < 860;
  await expectNoViolationsInAnyTheme(page, isPhone ? {} : { within: 'section[aria-label="Looking glass"]' });
}
