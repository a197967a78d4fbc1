/** The types of the contract: inferred from the schemas, so that there is one statement of each shape. */
import type { z } from "zod";
import type { catalogSchema } from "./catalog.js";
import type { editsRequestSchema, editsResultSchema } from "./edits.js";
import type { previewRequestSchema, sarifLogSchema, validationSchema } from "./preview.js";
import type { PROBLEM_KINDS, problemSchema } from "./problem.js";
import type { pullPathRequestSchema } from "./pull-path.js";
import type { renderRequestSchema, renderResultSchema } from "./render.js";
import type { foundSecretSchema } from "./secrets.js";
import type { createdShareSchema, createShareRequestSchema, expiresInSchema, shareSchema } from "./shares.js";

export type PreviewRequest = z.infer<typeof previewRequestSchema>;
export type Validation = z.infer<typeof validationSchema>;
export type SarifLog = z.infer<typeof sarifLogSchema>;
export type PullPathRequest = z.infer<typeof pullPathRequestSchema>;
export type EditsRequest = z.infer<typeof editsRequestSchema>;
export type EditsResult = z.infer<typeof editsResultSchema>;
export type RenderRequest = z.infer<typeof renderRequestSchema>;
export type RenderResult = z.infer<typeof renderResultSchema>;
export type Catalog = z.infer<typeof catalogSchema>;
export type ExpiresIn = z.infer<typeof expiresInSchema>;
export type CreateShareRequest = z.infer<typeof createShareRequestSchema>;
export type CreatedShare = z.infer<typeof createdShareSchema>;
export type Share = z.infer<typeof shareSchema>;
export type FoundSecret = z.infer<typeof foundSecretSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];
