import { byteLength, toWellFormed } from "@lookinglass/go";

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

/**
 * Thrown inside the package to end what is going on: a function, parsing, execution. It says what is wrong; the
 * place is where the parser or the executor stands. Not an Error: to note the stack, which nobody reads, takes as long
 * as to run a usual template.
 */
export class Failure {
  constructor(
    readonly message: string,
    /** A limit was passed. */
    readonly isLimit?: boolean,
  ) {}
}

/** Ends a function, parsing or execution with an error. */
export function fail(message: string): never {
  throw new Failure(message);
}

/** The lines up to an offset, the last one cut there. */
export function linesBefore(source: string, offset: number): readonly string[] {
  return source.slice(0, offset).split("\n");
}

/** The error that a failure is at a place of a template. Only errors of execution say more of the place than its line. */
export function errorAt(
  template: { readonly name: string; readonly source: string },
  offset: number,
  failure: unknown,
  phase: TemplateError["phase"],
  doing?: string,
): TemplateError {
  if (!(failure instanceof Failure)) throw failure;
  const lines = linesBefore(template.source, offset);
  const column = byteLength(lines.at(-1) ?? "");
  const place = doing ? `${lines.length}:${column}: ${doing}` : lines.length;
  return {
    phase: failure.isLimit ? "limit" : phase,
    message: toWellFormed(`template: ${template.name}:${place}: ${failure.message}`),
    line: lines.length,
    column,
    offset,
  };
}
