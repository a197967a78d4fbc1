/** The most that is opened: more than any cluster spec, and what the API takes. */
export const MAX_BYTES = 1024 * 1024;

export type FileText =
  | { readonly ok: true; readonly text: string; readonly name: string }
  | { readonly ok: false; readonly reason: string };

/** Reads a chosen or dropped file as UTF-8 text. */
export async function readTextFile(file: File): Promise<FileText> {
  if (file.size > MAX_BYTES) return { ok: false, reason: `${file.name} is larger than 1 MiB.` };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
    return { ok: true, text, name: file.name };
  } catch {
    return { ok: false, reason: `${file.name} is not UTF-8 text.` };
  }
}
