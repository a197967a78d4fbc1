import { createShareRequestSchema } from "@lookinglass/api-contract";
import { fromBase64Url } from "./base64url.js";
import { decompress } from "./compression.js";
import { MAX_LINK_LENGTH } from "./link-length.js";
import { LINK_FORMAT, type LinkedSpec } from "./write-link.js";

/** Bytes of what is unpacked: the largest spec that is taken, its characters escaped, and its settings. */
const MAX_UNPACKED_BYTES = 4 * 1024 * 1024;

export type LinkReading =
  | { readonly ok: true; readonly linked: LinkedSpec }
  | { readonly ok: false; readonly reason: LinkProblem };

/** empty: the link carries nothing; unknown-format: a newer Lookinglass made it. */
export type LinkProblem = "empty" | "unknown-format" | "too-long" | "damaged";

/** What a link's fragment, without "#", carries. Anyone may have made it: it is bounded and checked. */
export async function readLink(fragment: string): Promise<LinkReading> {
  if (fragment === "") return problem("empty");
  if (fragment.length > MAX_LINK_LENGTH) return problem("too-long");
  if (!fragment.startsWith(LINK_FORMAT))
    return problem(/^\d+\./.test(fragment) ? "unknown-format" : "damaged");
  const bytes = fromBase64Url(fragment.slice(LINK_FORMAT.length));
  if (!bytes) return problem("damaged");
  const unpacked = await decompress(bytes, MAX_UNPACKED_BYTES);
  if (!unpacked.ok) return problem(unpacked.reason === "too-large" ? "too-long" : "damaged");
  const content = createShareRequestSchema.safeParse(parseJson(unpacked.text));
  if (!content.success) return problem("damaged");
  const { spec, settings = {}, title = null } = content.data;
  return { ok: true, linked: { spec, settings, title } };
}

function problem(reason: LinkProblem): LinkReading {
  return { ok: false, reason };
}

/** Undefined for a text that is not JSON, which JSON itself cannot express. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
