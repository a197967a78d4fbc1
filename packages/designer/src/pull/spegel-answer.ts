import type { Answer, PullScene } from "./endpoints.js";

/** Kublr's own files name this port whatever the chart's values say. */
const KUBLR_PORT = "30020";

/**
 * What Spegel at an endpoint does with a request, or null when the endpoint is not on a node of the cluster.
 *
 * Sources: Kublr's page (before Spegel runs on a node, the masters' Spegel serves it); Spegel's chart (host port of
 * the node's own pod, node port of the Service that reaches any pod); Spegel pkg/registry (404 for what filters
 * exclude and for what no node has).
 */
export function spegelAnswer(scene: PullScene, host: string, asks: "tag" | "digest"): Answer | null {
  const place = placeOf(scene, host);
  if (!place) return null;
  const source = place.onThisNode ? "spegel-local" : "spegel-peer";
  const refused = refusal(scene, place);
  if (refused) return { source, outcome: "unreachable", ...refused };
  const served = servedImage(scene, asks);
  // The Service's node port reaches a pod of another node while this node's own is not ready.
  const byPeer = place.onThisNode && scene.conditions.spegelNotReady;
  return { source: byPeer ? "spegel-peer" : source, refusesAtOnce: true, ...served };
}

interface Place {
  readonly onThisNode: boolean;
  readonly onMaster: boolean;
  readonly port: string;
}

function placeOf({ analysis, role }: PullScene, host: string): Place | null {
  const [, name = "", port = ""] = /^(.*?):(\d+)$/.exec(host) ?? [];
  const address = name.replace(/^\[(.*)\]$/, "$1");
  const { hostPort, nodePort } = analysis.spegel;
  if (![KUBLR_PORT, hostPort, nodePort].includes(port)) return null;
  const onThisNode =
    role.sampleNodes[0]?.address === address || address === "127.0.0.1" || address === "localhost";
  const owner = analysis.roles.find(({ sampleNodes }) =>
    sampleNodes.some((node) => node.address === address),
  );
  if (!onThisNode && !owner) return null;
  return { onThisNode, onMaster: owner?.kind === "master", port };
}

type Refusal = Pick<Answer, "why" | "refusesAtOnce">;

function refusal({ analysis, phase, conditions }: PullScene, place: Place): Refusal | null {
  const { spegel } = analysis;
  if (!place.onThisNode && place.onMaster && conditions.mastersDown) {
    return { why: "The master is down.", refusesAtOnce: false };
  }
  if (!spegel.deployed) return refused("Spegel is not deployed, nothing listens there.");
  if (place.port !== spegel.hostPort && place.port !== spegel.nodePort) {
    return refused(`Spegel does not listen on port ${place.port} with these chart values.`);
  }
  const [problem] = spegel.problems;
  if (problem) return refused(`Spegel does not start: ${problem}`);
  if (!place.onThisNode) return null;
  if (phase === "bootstrap") return refused("Spegel has not started on this node yet.");
  if (conditions.spegelNotReady && place.port === spegel.hostPort)
    return refused("Spegel is not ready on this node.");
  return null;
}

/** A port on which nothing listens refuses the connection at once. */
function refused(why: string): Refusal {
  return { why, refusesAtOnce: true };
}

function servedImage(
  { filter, image, conditions }: PullScene,
  asks: "tag" | "digest",
): Pick<Answer, "outcome" | "why"> {
  if (!filter.ok) return { outcome: "unreachable", why: `Spegel does not start: ${filter.error}` };
  if (filter.filtered(image, asks)) {
    return {
      outcome: "not-found",
      why: "Spegel leaves this image alone: a registry filter or the list of mirrored registries.",
    };
  }
  if (conditions.imageOnNoNode) return { outcome: "not-found", why: "No node of the cluster has the image." };
  return { outcome: "answers", why: "A node of the cluster has the image." };
}
