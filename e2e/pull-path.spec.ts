import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { areas, expect, test } from "./support.js";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const NGINX = "docker.io/library/nginx:latest";
const BY_DIGEST = `ghcr.io/org/app@${DIGEST}`;
const PRIVATE = "great-registry.com/team/app:v1";

const ONE_MIRROR = "override-internal-mirror";
const OWN_FILES = "mirror-add-off";

type PhaseId = "bootstrap" | "running";

async function openPullPath(page: Page, example: string, phase: PhaseId, image: string, more = "") {
  const query = new URLSearchParams({ example, phase, image, glass: "pull-path", view: "glass", role: "master" });
  await page.goto(`/?${query}${more}`);
  await expect(outcome(page)).toBeVisible();
}

function outcome(page: Page): Locator {
  return areas(page).glass.getByRole("region", { name: "Outcome" }).getByRole("status");
}

/** The endpoints of an operation in order: "endpoint outcome". */
async function stops(page: Page, leg: string | RegExp): Promise<string[]> {
  const items = areas(page).glass.getByRole("region", { name: leg }).getByRole("listitem");
  const texts = await items.evaluateAll((all) => all.map((item) => item.querySelector("button")?.innerText ?? ""));
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
    file: "docker.io/hosts.toml",
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
    file: "ghcr.io/hosts.toml",
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
    stops: ["https://great-registry.com Answers"],
    servedBy: "https://great-registry.com · Registry",
    file: "no directory for great-registry.com",
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
    stops: [`${MIRROR} Answers`, `${SPEGEL} Not needed`, `${SERVICE} Not needed`, "https://great-registry.com Not needed"],
    servedBy: `${MIRROR} · Mirror`,
    file: "great-registry.com/hosts.toml",
  },
  {
    example: OWN_FILES,
    phase: "running",
    image: PRIVATE,
    stops: [`${MIRROR} Answers`, `${SPEGEL} Not needed`, `${SERVICE} Not needed`, "https://great-registry.com Not needed"],
    servedBy: `${MIRROR} · Mirror`,
    file: "great-registry.com/hosts.toml",
  },
];

for (const route of ROUTES) {
  const image = route.image.replace(/[a-f0-9]{64}/, "…");
  test(`${image} on ${route.example}, ${route.phase}`, async ({ page }) => {
    await openPullPath(page, route.example, route.phase, route.image);
    await expect(outcome(page)).toHaveText(`Served by ${route.servedBy}`);
    expect(await stops(page, /^Resolve the tag|^Look up the digest/)).toEqual(route.stops);
    expect(await stops(page, "Pull manifest and blobs")).toEqual(route.stops);
    await expect(areas(page).glass.getByText(route.file).first()).toBeVisible();
  });
}
