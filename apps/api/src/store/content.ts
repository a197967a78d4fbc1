import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import type { Settings } from "@lookinglass/designer";
import type { StoredBytes } from "./schema.js";

/** What a share holds. */
export interface ShareContent {
  readonly spec: string;
  readonly settings: Settings;
  readonly title: string | null;
}

const deflateAsync = promisify(deflate);
const inflateAsync = promisify(inflate);

export async function packContent(content: ShareContent): Promise<Buffer> {
  return deflateAsync(JSON.stringify(content));
}

export async function unpackContent(packed: StoredBytes): Promise<ShareContent> {
  // Only packContent's results are ever stored.
  return JSON.parse((await inflateAsync(packed)).toString("utf8")) as ShareContent;
}
