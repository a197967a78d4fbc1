import type { ExecuteResult, Template, TemplateError } from "@lookinglass/go-template";
import { executeTemplate, parseTemplate } from "@lookinglass/go-template/core";
import type { sprigFunctions } from "@lookinglass/go-template/sprig";
import type { TemplateLimits } from "../limits.js";
import { memoised, oncePer } from "../memoised.js";
import { type ConfigLookup, configLookups, lookupLog } from "./config-lookups.js";

export type SprigFunctions = typeof sprigFunctions;

/** What a template's text gives with a node's `.config`. */
export interface Rendering {
  readonly result: ExecuteResult;
  /** It has not looked at `.config`, so every node gets the same. */
  readonly isConstant: boolean;
  /** The keys that it asked for in vain, and those of ours. */
  readonly lookups: readonly ConfigLookup[];
}

/** Renders a text with a `.config`, and what else it is to see. */
export type TemplateRenderer = (
  source: string,
  config: unknown,
  others?: Readonly<Record<string, unknown>>,
) => Rendering;

/**
 * A renderer that runs a template that does not look at `.config` once, however many nodes and extensions have it.
 *
 * @param sprig Sprig's functions; null when templates may call Go's builtins only
 * @param limits of each rendering
 */
export function templateRenderer(sprig: SprigFunctions | null, limits: TemplateLimits): TemplateRenderer {
  const parse = sprig ? parserWith(sprig) : parseGo;
  const constants = new Map<string, Rendering>();
  return (source, config, others) => {
    const known = constants.get(source);
    if (known) return known;
    const parsed = parse(source);
    const rendering = parsed.ok
      ? execute(parsed.template, { config, others, limits })
      : unparsed(parsed.error);
    if (rendering.isConstant) constants.set(source, rendering);
    return rendering;
  };
}

interface Execution {
  readonly config: unknown;
  readonly others: Readonly<Record<string, unknown>> | undefined;
  readonly limits: TemplateLimits;
}

function execute(template: Template, { config, others, limits }: Execution): Rendering {
  let isConstant = true;
  const data = {
    ...others,
    get config() {
      isConstant = false;
      return config;
    },
  };
  const log = lookupLog();
  const result = executeTemplate(template, data, { limits, log });
  return { result, isConstant, lookups: configLookups(log, config) };
}

function unparsed(error: TemplateError): Rendering {
  return { result: { ok: false, error, partialOutput: "", segments: [] }, isConstant: true, lookups: [] };
}

/** Each distinct text is parsed once, however many roles and analyses share it. */
const parseGo = memoised((source) => parseTemplate(source));

const parserWith = oncePer((functions: SprigFunctions) =>
  memoised((source) => parseTemplate(source, { functions })),
);
