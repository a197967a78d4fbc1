import { isSince } from "../releases.js";
import type { ArgumentProblem } from "./arguments.js";
import { type ValueMap, valueAt } from "./effective-values.js";
import { isTruthy, printed } from "./template-text.js";
import { chartValues } from "./values.js";

/** What Kubernetes makes of a port of the chart's values. */
export type PortVerdict =
  | "fine"
  /** No port, or none of which anybody knows: 0 stands for "not given". */
  | "none"
  /** Only a cluster with another range of node ports takes it. */
  | "outside-node-ports"
  | "refused";

/** Kubernetes' default for --service-node-port-range. */
export const NODE_PORTS = { first: 30_000, last: 32_767 } as const;

/**
 * What Kubernetes makes of a port. A port of a container or a service is 1 to 65535; a host port and a node port may be 0, which
 * is none: no port is opened, or one is chosen. Source: k8s.io/api validation (IsValidPortNum), the node port allocator.
 *
 * @param path the chart value's, keys joined by dots
 * @param value as the user wrote it; what is no whole number, or a text of one, is not judged
 */
export function portVerdict(path: string, value: unknown): PortVerdict {
  const text = printed(value);
  if (!/^-?\d{1,20}$/.test(text)) return "fine";
  const port = Number(text);
  const isOptional = /\.(hostPort|nodePort)$/.test(path);
  if (port === 0 && isOptional) return "none";
  if (port < 1 || port > 65_535) return "refused";
  const isOutside = port < NODE_PORTS.first || port > NODE_PORTS.last;
  return path.endsWith(".nodePort") && isOutside ? "outside-node-ports" : "fine";
}

/** The ports of a release that its templates pass on when it is installed, by their paths. */
export function portPaths(values: ValueMap, release: string): readonly string[] {
  const sameNode = valueAt(values, ["service", "registry", "usePreferSameNodeTrafficDistribution"]);
  const opensHostPort = !(isSince(release, "0.5.0") && isTruthy(sameNode));
  return chartValues(release).flatMap(({ path }) => {
    const isPort = /^service\..*port$/i.test(path) && path !== CLEANUP_PORT;
    return isPort && (opensHostPort || !path.endsWith(".hostPort")) ? [path] : [];
  });
}

/** Read by the hook that runs after Spegel is uninstalled. */
export const CLEANUP_PORT = "service.cleanup.port";

/** The ports with which Kubernetes takes nothing of the release. */
export function refusedPorts(values: ValueMap, release: string): ArgumentProblem[] {
  return portPaths(values, release).flatMap((path) => {
    const value = valueAt(values, path.split("."));
    if (portVerdict(path, value) !== "refused") return [];
    const message = `Kubernetes refuses ${path} ${printed(value)}: a port is a number from 1 to 65535`;
    return [{ stage: "install" as const, path, message }];
  });
}
