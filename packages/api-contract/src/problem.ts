import { z } from "zod";
import { problemExamples } from "./examples.js";
import { foundSecretSchema } from "./secrets.js";

/** Every kind of problem the API answers with; the last part of the document's `type`. */
export const PROBLEM_KINDS = [
  "invalid-request",
  "malformed-json",
  "unsupported-media-type",
  "body-too-large",
  "headers-too-large",
  "request-timeout",
  "not-found",
  "share-not-found",
  "share-gone",
  "share-holds-secrets",
  "wrong-delete-token",
  "unknown-fix",
  "edit-not-possible",
  "pull-not-possible",
  "too-many-requests",
  "analysis-limit",
  "overloaded",
  "store-full",
  "unavailable",
  "internal",
] as const;

/** What every `type` of a problem document begins with. */
export const PROBLEM_TYPE_PREFIX = "urn:lookinglass:problem:";

/** RFC 9457 problem document: the body of every answer that is not a success. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).exactOptional(),
    secrets: z.array(foundSecretSchema).exactOptional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem document", examples: problemExamples });
