import { Readable } from "node:stream";
import { runCli } from "../program.js";

export interface Ran {
  readonly exitCode: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly stdin?: string;
  /** A person looks at it. */
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line in this process, with streams that are kept. */
export async function run(
  args: readonly string[],
  { stdin = "", isTTY = false, env = {} }: Surroundings = {},
) {
  const written = { out: "", err: "" };
  const console = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: { isTTY, write: (text: string) => (written.out += text) },
    stderr: { write: (text: string) => (written.err += text) },
    env,
    exitCode: undefined,
  };
  await runCli(args, console);
  return { exitCode: console.exitCode, ...written } satisfies Ran;
}

/** A spec of the gallery. */
export function example(name: string): string {
  return new URL(`../../../../examples/${name}`, import.meta.url).pathname;
}
