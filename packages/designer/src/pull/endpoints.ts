import type { ImageFilter } from "@lookinglass/spegel";
import type { PhaseId, PullConditions, PullStep, Role, SpecPreview } from "../analysis.js";
import { spegelAnswer } from "./spegel-answer.js";

/** The node that pulls, and the state of the world around it. */
export interface PullScene {
  readonly analysis: SpecPreview;
  readonly role: Role;
  readonly phase: PhaseId;
  readonly conditions: PullConditions;
  /** Which images Spegel leaves alone. */
  readonly filter: ImageFilter;
  /** Full reference, as containerd asks for it: registry/repository[:tag][@digest]. */
  readonly image: string;
}

/** An endpoint as it stands in hosts.toml or as containerd adds it. */
export interface Endpoint {
  readonly scheme: string;
  /** Host with its port, IPv6 in brackets. */
  readonly host: string;
  /** The image's own registry, which comes last where no `server` replaces it. */
  readonly isRegistry: boolean;
  /** Why a request to it is never sent, in Go's words. */
  readonly failure: string | null;
}

/** How an endpoint takes a request. */
export interface Answer {
  readonly source: PullStep["source"];
  readonly outcome: "answers" | "not-found" | "unreachable";
  readonly why: string;
  /** A closed port answers at once; a host that is down costs the dial timeout. */
  readonly refusesAtOnce: boolean;
}

/**
 * What an endpoint does with a request of the node: Spegel's endpoints by {@link spegelAnswer}, every other one has
 * the image unless it is said to be down.
 */
export function endpointAnswer(scene: PullScene, endpoint: Endpoint, asks: "tag" | "digest"): Answer {
  if (endpoint.failure !== null) {
    const why = `containerd cannot ask it: ${endpoint.failure}.`;
    return { source: sourceOf(scene, endpoint), outcome: "unreachable", why, refusesAtOnce: true };
  }
  const spegel = spegelAnswer(scene, endpoint.host, asks);
  if (spegel) return isDown(scene, endpoint) ? { ...spegel, ...DOWN } : spegel;
  const source = endpoint.isRegistry ? "upstream" : "mirror";
  if (isDown(scene, endpoint)) return { source, ...DOWN };
  const what = endpoint.isRegistry ? "The image's own registry" : "The mirror";
  return { source, outcome: "answers", why: `${what} is taken to have the image.`, refusesAtOnce: false };
}

function sourceOf(scene: PullScene, { host, isRegistry }: Endpoint): PullStep["source"] {
  return spegelAnswer(scene, host, "digest")?.source ?? (isRegistry ? "upstream" : "mirror");
}

const DOWN = { outcome: "unreachable", why: "It is down.", refusesAtOnce: false } as const;

function isDown({ conditions }: PullScene, { scheme, host, isRegistry }: Endpoint): boolean {
  if (isRegistry && conditions.upstreamDown) return true;
  const names = [host, `${scheme}://${host}`, host.replace(/:\d+$/, "")].map(withoutBrackets);
  return (conditions.mirrorDown ?? []).some((down) =>
    names.includes(withoutBrackets(down.replace(/\/+$/, ""))),
  );
}

/** An IPv6 address may be named with brackets or without, whichever the file has. */
function withoutBrackets(name: string): string {
  return name.replace(/[[\]]/g, "");
}
