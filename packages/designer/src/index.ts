export type * from "./analysis.js";
export { type FoundSecret, findSecrets } from "./secrets/find-secrets.js";
