import { valueAt } from "@lookinglass/cluster-spec";
import { bracketedAddress, isIPv6Address } from "@lookinglass/containerd";
import { checkRegistryUrl } from "@lookinglass/spegel";
import type { SpecPath } from "../../analysis.js";
import type { Preview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { mirrorsOf } from "../node-hosts.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { short } from "../short.js";
import { partsOf, writtenAddresses } from "./written-addresses.js";

const NODE_IP = ["service", "registry", "nodeIp"];

export const ipv6Target: Rule = {
  code: "spegel/ipv6-target",
  severity: "error",
  when:
    "an IPv6 address of additionalMirrorTargets or service.registry.nodeIp as the assumed containerd does not read it; a " +
    "warning where its last number is taken for the port",
  explanation:
    "Spegel writes these addresses into every hosts.toml as they are (from 0.7.2 on with brackets in the first). Without " +
    "brackets containerd 2.3 refuses the file, and older releases take what stands behind the last colon for the port; with " +
    "brackets containerd 1.x refuses it. A file that is refused is ignored, and no mirror is used.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    const { spec, chart } = preview;
    if (!chart.chart.deployed || !chart.mirror.mirrorAdd) return;
    for (const { path, value, url } of addresses(preview)) {
      const wording = faultOf(preview, url);
      if (!wording) continue;
      yield {
        ...wording,
        ...locateChartValue(spec, chart.config, chart.helmValues, path),
        fixes: () => brackets(preview, { path, value, url }),
      };
    }
  },
};

interface Address {
  readonly path: SpecPath;
  readonly value: string;
  /** A mirror as Spegel writes it. */
  readonly url: string;
}

/** What stands in an address's place is IPv6, with brackets or without. */
function addresses({ chart }: Preview): Address[] {
  const { version } = chart.chart;
  const targets = writtenAddresses(chart).filter(
    ({ kind, url }) => kind === "mirrorTarget" && checkRegistryUrl(url, { version, kind }).ok,
  );
  const nodeIp = valueAt(chart.helmValues.value, NODE_IP);
  // The node's address comes twice, and the second one never gets brackets.
  const used =
    typeof nodeIp === "string" && chart.mirror.mirrorTargets.some((target) => target.includes(nodeIp));
  const node =
    used && nodeIp !== ""
      ? [{ path: NODE_IP, value: nodeIp, url: `http://${nodeIp}:${chart.mirror.nodePort}` }]
      : [];
  const all = [...node, ...targets.map(({ path, written, url }) => ({ path, value: written, url }))];
  return all.filter(({ url }) => partsOf(url).host.split(":").length > 2);
}

/** Does containerd read a file with this mirror? */
export function isReadable(preview: Preview, url: string): boolean {
  return mirrorsOf(preview, `[host.'${url}']\ncapabilities = ['pull']\n`) !== null;
}

function faultOf(preview: Preview, url: string): Pick<Finding, "message" | "severity"> | null {
  const { containerdVersion } = preview.settings;
  const { host } = partsOf(url);
  const way = host.startsWith("[") ? "with its brackets" : "without brackets";
  if (!isReadable(preview, url)) {
    return {
      message: `containerd ${containerdVersion} cannot read ${short(url)} ${way}: it ignores every hosts.toml that Spegel writes and uses no mirror.`,
    };
  }
  const colon = host.lastIndexOf(":");
  const [address, port] = [host.slice(0, colon), host.slice(colon + 1)];
  if (host.startsWith("[") || isIPv6Address(address)) return null;
  return {
    message: `containerd ${containerdVersion} takes the last number of ${short(url)} for the port: it asks ${short(address)}, port ${port}.`,
    severity: "warning",
  };
}

/** Where one reading is right, and containerd takes it. */
function brackets(preview: Preview, { path, value, url }: Address): FindingFix[] {
  const { config, helmValues } = preview.chart;
  const { host } = partsOf(url);
  const isNode = !value.includes("://");
  const address = bracketedAddress(isNode ? value : host);
  if (address === null) return [];
  const written = isNode ? address : value.replace(host, address);
  const after = isNode ? url.replace(value, address) : written;
  if (!isReadable(preview, after)) return [];
  const edits = editChartValues(config, helmValues, [{ path, value: written }]);
  return [{ name: "brackets", title: `Write ${written}`, edits }];
}
