import { holds, type Version } from "../version.js";
import { emptyFields, type HostsFile, type HostsFileFault } from "./fields.js";
import { type Capability, CheckFault, type CheckRules, checkHost, type HostConfig } from "./host-config.js";
import type { DecodeRules } from "./places-v2.js";
import { readV1 } from "./read-v1.js";
import { readV2 } from "./read-v2.js";

/** A bound of ours on the work; containerd has none. */
const MAX_HOSTS_FILE_LENGTH = 1_000_000;

export type CheckedHostsFile = { hosts: HostConfig[] } | { fault: HostsFileFault };

/** Decodes a hosts.toml with the TOML parser of a containerd release. */
export function readHostsFile(text: string, version: Version): HostsFile | HostsFileFault {
  if (text.length > MAX_HOSTS_FILE_LENGTH) {
    const message = `hosts.toml is longer than ${MAX_HOSTS_FILE_LENGTH} characters`;
    return { kind: "toml-syntax", message, range: null };
  }
  if (holds("TOML parser", version)) return readV2(text, decodeRules(version));
  return readV1(text, { hostTableRequired: !holds("file without any [host.*] table", version) });
}

function decodeRules(version: Version): DecodeRules {
  return {
    reads: (field) => holds(field, version),
    scalars: { leapSecond: !holds("leap second in TOML is a syntax error", version) },
  };
}

/**
 * containerd's parseHostsFile: the hosts in the order they are tried, the root entry last.
 * @param directory absolute name of the directory that holds the file
 */
export function parseHostsFile(text: string, directory: string, version: Version): CheckedHostsFile {
  const file = readHostsFile(text, version);
  if ("message" in file) return { fault: namedFault(file, text, version) };
  return checkHostsFile(file, directory, version);
}

/** The same of a file that is decoded. */
export function checkHostsFile(file: HostsFile, directory: string, version: Version): CheckedHostsFile {
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

/**
 * A file that 1.x refuses for want of a host table may be wrong in another way too. The conformance data
 * calls such a file by that other fault, as every release finds it.
 */
function namedFault(fault: HostsFileFault, text: string, version: Version): HostsFileFault {
  if (fault.kind !== "containerd") return fault;
  const other = readV2(text, decodeRules(version));
  return "message" in other ? { ...fault, kind: other.kind } : fault;
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
