import { type Analysis, analyze, type PullPath, type PullStep, pullPath } from "@lookinglass/designer";
import type { StoredObject } from "../image.js";
import type { Requests } from "../observe.js";
import { NODES, type Scenario } from "./scenarios.js";

/** The files that the model puts on the scenario's node. */
export function predictedFiles(scenario: Scenario, version: string): Record<string, string> {
  const role = analysisOf(scenario, version).roles.find(({ id }) => id === scenario.role);
  const files = role?.phases.find(({ id }) => id === scenario.phase)?.files ?? [];
  const present = files.filter(({ state }) => state === "active" || state === "backup");
  return Object.fromEntries(present.map(({ path, content }) => [path, content]));
}

/** What pullPath says that containerd will ask, by step; an endpoint that does not answer leaves no trace. */
export function predictedRequests(
  scenario: Scenario,
  version: string,
  image: readonly StoredObject[],
): Omit<Requests, "tls"> {
  const path = predictedPath(scenario, version, image);
  const lines = (
    operation: PullStep["operation"],
    objects: readonly PullStep["object"][],
    name: StoredObject["name"],
  ) => {
    const digest = image.find((stored) => stored.name === name)?.digest ?? "";
    return path.steps
      .filter((step) => step.operation === operation && objects.includes(step.object))
      .filter(({ outcome }) => outcome === "answers" || outcome === "not-found")
      .map((step) => line(step, digest));
  };
  return {
    pulled: path.succeeds,
    resolve: lines("resolve", ["manifest", "blob"], "manifest"),
    manifest: lines("pull", ["manifest"], "manifest"),
    config: lines("pull", ["blob"], "config"),
    layer: lines("pull", ["blob"], "layer"),
  };
}

function analysisOf({ spec, spegelVersion }: Scenario, containerdVersion: string): Analysis {
  return analyze(spec, { containerdVersion, spegelVersion, nodeAddresses: NODES });
}

function predictedPath(scenario: Scenario, version: string, image: readonly StoredObject[]): PullPath {
  const { role, phase, conditions = {} } = scenario;
  const reference = scenario.image.replace("@DIGEST", `@${image[0]?.digest}`);
  const path = pullPath(analysisOf(scenario, version), { role, phase, image: reference, conditions });
  if ("error" in path) throw new Error(path.error.message);
  return path;
}

function line({ url, operation, outcome }: PullStep, digest: string): string {
  const { host, pathname, search } = new URL(url.replace("{digest}", digest));
  const method = operation === "resolve" ? "HEAD" : "GET";
  return `${host} ${method} ${pathname}${search} ${outcome === "answers" ? 200 : 404}`;
}
