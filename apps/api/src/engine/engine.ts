import type { InspectRequest, RenderRequest, RenderResult } from "@lookinglass/api-contract";
import { type EditResult, editSpec, type SpecEdit } from "@lookinglass/cluster-spec";
import {
  type Analysis,
  analyze,
  type CertsDInspection,
  inspectCertsD,
  type PullPath,
  type PullPathRefusal,
  type PullQuestion,
  pullPath,
  type Settings,
} from "@lookinglass/designer";
import { renderTemplate } from "@lookinglass/go-template";

/**
 * The computations behind the API. Its methods are asynchronous so that they can be moved off the event loop
 * without a change of their callers.
 */
export interface Engine {
  analyze(spec: string, settings?: Settings): Promise<Analysis>;
  pullPath(spec: string, settings: Settings, question: PullQuestion): Promise<PullPath | PullPathRefusal>;
  edit(spec: string, edits: readonly SpecEdit[]): Promise<EditResult>;
  render(request: RenderRequest): Promise<RenderResult>;
  inspect(request: InspectRequest): Promise<CertsDInspection>;
}

/** An engine that computes in place, on the event loop. */
export function createEngine(): Engine {
  return {
    analyze: async (spec, settings) => analyze(spec, settings),
    pullPath: async (spec, settings, question) => pullPath(analyze(spec, settings), question),
    edit: async (spec, edits) => editSpec(spec, edits),
    render: async (request) => render(request),
    inspect: async (request) => inspectCertsD(request),
  };
}

/** Without the segments, which can be a thousand times as long as the output. */
function render({ template, data, functions }: RenderRequest): RenderResult {
  const { segments: _, ...result } = renderTemplate(
    template,
    data,
    functions === undefined ? {} : { functions },
  );
  return result;
}
