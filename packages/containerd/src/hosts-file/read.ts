import { holds, type Version } from "../version.js";
import { emptyFields, type HostsFile, type HostsFileFault } from "./fields.js";
import { type Capability, CheckFault, type CheckRules, checkHost, type HostConfig } from "./host-config.js";
import type { DecodeRules } from "./places-v2.js";
import { readV1 } from "./read-v1.js";
import { readV2 } from "./read-v2.js";

/** A bound of ours on the work; containerd has none. */
export const MAX_HOSTS_FILE_LENGTH = 1_000_000;

export type CheckedHostsFile = { hosts: HostConfig[] } | { fault: HostsFileFault };

/** Decodes a hosts.toml with the TOML parser of a containerd release. */
export function readHostsFile(text: string, version: Version): HostsFile | HostsFileFault {
  if (text.length > MAX_HOSTS_FILE_LENGTH) {
    const message = `hosts.toml is longer than ${MAX_HOSTS_FILE_LENGTH} characters`;
    return { kind: "toml-syntax", message, range: null };
  }
  const newest = () => readV2(text, decodeRules(version));
  if (holds("TOML parser", version)) return newest();
  const hostTableRequired = !holds("file without any [host.*] table", version);
  // A file that 1.x refuses for want of a host may be wrong in another way as well, which tells more.
  const kindWithoutHostTable = hostTableRequired ? (kindOf(newest()) ?? "containerd") : "containerd";
  return readV1(text, { hostTableRequired, kindWithoutHostTable });
}

function kindOf(result: HostsFile | HostsFileFault): HostsFileFault["kind"] | null {
  return "message" in result ? result.kind : null;
}

function decodeRules(version: Version): DecodeRules {
  return {
    dialTimeout: holds("dial_timeout", version),
    scalars: { leapSecond: !holds("leap second in TOML is a syntax error", version) },
  };
}

/**
 * containerd's parseHostsFile: the hosts in the order they are tried, the root entry last.
 * @param directory absolute name of the directory that holds the file
 */
export function parseHostsFile(text: string, directory: string, version: Version): CheckedHostsFile {
  const file = readHostsFile(text, version);
  if ("message" in file) return { fault: file };
  const rules = checkRules(version);
  try {
    const hosts = file.order.map((name) =>
      checkHost(name, directory, file.hosts.get(name) ?? emptyFields(), rules),
    );
    return { hosts: [...hosts, checkHost(file.server, directory, file.root, rules)] };
  } catch (fault) {
    if (!(fault instanceof CheckFault)) throw fault;
    return { fault: { kind: "containerd", message: fault.message, range: null } };
  }
}

/** What a host without capabilities may do, in containerd's order. */
export function allCapabilities(version: Version): Capability[] {
  const all: Capability[] = ["pull", "resolve", "push"];
  return holds("capabilities: referrers", version) ? [...all, "referrers"] : all;
}

/** The checks of a containerd release. */
export function checkRules(version: Version): CheckRules {
  return {
    capabilities: allCapabilities(version),
    overridePath: holds("override_path", version),
    strictColons: holds("host with unbracketed IPv6 or several colons", version),
  };
}
