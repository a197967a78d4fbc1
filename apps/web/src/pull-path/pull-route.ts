import {
  inspectCertsD,
  type NodeFile,
  type PullPath,
  type PullPathRefusal,
  type PullQuestion,
  type PullStep,
  pullPath,
  type SpecPreview,
} from "@lookinglass/designer";
import { endpointOf, type PlannedRequest, requestsInLine, type StopRequest } from "./planned.js";

/** A pull path as it is drawn: every endpoint in line, those that are not needed included. */
export interface PullRoute {
  readonly path: PullPath;
  /** The reference in full, as commands on a node take it. */
  readonly reference: string;
  /** The file that decides, where there is one. */
  readonly file: NodeFile | null;
  readonly legs: readonly [resolve: Leg, pull: Leg];
  /** Endpoints that the file names, in its order. */
  readonly mirrors: readonly string[];
}

/** One of the two operations of a pull. */
export interface Leg {
  readonly operation: PullStep["operation"];
  /** False: the pull has failed before. */
  readonly reached: boolean;
  readonly stops: readonly Stop[];
}

/** An endpoint in line. */
export interface Stop {
  readonly endpoint: string;
  readonly source: PullStep["source"];
  /** not-asked: another one answered before. */
  readonly outcome: PullStep["outcome"] | "not-asked";
  readonly why: string;
  /** Lost on all of its requests together. */
  readonly seconds: number;
  readonly requests: readonly StopRequest[];
}

/** {@link pullPath}, with the endpoints that stand behind the ones that answer. */
export function pullRoute(analysis: SpecPreview, question: PullQuestion): PullRoute | PullPathRefusal {
  const path = pullPath(analysis, question);
  if ("error" in path) return path;
  const files = filesOf(analysis, question);
  const { image, requests } = inspectCertsD({
    files: Object.fromEntries(files.map(({ path: name, content }) => [name, content])),
    image: question.image,
    containerdVersion: analysis.settings.containerdVersion,
  });
  const line = placesInLine(analysis, question, requests);
  const named = requests.filter(({ role }) => role !== "registry").map(endpointOf);
  return {
    path,
    reference: "canonical" in image ? image.canonical : question.image,
    file: files.find((file) => file.path === `${path.directory}/hosts.toml`) ?? null,
    legs: [legOf("resolve", path, line), legOf("pull", path, line)],
    mirrors: [...new Set(named)],
  };
}

function filesOf(analysis: SpecPreview, { role, phase }: PullQuestion): readonly NodeFile[] {
  const phases = analysis.roles.find(({ id }) => id === role)?.phases ?? [];
  const files = phases.find(({ id }) => id === phase)?.files ?? [];
  return files.filter(({ state }) => state !== "not-generated");
}

/** An endpoint as it stands in line, whether or not the line gets to it. */
interface Place {
  readonly endpoint: string;
  readonly source: PullStep["source"];
  readonly requests: { readonly [Operation in PullStep["operation"]]: readonly StopRequest[] };
}

function placesInLine(
  analysis: SpecPreview,
  question: PullQuestion,
  planned: readonly PlannedRequest[],
): Place[] {
  // With every endpoint down each of them is asked, and named with its source.
  const mirrorDown = planned.map(endpointOf);
  const conditions = { ...question.conditions, upstreamDown: true, mirrorDown };
  const path = pullPath(analysis, { ...question, conditions });
  const steps = "error" in path ? [] : path.steps.filter(({ object }) => object === "manifest");
  const [resolve, pull] = [requestsInLine(planned, "resolve"), requestsInLine(planned, "pull")];
  return steps.map(({ endpoint, source }, index) => ({
    endpoint,
    source,
    requests: { resolve: resolve[index] ?? [], pull: pull[index] ?? [] },
  }));
}

function legOf(operation: Leg["operation"], path: PullPath, line: readonly Place[]): Leg {
  const steps = path.steps.filter((step) => step.operation === operation);
  const manifests = steps.filter(({ object }) => object === "manifest");
  const blobs = steps.filter(({ object }) => object === "blob");
  const answering = manifests.find(({ outcome }) => outcome === "answers");
  const inLine = answering ? line : line.slice(0, manifests.length);
  const stops = inLine.map((place, index) => {
    const [manifest, blob] = [manifests[index], blobs[index]];
    const requests = place.requests[operation];
    return manifest ? asked(manifest, blob, requests) : unasked(place, requests, answering);
  });
  return { operation, reached: manifests.length > 0, stops };
}

/** Manifest and blobs are asked for in the same way, one after the other. */
function asked(manifest: PullStep, blob: PullStep | undefined, requests: readonly StopRequest[]): Stop {
  const { endpoint, source, outcome, why, seconds } = manifest;
  return { endpoint, source, outcome, why, seconds: seconds + (blob?.seconds ?? 0), requests };
}

function unasked(
  { endpoint, source }: Place,
  requests: readonly StopRequest[],
  answering: PullStep | undefined,
): Stop {
  const why = `${answering?.endpoint} answers before.`;
  return { endpoint, source, outcome: "not-asked", why, seconds: 0, requests };
}
