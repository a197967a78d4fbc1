import type { Problem } from "@lookinglass/api-contract";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_MEDIA_TYPE, problem, Refusal } from "./problems.js";
import { StoreFailure } from "./store/share-store.js";

/** Makes every failure of the app a problem document; what is nobody's fault but ours is logged. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => sendError(error, request, reply));
}

/** For failures before routing, such as a URL that cannot be decoded. */
export function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof StoreFailure ? storeIsAway(error, request) : error;
  const document = refusal instanceof Refusal ? refusal.problem : fromFramework(refusal);
  if (document.status >= 500 && !(refusal instanceof Refusal))
    request.log.error({ err: refusal }, "request failed");
  if (refusal instanceof Refusal && refusal.retryAfterSeconds !== null) {
    reply.header("retry-after", refusal.retryAfterSeconds);
  }
  return sendProblem(reply, document);
}

/** Seconds after which a store that did not answer may do so. */
const STORE_RETRY_SECONDS = 5;

/** Logged, for it is nobody's fault but ours; yet what does not need the store is still answered. */
function storeIsAway({ cause }: StoreFailure, request: FastifyRequest): Refusal {
  request.log.error({ err: cause }, "the share store does not answer");
  return new Refusal(problem("unavailable", "The share store does not answer."), STORE_RETRY_SECONDS);
}

export function sendProblem(reply: FastifyReply, document: Problem): FastifyReply {
  return reply.code(document.status).type(PROBLEM_MEDIA_TYPE).serializer(JSON.stringify).send(document);
}

/** Errors that Fastify and its plugins make, by their codes. */
function fromFramework(error: FastifyError): Problem {
  switch (error.code) {
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return problem("unsupported-media-type", "Send the body as application/json.");
    case "FST_CP_ERR_INVALID_CONTENT_ENCODING":
      return problem("unsupported-media-type", error.message);
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return problem("body-too-large", "A request body may have 1 MiB at most.");
  }
  if (error.statusCode === 429) return problem("too-many-requests", error.message);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return problem("invalid-request", error.message);
  return problem("internal", "The server could not answer this request. It has been logged.");
}
