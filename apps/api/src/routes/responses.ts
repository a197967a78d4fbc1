import { problemSchema } from "@lookinglass/api-contract";
import type { z } from "zod";
import { PROBLEM_MEDIA_TYPE } from "../problems.js";

/** The OpenAPI entry of an answer that is a problem document. */
function problemResponse(description: string) {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: problemSchema } } };
}

/** The OpenAPI entry of a JSON answer. */
export function jsonResponse<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

export const badRequest = { 400: problemResponse("The request is not as the API expects it") };

/** What every POST may answer. */
export const badBody = {
  ...badRequest,
  413: problemResponse("The request body is over 1 MiB"),
  415: problemResponse("The request body is not application/json"),
};

export const tooManyRequests = {
  429: problemResponse("This address has asked too much of late; Retry-After says when to ask again"),
};
const notPossible = { 422: problemResponse("The request is understood, but cannot be carried out") };
const unavailable = {
  503: problemResponse("More is asked than the server can do; Retry-After says when to ask again"),
};

/** What everything may answer that asks the store. */
export const storeAway = {
  503: problemResponse("The share store does not answer; Retry-After says when to ask again"),
};

/** What everything may answer that is computed on request. */
export const analysed = { ...notPossible, ...tooManyRequests, ...unavailable };
export const wrongToken = { 403: problemResponse("The delete token is not this share's") };
export const noShare = {
  404: problemResponse("There is no such share"),
  410: problemResponse("The share has expired or was deleted"),
};
