import { errorAt, type TemplateError } from "./errors.js";
import { type ExecuteOptions, type ExecuteResult, execute } from "./exec.js";
import type { Functions } from "./functions.js";
import type { ListNode } from "./nodes.js";
import { parse } from "./parse.js";
import { type ParseContext, placeOf } from "./parse-context.js";
import type { Program } from "./state.js";

export interface CoreParseOptions {
  /** Name of the template, as error texts give it. Default "hosts.toml". */
  readonly name?: string;
  /** Functions besides the builtins; one of the same name takes the builtin's place. */
  readonly functions?: Functions | undefined;
}

/** A parsed template. It does not change: it may be executed any number of times. */
export class Template {
  /** @internal */
  readonly program: Program;

  /** @internal */
  constructor(program: Program) {
    this.program = program;
  }

  /** Names of the templates the source defines, its own included. */
  get definedTemplates(): readonly string[] {
    return [...this.program.trees.keys()];
  }

  /** The template text of one of them, as Go prints its tree; undefined if there is none of that name. */
  print(name: string = this.program.name): string | undefined {
    return this.program.trees.get(name)?.text;
  }
}

export type ParseResult =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly error: TemplateError };

/** Parses a template with the builtin functions and those given; see parseTemplate of the main entry. */
export function parseTemplate(
  source: string,
  { name = "hosts.toml", functions }: CoreParseOptions = {},
): ParseResult {
  const trees = new Map<string, ListNode>();
  const cx: ParseContext = {
    name,
    source,
    functions,
    trees,
    tokens: [],
    pos: 0,
    parens: -1,
    at: 0,
    nesting: -1,
    scope: { $: true },
  };
  try {
    parse(cx);
    return { ok: true, template: new Template({ name, source, trees, copyData: cx.copyData }) };
  } catch (error) {
    return { ok: false, error: errorAt(cx, placeOf(cx), error, "parse") };
  }
}

/**
 * Runs a parsed template on data, without parsing again.
 *
 * @param data see the README for which Go value each JavaScript value is
 * @returns the output and which part of the template wrote what, or the error and what was written before it
 */
export function executeTemplate(
  template: Template,
  data: unknown,
  options: ExecuteOptions = {},
): ExecuteResult {
  return execute(template.program, data, options);
}

/** Parses and executes; see renderTemplate of the main entry. */
export function renderTemplate(
  source: string,
  data: unknown,
  options: CoreParseOptions & ExecuteOptions = {},
): ExecuteResult {
  const parsed = parseTemplate(source, options);
  return parsed.ok
    ? executeTemplate(parsed.template, data, options)
    : { ...parsed, partialOutput: "", segments: [] };
}
