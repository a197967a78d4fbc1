import { type PullRequest, parseImageRef, planPull, resolveHosts } from "@lookinglass/containerd";
import type { ObjectName, StoredObject } from "../image.js";
import { type Asked, answer } from "../mock-registry.js";
import { imageName, type Requests, stepOf } from "../observe.js";
import type { Scenario } from "./scenarios.js";

/** What the model says that containerd will ask of a scenario's registries. */
export function predict(scenario: Scenario, image: readonly StoredObject[], version: string): Requests {
  const parsed = parseImageRef(imageName(scenario, image));
  if ("error" in parsed) throw new Error(parsed.error);
  const { files, dirs = [] } = scenario;
  const resolution = resolveHosts({ files, dirs, host: parsed.registry, certsChecked: true }, { version });
  const plan = planPull(parsed, resolution, { version });
  const asked: Requests = { pulled: false, resolve: [], manifest: [], config: [], layer: [], tls: [] };
  const ask = (requests: readonly PullRequest[], object: ObjectName) =>
    sendInTurn(
      { scenario, image, digest: image.find(({ name }) => name === object)?.digest ?? "", asked },
      requests,
    );
  const resolving = plan.filter(({ operation }) => operation === "resolve");
  asked.pulled =
    ask(resolving, "manifest") &&
    ask(fetches(plan, "manifest"), "manifest") &&
    ask(fetches(plan, "blob"), "config") &&
    ask(fetches(plan, "blob"), "layer");
  asked.tls = [...new Set(asked.tls)].sort();
  return asked;
}

function fetches(plan: PullRequest[], object: PullRequest["object"]): PullRequest[] {
  return plan.filter((request) => request.operation === "pull" && request.object === object);
}

interface Sending {
  scenario: Scenario;
  image: readonly StoredObject[];
  /** What `{digest}` stands for. */
  digest: string;
  asked: Requests;
}

/** @returns whether a registry answered well */
function sendInTurn(sending: Sending, requests: readonly PullRequest[]): boolean {
  let isRefused = false;
  for (const request of requests) {
    if (request.onlyAfterNotFound && isRefused) continue;
    const status = send(sending, request);
    if (status === 200) return true;
    if (status !== null && status !== 404) isRefused = true;
  }
  return false;
}

/** @returns the last answer, null where there is none: a registry that is not there leaves no trace */
function send({ scenario, image, digest, asked }: Sending, request: PullRequest): number | null {
  const { host, repeats } = request;
  const mode = scenario.registries[host.host];
  if (request.skipped !== null || request.failure !== null || mode === undefined) return null;
  if (host.scheme === "https") asked.tls.push(host.host);
  // None of the mock registries speaks TLS.
  if (host.scheme === "https" && !host.httpFallback) return null;
  const target = request.url.replace("{digest}", digest).replace(/^https?:\/\/[^/]+/, "");
  const [path = ""] = target.split("?");
  const once = (method: Asked["method"]) => {
    const { status } = answer(mode, { method, path, token: host.header?.["x-token"]?.[0] }, image);
    const step = stepOf(method, target, image);
    if (step !== null) asked[step].push(`${host.host} ${method} ${target} ${status}`);
    return status;
  };
  const status = once(request.method);
  for (let time = 0; time < timesMore(status, repeats); time++) once(request.method);
  if (!request.getAfter.includes(status)) return status;
  const second = once("GET");
  // After 403 the answer to GET is for the error's text.
  return status === 403 ? status : second;
}

function timesMore(status: number, repeats: PullRequest["repeats"]): number {
  if (status === 408 || status === 429) return repeats.tooManyRequests;
  return [500, 503, 504].includes(status) ? repeats.serverError : 0;
}
