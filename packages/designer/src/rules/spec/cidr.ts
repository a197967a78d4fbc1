import { type IpPrefix, parseAddress, parsePrefix } from "@lookinglass/go";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { named } from "../short.js";
import {
  type AddressText,
  addressTexts,
  meantRange,
  partsOf,
  rangeTexts,
  readRanges,
  withoutHostBits,
} from "./address-ranges.js";
import { clusterParts } from "./cluster-parts.js";

export const cidr: Rule = {
  code: "spec/cidr",
  severity: "error",
  when: "a CIDR or an address of the network or of a location that is none; (warning) one with bits behind its prefix",
  explanation:
    "A CIDR is an address, a slash and the length of the prefix: 10.0.0.0/16 is all of 10.0.x.x. AWS takes blocks from /16 " +
    "to /28 for VPCs and subnets.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    for (const place of rangeTexts(parts)) {
      const ranges = readRanges(place.text);
      if (ranges === null) yield noRange(place);
      else for (const range of ranges) yield* oddRange(place, range, ranges.length > 1);
    }
    for (const place of addressTexts(parts)) {
      if (!parseAddress(place.text).ok) yield noAddress(place);
    }
  },
};

function noRange({ path, label, text }: AddressText): Finding {
  const meant = meantRange(text);
  return {
    message: `${label} ${named(text)} is no CIDR: ${reason(text)}.`,
    many: "values are no CIDRs.",
    path,
    fixes: () => (meant === null ? [] : [writing(path, meant)]),
  };
}

function reason(text: string): string {
  const part = partsOf(text).find((one) => !parsePrefix(one).ok) ?? text;
  if (parseAddress(part).ok) return "it has no prefix length, such as /16";
  if (parsePrefix(part.trim()).ok) return "there are blanks around it";
  const result = parsePrefix(part);
  return part.includes("/") && !result.ok ? inGoWords(result.error) : "there is no / in it";
}

/** What Go says, without the names of its functions and what they were given. */
function inGoWords(error: string): string {
  const said = error.replace(/^netip\.ParsePrefix\(".*"\): (?=ParseAddr|bad|prefix|IPv6 zones)/, "");
  return named(said.replace(/^ParseAddr\(".*"\): /, ""));
}

function* oddRange(
  { path, label, text, isAws }: AddressText,
  range: IpPrefix,
  isOneOfTwo: boolean,
): Iterable<Finding> {
  const masked = withoutHostBits(range);
  if (masked !== null)
    yield {
      message: `${label} ${named(text)} has bits behind its prefix: the range is ${masked}.`,
      many: "CIDRs have bits behind their prefix.",
      path,
      severity: "warning",
      fixes: () => (isOneOfTwo ? [] : [writing(path, masked)]),
    };
  if (isAws && range.address.bytes.length === 4 && (range.bits < 16 || range.bits > 28))
    yield {
      message: `${label} ${named(text)} has the prefix /${range.bits}: AWS takes blocks from /16 to /28.`,
      many: "CIDRs have a prefix that AWS does not take: its blocks are from /16 to /28.",
      path,
    };
}

function noAddress({ path, label, text }: AddressText): Finding {
  const address = text.trim();
  const isMeant = address !== text && parseAddress(address).ok;
  return {
    message: `${label} ${named(text)} is no IP address.`,
    many: "values are no IP addresses.",
    path,
    fixes: () => (isMeant ? [writing(path, address)] : []),
  };
}

function writing(path: AddressText["path"], value: string): FindingFix {
  return { name: "write", title: `Write ${named(value)}`, edits: [{ path, value }] };
}
