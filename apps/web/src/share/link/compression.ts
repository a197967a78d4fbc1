/** zlib's format: it carries a checksum, so that a damaged link does not pass for another spec. */
const FORMAT = "deflate";

export async function compress(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Decompressed =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "damaged" | "too-large" };

/** Text of compressed bytes; no more than `maxBytes` of it are ever unpacked. */
export async function decompress(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Decompressed> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT));
    const unpacked = await readBounded(stream, maxBytes);
    if (!unpacked) return { ok: false, reason: "too-large" };
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(unpacked) };
  } catch {
    return { ok: false, reason: "damaged" };
  }
}

/** All bytes of a stream, or null as soon as there are more than `maxBytes`; then the rest is not read. */
export async function readBounded(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    size += value.length;
    if (size > maxBytes) {
      // The rest is of no interest, nor is an error in it.
      await reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
