export {
  analysisSchema,
  diagnosticSchema,
  phaseIdSchema,
  specPathSchema,
  textRangeSchema,
} from "./analysis.js";
export { catalogQuerySchema, catalogSchema } from "./catalog.js";
export {
  type ApiClient,
  type ApiClientOptions,
  type ApiResult,
  createApiClient,
  NO_ANSWER,
} from "./client.js";
export { editsRequestSchema, editsResultSchema, requestedEditSchema } from "./edits.js";
export type { Frozen } from "./frozen.js";
export { inspectionSchema, inspectRequestSchema } from "./inspect.js";
export * as limits from "./limits.js";
export { previewRequestSchema, sarifLogSchema, specTextSchema, validationSchema } from "./preview.js";
export { PROBLEM_KINDS, PROBLEM_TYPE_PREFIX, problemSchema } from "./problem.js";
export { pullConditionsSchema, pullPathRequestSchema, pullPathSchema } from "./pull-path.js";
export { renderRequestSchema, renderResultSchema } from "./render.js";
export { foundSecretSchema } from "./secrets.js";
export { settingsSchema } from "./settings.js";
export {
  createdShareSchema,
  createShareRequestSchema,
  expiresInSchema,
  shareIdSchema,
  shareSchema,
} from "./shares.js";
export type * from "./types.js";
