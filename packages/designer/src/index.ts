export type * from "./analysis.js";
export { analyze } from "./analyze.js";
export { type FoundSecret, findSecrets } from "./secrets/find-secrets.js";
export { DEFAULT_AGENT_VERSION, DEFAULT_CONTAINERD_VERSION, DEFAULT_SPEGEL_VERSION } from "./settings.js";
