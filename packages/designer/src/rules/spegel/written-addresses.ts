import { valueAt } from "@lookinglass/cluster-spec";
import type { SpecPath } from "../../analysis.js";
import type { ChartPreview } from "../../preview.js";

/** An entry of mirroredRegistries or of the additional targets. */
export interface WrittenAddress {
  readonly written: string;
  /** With a node's address where Kubernetes puts one. */
  readonly url: string;
  readonly kind: "mirroredRegistry" | "mirrorTarget";
  /** Path within the chart's values. */
  readonly path: SpecPath;
}

/** The lists of addresses, under the names of 0.1.0 and later and under the older ones. */
const LISTS = [
  ["mirroredRegistries", "mirroredRegistry"],
  ["registries", "mirroredRegistry"],
  ["additionalMirrorTargets", "mirrorTarget"],
  ["additionalMirrorRegistries", "mirrorTarget"],
] as const;

/** The addresses that the user wrote. */
export function writtenAddresses({ helmValues }: ChartPreview): WrittenAddress[] {
  return LISTS.flatMap(([name, kind]) => {
    const list = valueAt(helmValues.value, ["spegel", name]);
    return (Array.isArray(list) ? list : []).flatMap((written, index) => {
      if (typeof written !== "string") return [];
      const url = written.replaceAll("$(NODE_IP)", "192.0.2.1");
      return [{ written, url, kind, path: ["spegel", name, index] }];
    });
  });
}

/** An address in its parts; each is "" where it is not there. */
export function partsOf(url: string): Readonly<Record<"scheme" | "user" | "host" | "rest", string>> {
  const [, scheme = "", authority = "", rest = ""] =
    /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)(.*)$/is.exec(url.trim()) ?? [];
  const at = authority.lastIndexOf("@");
  return { scheme, user: authority.slice(0, Math.max(0, at)), host: authority.slice(at + 1), rest };
}
