import { type PullRequest, parseImageRef, planPull, resolveHosts } from "@lookinglass/containerd";
import type { ObjectName, StoredObject } from "../image.js";
import { answer } from "../mock-registry.js";
import { imageName, type Requests } from "../observe.js";
import type { Scenario } from "./scenarios.js";

/** What the model says that containerd will ask of a scenario's registries. */
export function predict(scenario: Scenario, image: readonly StoredObject[], version: string): Requests {
  const parsed = parseImageRef(imageName(scenario, image));
  if ("error" in parsed) throw new Error(parsed.error);
  const { files, dirs = [] } = scenario;
  const resolution = resolveHosts({ files, dirs, host: parsed.registry }, { version });
  const plan = planPull(parsed, resolution, { version });
  const asked: Requests = { pulled: false, resolve: [], manifest: [], config: [], layer: [], tls: [] };
  const ask = (
    step: keyof Omit<Requests, "pulled" | "tls">,
    requests: PullRequest[],
    object?: ObjectName,
  ) => {
    const digest = image.find(({ name }) => name === object)?.digest ?? "";
    return requests.some((request) => send(request, digest, scenario, image, asked[step], asked.tls));
  };
  asked.pulled =
    ask(
      "resolve",
      plan.filter(({ operation }) => operation === "resolve"),
    ) &&
    ask("manifest", fetches(plan, "manifest"), "manifest") &&
    ask("config", fetches(plan, "blob"), "config") &&
    ask("layer", fetches(plan, "blob"), "layer");
  asked.tls = [...new Set(asked.tls)].sort();
  return asked;
}

function fetches(plan: PullRequest[], object: PullRequest["object"]): PullRequest[] {
  return plan.filter((request) => request.operation === "pull" && request.object === object);
}

/** @returns whether the request was made and answered well */
function send(
  request: PullRequest,
  digest: string,
  scenario: Scenario,
  image: readonly StoredObject[],
  lines: string[],
  tls: string[],
): boolean {
  const { host } = request;
  const mode = scenario.registries[host.host];
  // A registry that is not there leaves no trace.
  if (request.skipped !== null || mode === undefined) return false;
  if (host.scheme === "https") tls.push(host.host);
  // None of the mock registries speaks TLS.
  if (host.scheme === "https" && !host.httpFallback) return false;
  const [target = ""] = request.url
    .replace("{digest}", digest)
    .split(/^https?:\/\/[^/]+/)
    .slice(1);
  const [path = ""] = target.split("?");
  const { status } = answer(mode, path, image, host.header?.["x-token"]?.[0]);
  const times = 1 + ([500, 503, 504].includes(status) ? request.repeats.serverError : 0);
  for (let time = 0; time < times; time++) lines.push(`${host.host} ${request.method} ${target} ${status}`);
  return status === 200;
}
