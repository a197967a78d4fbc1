import { byteLength, toWellFormed } from "./bytes.js";

export interface TemplateError {
  /** Where it arose: reading the template, running it, or a limit of this package that Go does not have. */
  readonly phase: "parse" | "exec" | "limit";
  /** Go's complete error text. */
  readonly message: string;
  /** Line named in the message, from 1. */
  readonly line: number;
  /** Bytes before the place on its line, as in the messages of exec errors; Go's parse errors name no column. */
  readonly column: number;
  /** The place as an offset in the source, in UTF-16 units. */
  readonly offset: number;
}

/** Thrown inside the package to end parsing or execution; becomes a TemplateError in the result. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly phase: TemplateError["phase"],
    /** The place, if it is not the one where the parser or the executor stands. */
    readonly offset?: number,
  ) {
    super(message);
  }
}

/** Thrown by a function of a template: what Go's function would return as its error. */
export class FunctionError extends Error {}

/** Ends a function with its error. */
export function refuse(message: string): never {
  throw new FunctionError(message);
}

/** The lines up to an offset, the last one cut there. */
function linesBefore(source: string, offset: number): readonly string[] {
  return source.slice(0, offset).split("\n");
}

/** The line of an offset, from 1. */
export function lineAt(source: string, offset: number): number {
  return linesBefore(source, offset).length;
}

/** The error at a place of a template. Only errors of execution say more of the place than its line. */
export function errorAt(
  { name, source }: { readonly name: string; readonly source: string },
  offset: number,
  { phase, message }: Pick<TemplateError, "phase" | "message">,
  doing?: string,
): TemplateError {
  const lines = linesBefore(source, offset);
  const line = lines.length;
  const column = byteLength(lines.at(-1) ?? "");
  const place = doing === undefined ? line : `${line}:${column}: ${doing}`;
  return { phase, message: toWellFormed(`template: ${name}:${place}: ${message}`), line, column, offset };
}
