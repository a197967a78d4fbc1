import {
  inspectionSchema,
  inspectRequestSchema,
  renderRequestSchema,
  renderResultSchema,
} from "@lookinglass/api-contract";
import { decodeJson } from "@lookinglass/go-template";
import type { Engine } from "../engine.js";
import { readJsonWith } from "../json-body.js";
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
    readJsonWith(app, decodeJson);
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
