import { isLoopback, splitHostPort } from "@lookinglass/go";

/** The port that net.SplitHostPort finds, "" when there is none or it reports an error. */
export function portOf(host: string): string {
  return splitHostPort(host)?.port ?? "";
}

/** containerd core/remotes/docker IsLocalhost: `localhost` or a loopback address, with or without a port. */
export function isLocalhost(host: string): boolean {
  const name = splitHostPort(host)?.host ?? host;
  return name === "localhost" || isLoopback(name);
}
