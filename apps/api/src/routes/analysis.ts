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
import { toSarif } from "@lookinglass/designer";
import { applyEdits } from "../edits.js";
import type { Engine } from "../engine.js";
import { Refusal } from "../problems.js";
import type { ApiPlugin } from "./api-plugin.js";
import { badBody, jsonResponse, notPossible } from "./responses.js";

const tags = ["Analysis"];

const SARIF_MEDIA_TYPE = "application/sarif+json";
/** Name that results carry for the text that was sent: the API is told no file name. */
const SARIF_FILE = "cluster.yaml";

/** What a spec makes of the nodes. A spec that cannot be parsed is a good request: its faults are the answer. */
export function analysisRoutes(engine: Engine): ApiPlugin {
  return (app, _options, done) => {
    app.post(
      "/preview",
      {
        schema: {
          tags,
          summary: "The files that every node role gets, and what is wrong with the spec",
          body: previewRequestSchema,
          response: { 200: jsonResponse("The analysis", analysisSchema), ...badBody },
        },
      },
      async ({ body }) => engine.analyze(body.spec, body.settings),
    );

    app.post(
      "/validate",
      {
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
          },
        },
      },
      async ({ body, headers }, reply) => {
        const { diagnostics } = await engine.analyze(body.spec, body.settings);
        reply.header("vary", "accept");
        if (headers.accept?.includes(SARIF_MEDIA_TYPE)) {
          return reply.type(SARIF_MEDIA_TYPE).send(toSarif([{ file: SARIF_FILE, diagnostics }]));
        }
        return { valid: diagnostics.every(({ severity }) => severity !== "error"), diagnostics };
      },
    );

    app.post(
      "/pull-path",
      {
        schema: {
          tags,
          summary: "The requests that a role's node makes for an image, in order",
          body: pullPathRequestSchema,
          response: { 200: jsonResponse("The pull path", pullPathSchema), ...badBody, ...notPossible },
        },
      },
      async ({ body: { spec, settings = {}, conditions = {}, ...question } }) => {
        const answer = await engine.pullPath(spec, settings, { ...question, conditions });
        if (!("error" in answer)) return answer;
        const { field, message } = answer.error;
        throw new Refusal("pull-not-possible", message, { errors: [{ path: field, message }] });
      },
    );

    app.post(
      "/edits",
      {
        schema: {
          tags,
          summary: "Change the spec's data, or apply a fix, leaving every other byte as it is",
          body: editsRequestSchema,
          response: { 200: jsonResponse("The new text", editsResultSchema), ...badBody, ...notPossible },
        },
      },
      async ({ body }) => applyEdits(engine, body),
    );
    done();
  };
}
