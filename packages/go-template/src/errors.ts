import { byteLength } from "./bytes.js";

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
  constructor(readonly error: TemplateError) {
    super(error.message);
  }
}

/** Thrown by a function of a template: what Go's function would return as its error. */
export class FunctionError extends Error {}

/** Line from 1 and the bytes before the offset on it. */
export function position(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: byteLength(before.slice(lineStart)) };
}
