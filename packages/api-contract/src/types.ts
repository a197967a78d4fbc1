/** The types of the contract: inferred from the schemas, so that there is one statement of each shape; read-only. */
import type { z } from "zod";
import type { catalogSchema } from "./catalog.js";
import type { editsRequestSchema, editsResultSchema } from "./edits.js";
import type { Frozen } from "./frozen.js";
import type { inspectionSchema, inspectRequestSchema } from "./inspect.js";
import type { previewRequestSchema, sarifLogSchema, validationSchema } from "./preview.js";
import type { PROBLEM_KINDS, problemSchema } from "./problem.js";
import type { pullPathRequestSchema } from "./pull-path.js";
import type { renderRequestSchema, renderResultSchema } from "./render.js";
import type { foundSecretSchema } from "./secrets.js";
import type { createdShareSchema, createShareRequestSchema, expiresInSchema, shareSchema } from "./shares.js";

type Data<Schema extends z.ZodType> = Frozen<z.infer<Schema>>;

export type PreviewRequest = Data<typeof previewRequestSchema>;
export type Validation = Data<typeof validationSchema>;
export type SarifLog = Data<typeof sarifLogSchema>;
export type PullPathRequest = Data<typeof pullPathRequestSchema>;
export type EditsRequest = Data<typeof editsRequestSchema>;
export type EditsResult = Data<typeof editsResultSchema>;
export type InspectRequest = Data<typeof inspectRequestSchema>;
export type Inspection = Data<typeof inspectionSchema>;
export type RenderRequest = Data<typeof renderRequestSchema>;
export type RenderResult = Data<typeof renderResultSchema>;
export type Catalog = Data<typeof catalogSchema>;
export type ExpiresIn = Data<typeof expiresInSchema>;
export type CreateShareRequest = Data<typeof createShareRequestSchema>;
export type CreatedShare = Data<typeof createdShareSchema>;
export type Share = Data<typeof shareSchema>;
export type FoundSecret = Data<typeof foundSecretSchema>;
export type Problem = Data<typeof problemSchema>;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];
