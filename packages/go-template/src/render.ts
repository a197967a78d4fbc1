import * as core from "./core.js";
import type { ExecuteOptions, ExecuteResult } from "./exec.js";
import type { Functions } from "./functions.js";
import { sprigFunctions } from "./sprig/index.js";

export interface ParseOptions {
  /** Name of the template, as error texts give it. Default "hosts.toml". */
  readonly name?: string;
  /** Functions a template may call: Go's builtins, or those and Sprig's. Default "go". */
  readonly functions?: "go" | "sprig";
}

function functionSet({ functions }: ParseOptions): Functions | undefined {
  return functions === "sprig" ? sprigFunctions : undefined;
}

/**
 * Parses a template as Go 1.26 text/template does (text/template/parse).
 *
 * @returns the template, to be executed any number of times; or the first error, its message as Go writes it
 */
export function parseTemplate(source: string, options: ParseOptions = {}): core.ParseResult {
  return core.parseTemplate(source, { ...options, functions: functionSet(options) });
}

/**
 * Parses and executes a template as Go 1.26 text/template does.
 *
 * @param data the root value "." of the template: see the README for which Go value each JavaScript value is
 * @returns the output, and segments that say which part of the template wrote which part of it (UTF-16 offsets);
 *   or the first error, its message as Go writes it, and what had been written before it. A template that passes
 *   a limit gives an error of phase "limit".
 */
export function renderTemplate(
  source: string,
  data: unknown,
  options: ParseOptions & ExecuteOptions = {},
): ExecuteResult {
  return core.renderTemplate(source, data, { ...options, functions: functionSet(options) });
}
