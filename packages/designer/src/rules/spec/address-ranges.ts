import { formatIPv4Prefix, type IpPrefix, maskedPrefix, parseAddress, parsePrefix } from "@lookinglass/go";
import type { SpecPath } from "../../analysis.js";
import { isMap } from "../../plain-data.js";
import type { ClusterParts } from "./cluster-parts.js";

/** A text of the spec that is to be a range of addresses, or an address. */
export interface AddressText {
  readonly path: SpecPath;
  /** As the user knows it: "podCIDR", "cidrBlocks.nodePublic". */
  readonly label: string;
  readonly text: string;
  /** Of AWS, which takes blocks of certain sizes only. */
  readonly isAws: boolean;
}

const RANGES = ["clusterCIDR", "podCIDR", "serviceCIDR"];
const ADDRESSES = ["masterIP", "dnsIP"];

/** Every CIDR of the network and of the locations. An empty text is none: in cidrBlocks it leaves a zone out. */
export function rangeTexts(parts: ClusterParts): AddressText[] {
  const ofLocations = parts.locations.flatMap(({ path, data }) => [
    ...textsIn(data.aws, [...path, "aws"], ["vpcCidrBlock"], true),
    ...blocksOf(data.aws, [...path, "aws", "cidrBlocks"]),
    ...textsIn(data.azure, [...path, "azure"], ["virtualNetworkSubnetCidrBlock"], false),
  ]);
  return [...textsIn(parts.body.network, NETWORK, RANGES, false), ...ofLocations];
}

/** The subnets' blocks of an AWS location: each key has a list. */
function blocksOf(aws: unknown, path: SpecPath): AddressText[] {
  const lists = isMap(aws) && isMap(aws.cidrBlocks) ? Object.entries(aws.cidrBlocks) : [];
  return lists.flatMap(([key, list]) =>
    (Array.isArray(list) ? list : []).flatMap((text: unknown, index) =>
      isText(text) ? { path: [...path, key, index], label: `cidrBlocks.${key}`, text, isAws: true } : [],
    ),
  );
}

/** Every address of the network that the cluster itself has. */
export function addressTexts({ body }: ClusterParts): AddressText[] {
  return textsIn(body.network, NETWORK, ADDRESSES, false);
}

const NETWORK = ["spec", "network"];

function textsIn(map: unknown, path: SpecPath, keys: readonly string[], isAws: boolean): AddressText[] {
  return keys.flatMap((key) => {
    const text = isMap(map) ? map[key] : null;
    return isText(text) ? { path: [...path, key], label: key, text, isAws } : [];
  });
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** The ranges of a text: two, with a comma between them, where the cluster has both families. Null where one is none. */
export function readRanges(text: string): readonly IpPrefix[] | null {
  const ranges = partsOf(text).map(parsePrefix);
  const read = ranges.flatMap((result) => (result.ok ? result.prefix : []));
  return read.length === ranges.length ? read : null;
}

export function partsOf(text: string): readonly string[] {
  const parts = text.split(",");
  return parts.length === 1 ? parts : parts.map((part) => part.trim());
}

/** What is surely meant by a text that is no range: blanks, leading zeros, a netmask. Null where nobody can say. */
export function meantRange(text: string): string | null {
  const plain = text.trim().replaceAll(/(^|[./])0+(?=\d)/g, "$1");
  const [address = "", mask = "", ...more] = plain.split("/");
  const meant = more.length === 0 && mask.includes(".") ? `${address}/${maskLength(mask)}` : plain;
  return meant !== text && parsePrefix(meant).ok ? meant : null;
}

/** 255.255.0.0 is 16; NaN where it is no mask. */
function maskLength(mask: string): number {
  const result = parseAddress(mask);
  const bits = result.ok
    ? result.address.bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("")
    : "";
  return /^1+0*$/.test(bits) && bits.length === 32 ? bits.replaceAll("0", "").length : Number.NaN;
}

/** The range without bits behind its prefix, where it has some. Null for IPv6, of which nobody writes such. */
export function withoutHostBits(prefix: IpPrefix): string | null {
  if (prefix.address.bytes.length !== 4) return null;
  const masked = formatIPv4Prefix(maskedPrefix(prefix));
  return masked === formatIPv4Prefix(prefix) ? null : masked;
}
