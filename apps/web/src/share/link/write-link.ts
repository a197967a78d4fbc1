import type { Settings } from "@lookinglass/designer";
import { toBase64Url } from "./base64url.js";
import { compress } from "./compression.js";

/** What a link carries: as much as the server would keep of a short one. */
export interface LinkedSpec {
  readonly spec: string;
  readonly settings: Settings;
  readonly title: string | null;
}

/** Before the text of every link: another format would get another. */
export const LINK_FORMAT = "1.";

/** The fragment, without "#", of a link that carries a spec. */
export async function writeLink({ spec, settings, title }: LinkedSpec): Promise<string> {
  const content = title === null ? { spec, settings } : { spec, settings, title };
  return LINK_FORMAT + toBase64Url(await compress(JSON.stringify(content)));
}
