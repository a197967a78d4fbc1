import type { FastifyInstance } from "fastify";
import { malformedJson } from "./problems.js";

const JSON_TYPE = "application/json";

/**
 * Makes the routes of an app or plugin read JSON bodies, and nothing else, with the decoder given. Its own words
 * say where a body is broken. Keys such as `__proto__` are plain keys of the result, for the schemas to judge.
 */
export function readJsonWith(
  app: Pick<FastifyInstance, BodyParsing>,
  decode: (text: string) => unknown,
): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: "string" }, async (_request: unknown, body: string) => {
    try {
      return decode(body);
    } catch (error) {
      throw malformedJson(error instanceof SyntaxError ? error.message : "nested too deeply");
    }
  });
}

type BodyParsing = "removeAllContentTypeParsers" | "addContentTypeParser";
