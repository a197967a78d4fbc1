import type {
  CreateShareRequest,
  EditsRequest,
  EditsResult,
  Inspection,
  InspectRequest,
  PreviewRequest,
  Problem,
  PullPathRequest,
  RenderRequest,
  RenderResult,
  SarifLog,
  Validation,
} from "@lookinglass/api-contract";
import {
  type Analysis,
  analyze,
  inspectCertsD,
  type PullPath,
  pullPath,
  toSarif,
} from "@lookinglass/designer";
import { decodeJson, renderTemplate } from "@lookinglass/go-template";
import { problem } from "../problems.js";
import { applyEdits } from "./edits.js";
import { type JsonText, jsonText } from "./json-text.js";
import { refuseSecrets } from "./refuse-secrets.js";
import { type ShareCard, shareCard } from "./share-card.js";

/** What a computation refuses is a problem document: plain data, unlike an exception. */
export type Refusable<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: Problem };

/** Name that SARIF results carry for the text that was sent: the API is told no file name. */
const SARIF_FILE = "cluster.yaml";

/**
 * Everything that takes time in the size of its input: pure functions from plain data to plain data, so that they can
 * run on any thread. Answers are JSON already where they leave the process as they are.
 */
export const computations = {
  preview: ({ spec, settings, imported }: PreviewRequest): JsonText<Analysis> =>
    jsonText(analyze(spec, settings, imported)),

  validate: ({ spec, settings, imported }: PreviewRequest): JsonText<Validation> => {
    const { diagnostics } = analyze(spec, settings, imported);
    return jsonText({ valid: diagnostics.every(({ severity }) => severity !== "error"), diagnostics });
  },

  sarif: ({ spec, settings, imported }: PreviewRequest): JsonText<SarifLog> => {
    const { diagnostics } = analyze(spec, settings, imported);
    return jsonText(toSarif([{ file: SARIF_FILE, diagnostics }]));
  },

  pullPath: (request: PullPathRequest): Refusable<{ answer: JsonText<PullPath> }> => {
    const { spec, settings, role, phase, image, conditions = {} } = request;
    const path = pullPath(analyze(spec, settings), { role, phase, image, conditions });
    if (!("error" in path)) return { ok: true, answer: jsonText(path) };
    const { field, message } = path.error;
    const errors = [{ path: field, message }];
    return { ok: false, problem: problem("pull-not-possible", message, { errors }) };
  },

  edits: (request: EditsRequest): Refusable<{ answer: JsonText<EditsResult> }> => {
    const edited = applyEdits(request);
    return edited.ok ? { ok: true, answer: jsonText(edited.result) } : edited;
  },

  /** @param body the JSON of a RenderRequest as it was sent: its numbers keep their spelling, as for a Go program */
  render: (body: string): JsonText<RenderResult> => {
    // The route has held the same text to the schema.
    const { template, data, functions } = decodeJson(body) as RenderRequest;
    const options = functions === undefined ? {} : { functions };
    // Without the segments, which can be a thousand times as long as the output.
    const { segments: _, ...result } = renderTemplate(template, data, options);
    return jsonText(result);
  },

  inspect: (request: InspectRequest): JsonText<Inspection> => jsonText(inspectCertsD(request)),

  /** May the spec be shared, and what does a link to it show? */
  prepareShare: (request: CreateShareRequest): Refusable<{ card: ShareCard }> => {
    const { spec, settings, title = null, acknowledgeSecrets = false } = request;
    const refused = refuseSecrets(spec, acknowledgeSecrets);
    if (refused !== null) return { ok: false, problem: refused };
    return { ok: true, card: shareCard(title, analyze(spec, settings)) };
  },
};

export type Computations = typeof computations;
export type ComputationName = keyof Computations;
