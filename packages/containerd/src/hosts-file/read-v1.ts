import type { HostsFile, HostsFileFault } from "./fields.js";

export function readV1(_text: string, _options: { hostTableRequired: boolean }): HostsFile | HostsFileFault {
  return { kind: "toml-syntax", message: "not written yet", range: null };
}
