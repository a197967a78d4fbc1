import {
  inspectionSchema,
  inspectRequestSchema,
  renderRequestSchema,
  renderResultSchema,
} from "@lookinglass/api-contract";
import type { Engine } from "../engine/engine.js";
import type { RateLimits } from "../rate-limits.js";
import type { ApiPlugin } from "./api-plugin.js";
import { analysed, badBody, jsonResponse } from "./responses.js";

const tags = ["Tools"];

/** What Go's templates and containerd make of texts, without a cluster spec. */
export function toolRoutes(engine: Engine, { analyses }: RateLimits): ApiPlugin {
  return (app, _options, done) => {
    app.post(
      "/render",
      {
        onRequest: analyses,
        schema: {
          tags,
          summary: "What Go's text/template makes of a template",
          description:
            "Numbers in data keep their spelling, as for a Go program: 2 is an int, 2.0 a float64.",
          body: renderRequestSchema,
          response: {
            200: jsonResponse("The output, or Go's error", renderResultSchema),
            ...badBody,
            ...analysed,
          },
        },
      },
      async ({ bodyText, ip }) => engine.render(bodyText, ip),
    );

    app.post(
      "/inspect",
      {
        onRequest: analyses,
        schema: {
          tags,
          summary: "What containerd makes of a certs.d tree for an image",
          body: inspectRequestSchema,
          response: {
            200: jsonResponse("The endpoints, or the error", inspectionSchema),
            ...badBody,
            ...analysed,
          },
        },
      },
      async ({ body, ip }) => engine.inspect(body, ip),
    );
    done();
  };
}
