import {
  inspectionSchema,
  inspectRequestSchema,
  renderRequestSchema,
  renderResultSchema,
} from "@lookinglass/api-contract";
import { decodeJson } from "@lookinglass/go-template";
import type { Engine } from "../engine.js";
import { malformedJson } from "../problems.js";
import type { ApiPlugin } from "./api-plugin.js";
import { badBody, jsonResponse } from "./responses.js";

const tags = ["Tools"];

/** What Go's templates and containerd make of texts, without a cluster spec. */
export function toolRoutes(engine: Engine): ApiPlugin {
  return (app, _options, done) => {
    app.register(renderRoute(engine));
    app.post(
      "/inspect",
      {
        schema: {
          tags,
          summary: "What containerd makes of a certs.d tree for an image",
          body: inspectRequestSchema,
          response: { 200: jsonResponse("The endpoints, or the error", inspectionSchema), ...badBody },
        },
      },
      async ({ body }) => engine.inspect(body),
    );
    done();
  };
}

/** Numbers in `data` keep their spelling, as for a Go program: 2 is an int, 2.0 a float64. */
function renderRoute(engine: Engine): ApiPlugin {
  return (app, _options, done) => {
    app.removeContentTypeParser("application/json");
    app.addContentTypeParser(
      "application/json",
      { parseAs: "string" },
      async (_request: unknown, body: string) => {
        try {
          return decodeJson(body);
        } catch (error) {
          throw malformedJson(error instanceof SyntaxError ? error.message : "nested too deeply");
        }
      },
    );
    app.post(
      "/render",
      {
        schema: {
          tags,
          summary: "What Go's text/template makes of a template",
          body: renderRequestSchema,
          response: { 200: jsonResponse("The output, or Go's error", renderResultSchema), ...badBody },
        },
      },
      async ({ body }) => engine.render(body),
    );
    done();
  };
}
