import type { FastifyInstance, FastifyRequest } from "fastify";
import { malformedJson } from "./problems.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The JSON of the body as it was sent: it says more of numbers than what is read from it. */
    bodyText: string;
  }
}

const JSON_TYPE = "application/json";

/**
 * Makes the app read JSON bodies in UTF-8, and nothing else. The parser's own words say where a body is broken. Keys such
 * as `__proto__` are plain keys of the result, for the schemas to judge.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.decorateRequest("bodyText", "");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    JSON_TYPE,
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: Buffer) => {
      request.bodyText = decodeUtf8(body);
      return parse(request.bodyText);
    },
  );
}

/** Wrong bytes are refused rather than replaced: what is shared is to be read back as it was. */
function decodeUtf8(body: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw malformedJson("JSON is UTF-8, and this is not");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformedJson(error instanceof SyntaxError ? error.message : "nested too deeply");
  }
}
