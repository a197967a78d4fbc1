import { secondsText } from "../pull-path/outcomes.js";
import type { PlannedRequest } from "../pull-path/planned.js";

/** Why containerd asks an endpoint of a line, or passes it over. */
export function requestWords(request: PlannedRequest, line: readonly PlannedRequest[]): string {
  if (request.skipped === "no-resolve-capability") return "Passed over: its capabilities lack resolve.";
  if (request.skipped === "no-pull-capability") return "Passed over: its capabilities lack pull.";
  const isFirst = line.find(({ skipped }) => skipped === null) === request;
  const turn = isFirst ? "Asked first." : "Asked when those before do not answer or do not have it.";
  const tls = request.host.httpFallback ? " https is tried first, then http." : "";
  return `${turn}${tls} Given up after ${secondsText(request.dialTimeoutSeconds)} if nothing answers there.`;
}

/** What an endpoint is to the image. */
export const ROLE_TITLES: Record<PlannedRequest["role"], string> = {
  mirror: "Mirror",
  server: "server",
  registry: "Registry",
};
