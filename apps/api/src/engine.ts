import type { Inspection, InspectRequest, RenderRequest, RenderResult } from "@lookinglass/api-contract";
import { type EditResult, editSpec, type SpecEdit } from "@lookinglass/cluster-spec";
import { parseImageRef, resolveHosts } from "@lookinglass/containerd";
import {
  type Analysis,
  analyze,
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
  inspect(request: InspectRequest): Promise<Inspection>;
}

/** An engine that computes in place, on the event loop. */
export function createEngine(): Engine {
  return {
    analyze: async (spec, settings) => analyze(spec, settings),
    pullPath: async (spec, settings, question) => pullPath(analyze(spec, settings), question),
    edit: async (spec, edits) => editSpec(spec, edits),
    render: async (request) => render(request),
    inspect: async (request) => inspect(request),
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

function inspect({ files, image: name, containerdVersion }: InspectRequest): Inspection {
  const image = parseImageRef(name);
  if ("error" in image) return { image, resolution: null };
  const options = containerdVersion === undefined ? {} : { version: containerdVersion };
  return { image, resolution: resolveHosts({ files, host: image.registry }, options) };
}
