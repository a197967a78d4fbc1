import { PROBLEM_TYPE_PREFIX, type Problem, type ProblemKind } from "@lookinglass/api-contract";
import type { z } from "zod";

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

const KINDS: Record<ProblemKind, { readonly status: number; readonly title: string }> = {
  "invalid-request": { status: 400, title: "The request is not as the API expects it" },
  "malformed-json": { status: 400, title: "The request body is not JSON" },
  "unsupported-media-type": { status: 415, title: "The request body has the wrong content type" },
  "body-too-large": { status: 413, title: "The request body is too large" },
  "headers-too-large": { status: 431, title: "The request headers are too large" },
  "request-timeout": { status: 408, title: "The request took too long to arrive" },
  "not-found": { status: 404, title: "Not found" },
  "share-not-found": { status: 404, title: "There is no such share" },
  "share-gone": { status: 410, title: "The share has expired or was deleted" },
  "share-holds-secrets": { status: 422, title: "The spec holds secrets" },
  "wrong-delete-token": { status: 403, title: "The delete token is not this share's" },
  "unknown-fix": { status: 422, title: "The spec has no such fix" },
  "edit-not-possible": { status: 422, title: "The spec cannot be edited like this" },
  "pull-not-possible": { status: 422, title: "No pull path can be told" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "analysis-limit": { status: 422, title: "The request takes too much to answer" },
  overloaded: { status: 503, title: "The server is busy" },
  "store-full": { status: 503, title: "No more shares can be kept" },
  unavailable: { status: 503, title: "The service is not ready" },
  internal: { status: 500, title: "The server failed" },
};

type ProblemDetails = Partial<Pick<Problem, "errors" | "secrets">>;

export function problem(kind: ProblemKind, detail: string, details: ProblemDetails = {}): Problem {
  return { type: `${PROBLEM_TYPE_PREFIX}${kind}`, ...KINDS[kind], detail, ...details };
}

/** What a handler throws to answer with a problem: the error handler sends it as it is. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  /** @param retryAfterSeconds for the Retry-After header: when asking again may help */
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(problem.detail);
  }
}

export function malformedJson(message: string): Refusal {
  return new Refusal(problem("malformed-json", message, { errors: [{ path: "", message }] }));
}

/** Faults that a refusal lists; more would help nobody. */
const MAX_LISTED = 100;
/** Characters of a path and of a message, which may quote what was sent, and of all that `detail` names. */
const MAX_TEXT = 200;

interface Fault {
  readonly path: string;
  readonly message: string;
}

/** A request that a zod schema refused, with the path of the first fields at fault and the number of all. */
export function invalidRequest(error: z.core.$ZodError): Refusal {
  const errors: Fault[] = [];
  let count = 0;
  for (const issue of error.issues) {
    count += issue.code === "unrecognized_keys" ? issue.keys.length : 1;
    errors.push(...faultsOf(issue, MAX_LISTED - errors.length));
  }
  return new Refusal(problem("invalid-request", inWords(errors, count), { errors }));
}

/** The first faults that fit, and how many more there are. */
function inWords(errors: readonly Fault[], count: number): string {
  const named: string[] = [];
  for (const { path, message } of errors) {
    const words = path === "" ? message : `${path}: ${message}`;
    if (named.length > 0 && named.join("; ").length + words.length > MAX_TEXT) break;
    named.push(shortened(words));
  }
  const more = count - named.length;
  return `${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** Unknown fields become the paths that they are at. */
function faultsOf(issue: z.core.$ZodIssue, most: number): Fault[] {
  if (most <= 0) return [];
  const at = (segments: readonly PropertyKey[]) => shortened(segments.map(String).join("."));
  if (issue.code !== "unrecognized_keys") {
    return [{ path: at(issue.path), message: shortened(issue.message) }];
  }
  return issue.keys
    .slice(0, most)
    .map((key) => ({ path: at([...issue.path, key]), message: "unknown field" }));
}

function shortened(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}
