import type { HostResolution, ParsedImageRef, PullRequest } from "@lookinglass/containerd";
import { parseImageRef, planPull, resolveHosts } from "@lookinglass/containerd";
import { imageFilter } from "@lookinglass/spegel";
import type {
  NodeFile,
  Phase,
  PhaseId,
  PullConditions,
  PullPath,
  PullPathRefusal,
  PullStep,
  SpecPreview,
} from "../analysis.js";
import { bounded } from "../bounded-text.js";
import { endpointAnswer, type PullScene } from "./endpoints.js";
import { namedFiles } from "./known-files.js";

export interface PullQuestion {
  /** Id of a role of the analysis. */
  readonly role: string;
  readonly phase: PhaseId;
  /** As in a pod spec: "nginx", "ghcr.io/org/app@sha256:...". */
  readonly image: string;
  readonly conditions?: PullConditions;
}

/**
 * The requests that containerd on a node makes for an image, in order, who answers, and what unreachable endpoints
 * cost.
 *
 * Sources: containerd core/remotes/docker (resolver, fetcher), by planPull of packages/containerd; Spegel's answers by
 * endpointAnswer. Every endpoint that is not Spegel's is taken to have the image unless the conditions say otherwise.
 *
 * @returns a refusal that names the field when the role, the phase or the image reference is unknown or wrong
 */
export function pullPath(analysis: SpecPreview, question: PullQuestion): PullPath | PullPathRefusal {
  const role = analysis.roles.find(({ id }) => id === question.role);
  if (!role) return refuse("role", `There is no role ${question.role}.`);
  const phase = role.phases.find(({ id }) => id === question.phase);
  if (!phase) return refuse("phase", `There is no phase ${question.phase}.`);
  const image = parseImageRef(question.image);
  if ("error" in image) return refuse("image", image.error);
  const version = analysis.settings.containerdVersion;
  const resolution = resolve(analysis, phase, image.registry);
  const conditions = question.conditions ?? {};
  const filter = imageFilter(analysis.spegel, { version: analysis.spegel.version });
  const scene = { analysis, role, phase: phase.id, conditions, filter, image: image.canonical };
  return follow(scene, image, resolution, planPull(image, resolution, { version }));
}

function refuse(field: PullPathRefusal["error"]["field"], message: string): PullPathRefusal {
  return { error: { field, message: bounded(message) } };
}

/** With what is known of the certificates that the registry's file names. */
function resolve({ settings, spegel }: SpecPreview, phase: Phase, registry: string): HostResolution {
  const options = { version: settings.containerdVersion };
  const files = certsD(phase.files);
  const { dir } = resolveHosts({ files, host: registry }, options);
  const named = namedFiles(phase, `${dir}/hosts.toml`, spegel.version);
  return resolveHosts({ files, host: registry, certsChecked: named.isKnown }, options);
}

function certsD(files: readonly NodeFile[]): Record<string, string> {
  const present = files.filter(({ state }) => state === "active" || state === "backup");
  return Object.fromEntries(present.map(({ path, content }) => [path, content]));
}

/**
 * Resolves, then fetches the manifest and the blobs, each from the first endpoint that answers. A digest that nobody
 * has as a manifest is asked for as a blob, once more from everybody.
 */
function follow(
  scene: PullScene,
  image: ParsedImageRef,
  resolution: HostResolution,
  plan: readonly PullRequest[],
): PullPath {
  const stages = [
    plan.filter(({ operation }) => operation === "resolve"),
    plan.filter(({ operation, object }) => operation === "pull" && object === "manifest"),
    plan.filter(({ operation, object }) => operation === "pull" && object === "blob"),
  ];
  const steps: PullStep[] = [];
  let servedBy: string | null = null;
  for (const stage of stages) {
    const asked = askInTurn(scene, stage, image);
    steps.push(...asked);
    servedBy = asked.find(({ outcome }) => outcome === "answers")?.endpoint ?? null;
    if (servedBy === null) break;
  }
  const { registry, repository, tag, digest } = image;
  return {
    image: { registry, repository, tag, digest },
    directory: resolution.dir ?? null,
    fileFault: fileFault(resolution),
    steps,
    secondsLost: toMilliseconds(steps.reduce((sum, { seconds }) => sum + seconds, 0)),
    succeeds: servedBy !== null,
    servedBy,
  };
}

/** Timeouts are whole milliseconds; sums of their fractions are not. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** The steps of one stage, up to the endpoint that answers. */
function askInTurn(scene: PullScene, stage: readonly PullRequest[], image: ParsedImageRef): PullStep[] {
  const steps: PullStep[] = [];
  for (const request of stage) {
    const step = askOne(scene, request, image);
    steps.push(step);
    if (step.outcome === "answers") break;
  }
  return steps;
}

function askOne(scene: PullScene, request: PullRequest, image: ParsedImageRef): PullStep {
  const { scheme, host } = request.host;
  const { operation, object, url, failure } = request;
  const asks = operation === "resolve" && image.digest === null ? "tag" : "digest";
  const isRegistry = request.role === "registry";
  const answer = endpointAnswer(scene, { scheme, host, isRegistry, failure }, asks);
  const common = { endpoint: `${scheme}://${host}`, url, operation, object, source: answer.source };
  if (request.skipped) return { ...common, outcome: "skipped", why: SKIPPED[request.skipped], seconds: 0 };
  const waits = answer.outcome === "unreachable" && !answer.refusesAtOnce;
  return {
    ...common,
    outcome: answer.outcome,
    why: bounded(answer.why),
    seconds: waits ? request.dialTimeoutSeconds : 0,
  };
}

const SKIPPED = {
  "no-resolve-capability": "It may not resolve tags: its capabilities lack resolve.",
  "no-pull-capability": "It may not be pulled from: its capabilities lack pull.",
} as const;

function fileFault(resolution: HostResolution): string | null {
  if ("error" in resolution) return bounded(`The pull fails at once: ${resolution.error}`);
  if ("parseError" in resolution) {
    return bounded(
      `containerd ignores ${resolution.dir}/hosts.toml and uses no mirror: ${resolution.parseError}`,
    );
  }
  return null;
}
