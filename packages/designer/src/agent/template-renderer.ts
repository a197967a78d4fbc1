import type { ExecuteResult, Template, TemplateError } from "@lookinglass/go-template";
import { executeTemplate, parseTemplate } from "@lookinglass/go-template/core";
import type { sprigFunctions } from "@lookinglass/go-template/sprig";
import type { TemplateLimits } from "../limits.js";
import { memoised, oncePer } from "../memoised.js";

export type SprigFunctions = typeof sprigFunctions;

/** What a template's text gives with a node's `.config`. */
export interface Rendering {
  readonly result: ExecuteResult;
  /** It has not looked at `.config`, so every node gets the same. */
  readonly isConstant: boolean;
}

export type TemplateRenderer = (source: string, config: unknown) => Rendering;

/**
 * A renderer that runs a template that does not look at `.config` once, however many nodes and extensions have it.
 *
 * @param sprig Sprig's functions; null when templates may call Go's builtins only
 * @param limits of each rendering
 */
export function templateRenderer(sprig: SprigFunctions | null, limits: TemplateLimits): TemplateRenderer {
  const parse = sprig ? parserWith(sprig) : parseGo;
  const constants = new Map<string, Rendering>();
  return (source, config) => {
    const known = constants.get(source);
    if (known) return known;
    const parsed = parse(source);
    const rendering = parsed.ok ? execute(parsed.template, config, limits) : unparsed(parsed.error);
    if (rendering.isConstant) constants.set(source, rendering);
    return rendering;
  };
}

function execute(template: Template, config: unknown, limits: TemplateLimits): Rendering {
  let isConstant = true;
  const data = {
    get config() {
      isConstant = false;
      return config;
    },
  };
  const result = executeTemplate(template, data, { limits });
  return { result, isConstant };
}

function unparsed(error: TemplateError): Rendering {
  return { result: { ok: false, error, partialOutput: "", segments: [] }, isConstant: true };
}

/** Each distinct text is parsed once, however many roles and analyses share it. */
const parseGo = memoised((source) => parseTemplate(source));

const parserWith = oncePer((functions: SprigFunctions) =>
  memoised((source) => parseTemplate(source, { functions })),
);
