export type * from "./analysis.js";
export { analyze } from "./analyze.js";
export { type FoundSecret, findSecrets } from "./secrets/find-secrets.js";
