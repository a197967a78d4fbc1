import type { ExecuteResult } from "@lookinglass/go-template";
import { executeTemplate, parseTemplate } from "@lookinglass/go-template/core";
import type { sprigFunctions } from "@lookinglass/go-template/sprig";
import type { TemplateLimits } from "../limits.js";
import { memoised, oncePer } from "../memoised.js";

export type SprigFunctions = typeof sprigFunctions;

/** Renders a template's text with a node's `.config`. */
export type TemplateRenderer = (source: string, config: unknown) => ExecuteResult;

/**
 * @param sprig Sprig's functions; null when templates may call Go's builtins only
 * @param limits of each rendering
 */
export function templateRenderer(sprig: SprigFunctions | null, limits: TemplateLimits): TemplateRenderer {
  const parse = sprig ? parserWith(sprig) : parseGo;
  return (source, config) => {
    const result = parse(source);
    if (!result.ok) return { ok: false, error: result.error, partialOutput: "", segments: [] };
    return executeTemplate(result.template, { config }, { limits });
  };
}

/** Each distinct text is parsed once, however many roles and analyses share it. */
const parseGo = memoised((source) => parseTemplate(source));

const parserWith = oncePer((functions: SprigFunctions) =>
  memoised((source) => parseTemplate(source, { functions })),
);
