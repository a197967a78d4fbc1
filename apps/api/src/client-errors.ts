import type { Socket } from "node:net";
import type { Problem } from "@lookinglass/api-contract";
import { PROBLEM_MEDIA_TYPE, problem } from "./problems.js";

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

/** Answers what is no HTTP request, comes too slowly, or has headers too large; then closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (socket.writable && error.code !== "ECONNRESET") socket.write(responseFor(problemOf(error.code)));
  socket.destroySoon();
}

function problemOf(code: string | undefined): Problem {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return problem("request-timeout", "The request did not arrive in time.");
    case "HPE_HEADER_OVERFLOW":
      return problem("headers-too-large", "The request's headers are over 16 KiB.");
    default:
      return problem("invalid-request", "This is not an HTTP request.");
  }
}

function responseFor(document: Problem): string {
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${REASONS[document.status]}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
