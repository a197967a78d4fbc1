import { type IpPrefix, parseAddress, prefixContains, prefixesOverlap } from "@lookinglass/go";
import { isMap } from "../../plain-data.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { named } from "../short.js";
import { type AddressText, addressTexts, rangeTexts, readRanges } from "./address-ranges.js";
import { type ClusterParts, clusterParts } from "./cluster-parts.js";

export const networkRanges: Rule = {
  code: "spec/network-ranges",
  severity: "warning",
  when: "podCIDR and serviceCIDR share addresses (error); podCIDR outside of clusterCIDR, masterIP or dnsIP outside of serviceCIDR, a subnet outside of its VPC",
  explanation:
    "Pods and services need addresses of their own. Where nothing is written podCIDR (100.96.0.0/11) and serviceCIDR " +
    "(100.64.0.0/13) both lie in clusterCIDR (100.64.0.0/10; seen in agent 1.8), and masterIP and dnsIP are services.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    const ranges = new Map(rangeTexts(parts).map((place) => [place.path.join("."), placeRange(place)]));
    const network = (key: string) => ranges.get(`spec.network.${key}`) ?? null;
    yield* podsAndServices(network("clusterCIDR"), network("podCIDR"), network("serviceCIDR"));
    yield* services(addressTexts(parts), network("serviceCIDR"));
    yield* subnets(parts, [...ranges.values()]);
  },
};

interface PlacedRanges extends AddressText {
  readonly ranges: readonly IpPrefix[];
}

/** With no ranges where they cannot be read, which spec/cidr says. */
function placeRange(place: AddressText): PlacedRanges {
  return { ...place, ranges: readRanges(place.text) ?? [] };
}

function* podsAndServices(
  cluster: PlacedRanges | null,
  pods: PlacedRanges | null,
  services: PlacedRanges | null,
): Iterable<Finding> {
  const share = pods?.ranges.some((a) => services?.ranges.some((b) => prefixesOverlap(a, b)));
  if (pods && services && share)
    yield {
      message: `serviceCIDR ${named(services.text)} and podCIDR ${named(pods.text)} share addresses: each needs its own.`,
      path: services.path,
      severity: "error",
    };
  if (cluster && pods && isOutside(pods, cluster))
    yield {
      message: `podCIDR ${named(pods.text)} is not within clusterCIDR ${named(cluster.text)}.`,
      path: pods.path,
    };
}

/** Does some range lie outside of all of the others of its family, in part or as a whole? */
function isOutside(inner: PlacedRanges, outer: PlacedRanges): boolean {
  return inner.ranges.some((range) => {
    const family = outer.ranges.filter(({ address }) => address.bytes.length === range.address.bytes.length);
    return family.length > 0 && !family.some((other) => isWithin(range, other));
  });
}

function isWithin(inner: IpPrefix, outer: IpPrefix): boolean {
  return inner.bits >= outer.bits && prefixContains(outer, inner.address);
}

function* services(addresses: readonly AddressText[], range: PlacedRanges | null): Iterable<Finding> {
  const [first, ...others] = addresses;
  for (const { path, label, text } of addresses) {
    const result = parseAddress(text);
    if (!range || range.ranges.length === 0 || !result.ok) continue;
    if (range.ranges.some((one) => prefixContains(one, result.address))) continue;
    yield { message: `${label} ${named(text)} is not within serviceCIDR ${named(range.text)}.`, path };
  }
  for (const { path, label, text } of others) {
    if (first && first.text === text)
      yield {
        message: `${label} and ${first.label} are both ${named(text)}: each needs its own address.`,
        path,
      };
  }
}

/** In a VPC that is already there, other blocks may have been added. */
function* subnets({ locations }: ClusterParts, ranges: readonly PlacedRanges[]): Iterable<Finding> {
  const byLocation = new Map<string | number | undefined, PlacedRanges[]>();
  for (const range of ranges) {
    const [, , index] = range.path;
    const before = byLocation.get(index);
    if (before) before.push(range);
    else byLocation.set(index, [range]);
  }
  for (const { path, data } of locations) {
    const own = (byLocation.get(path[2]) ?? []).filter(({ isAws }) => isAws);
    const vpc = own.find(({ label }) => label === "vpcCidrBlock");
    if (!vpc || !isMap(data.aws) || (data.aws.vpcId ?? "") !== "") continue;
    for (const subnet of own) {
      if (subnet === vpc || !isOutside(subnet, vpc)) continue;
      yield {
        message: `${subnet.label} ${named(subnet.text)} is not within vpcCidrBlock ${named(vpc.text)}.`,
        many: "blocks of subnets are not within their location's vpcCidrBlock.",
        path: subnet.path,
      };
    }
  }
}
