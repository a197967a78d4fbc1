export { holdsPem } from "./certs-d/certificates.js";
export { candidateDirectories } from "./certs-d/directory.js";
export type { FieldName as HostFieldName } from "./hosts-file/fields.js";
export { type ImageRefResult, type ParsedImageRef, parseImageRef } from "./image-ref.js";
export type { FindingCode, HostsFinding } from "./lint/finding.js";
export { type LintOptions, lintHostsFile } from "./lint/lint.js";
export { type PullRequest, planPull, type SkipReason } from "./pull.js";
export {
  bracketedAddress,
  isIPv6Address,
  type RegistryNameFault,
  registryNameFault,
} from "./registry-name.js";
export { containerdReleases, type ReleaseFact, releaseFacts } from "./releases.js";
export { type HostResolution, type RegistryHost, type ResolveInput, resolveHosts } from "./resolve.js";
export { isContainerdVersion, readsHostsField } from "./version.js";
