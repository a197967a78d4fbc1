import { shortName } from "./listed.js";

/** The most that is opened: more than any cluster spec, and what the API takes. */
export const MAX_BYTES = 1024 * 1024;

export type FileText =
  | { readonly ok: true; readonly text: string; readonly name: string }
  /** As a part of a sentence: "logo.png is not UTF-8 text". */
  | { readonly ok: false; readonly reason: string };

/** Reads a chosen or dropped file as UTF-8 text. */
export async function readTextFile(file: File): Promise<FileText> {
  const refused = (reason: string) => ({ ok: false, reason: `${shortName(file.name)} ${reason}` }) as const;
  if (file.size > MAX_BYTES) return refused("is larger than 1 MiB");
  // A folder looks like a file until it is read.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return refused("cannot be read: it is a folder, or is gone");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, text, name: file.name };
  } catch {
    return refused("is not UTF-8 text");
  }
}
