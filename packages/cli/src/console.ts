import type { Readable } from "node:stream";

/** The streams that the command line reads and writes: what it uses of Node's `process`. */
export interface Console {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the process will end with. */
  exitCode?: number | string | null | undefined;
}

interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** What a command came to. */
export interface Outcome {
  /** See {@link EXIT}. */
  readonly exitCode: number;
  /** For standard output: the answer. */
  readonly out: string;
  /** For standard error: what the reader of the answer should know besides. */
  readonly err?: string;
}

/** Exit codes: a pipeline tells "the spec has faults" from "the question was wrong". */
export const EXIT = { fine: 0, faults: 1, usage: 2 } as const;

/** A question that cannot be answered: unknown role, unreadable file, wrong option. */
export function usageError(message: string): Outcome {
  return { exitCode: EXIT.usage, out: "", err: `error: ${message}\n` };
}
