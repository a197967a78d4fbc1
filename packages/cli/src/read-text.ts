import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { limits } from "@lookinglass/api-contract";

/** Standard input, where a file is named. */
const STDIN = "-";

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  /** Why not, with the file's name. */
  | { readonly ok: false; readonly message: string };

/**
 * Reads a whole text file, or standard input for "-".
 *
 * @returns a refusal for a file that cannot be read, is larger than the API would take (1 MiB), or is not UTF-8
 */
export async function readText(file: string, stdin: Readable): Promise<ReadResult> {
  const name = file === STDIN ? "standard input" : file;
  try {
    const bytes = await readBytes(file === STDIN ? stdin : createReadStream(file));
    if (bytes === null)
      return { ok: false, message: `${name} is larger than ${limits.MAX_BODY_BYTES} bytes` };
    // A byte order mark stays: positions are those of the file.
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { ok: true, text: decoder.decode(bytes) };
  } catch (cause) {
    return { ok: false, message: `${name} cannot be read: ${reason(cause)}` };
  }
}

/** Null when there is more than is allowed: what follows is not read. */
async function readBytes(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limits.MAX_BODY_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? cause.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "it is not UTF-8 text";
  return cause.message;
}
