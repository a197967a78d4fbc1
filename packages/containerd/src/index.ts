export { type ImageRefResult, type ParsedImageRef, parseImageRef } from "./image-ref.js";
export { containerdReleases, type ReleaseFact, releaseFacts } from "./releases.js";
export { type HostResolution, type RegistryHost, type ResolveInput, resolveHosts } from "./resolve.js";
