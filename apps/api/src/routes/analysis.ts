import {
  analysisSchema,
  editsRequestSchema,
  editsResultSchema,
  previewRequestSchema,
  pullPathRequestSchema,
  pullPathSchema,
  sarifLogSchema,
  validationSchema,
} from "@lookinglass/api-contract";
import type { Engine } from "../engine/engine.js";
import type { RateLimits } from "../rate-limits.js";
import type { ApiPlugin } from "./api-plugin.js";
import { answerOf } from "./refusable.js";
import { analysed, badBody, jsonResponse } from "./responses.js";

const tags = ["Analysis"];

const SARIF_MEDIA_TYPE = "application/sarif+json";

/** What a spec makes of the nodes. A spec that cannot be parsed is a good request: its faults are the answer. */
export function analysisRoutes(engine: Engine, { analyses }: RateLimits): ApiPlugin {
  return (app, _options, done) => {
    app.post(
      "/preview",
      {
        onRequest: analyses,
        schema: {
          tags,
          summary: "The files that every node role gets, and what is wrong with the spec",
          body: previewRequestSchema,
          response: { 200: jsonResponse("The analysis", analysisSchema), ...badBody, ...analysed },
        },
      },
      async ({ body, ip }) => engine.preview(body, ip),
    );

    app.post(
      "/validate",
      {
        onRequest: analyses,
        schema: {
          tags,
          summary: "What is wrong with the spec, as JSON or as a SARIF log",
          body: previewRequestSchema,
          response: {
            200: {
              description: "The diagnostics, in the form that the Accept header asks for",
              content: {
                "application/json": { schema: validationSchema },
                [SARIF_MEDIA_TYPE]: { schema: sarifLogSchema },
              },
            },
            ...badBody,
            ...analysed,
          },
        },
      },
      async ({ body, headers, ip }, reply) => {
        reply.header("vary", "accept");
        if (!headers.accept?.includes(SARIF_MEDIA_TYPE)) return engine.validate(body, ip);
        return reply.type(SARIF_MEDIA_TYPE).send(await engine.sarif(body, ip));
      },
    );

    app.post(
      "/pull-path",
      {
        onRequest: analyses,
        schema: {
          tags,
          summary: "The requests that a role's node makes for an image, in order",
          body: pullPathRequestSchema,
          response: { 200: jsonResponse("The pull path", pullPathSchema), ...badBody, ...analysed },
        },
      },
      async ({ body, ip }) => answerOf(await engine.pullPath(body, ip)),
    );

    app.post(
      "/edits",
      {
        onRequest: analyses,
        schema: {
          tags,
          summary: "Change the spec's data, or apply a fix, leaving every other byte as it is",
          body: editsRequestSchema,
          response: { 200: jsonResponse("The new text", editsResultSchema), ...badBody, ...analysed },
        },
      },
      async ({ body, ip }) => answerOf(await engine.edits(body, ip)),
    );
    done();
  };
}
