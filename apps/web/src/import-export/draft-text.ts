import type { KeptDraft } from "../document/draft.js";
import { originText } from "../document/origin-text.js";

/** Where a draft came from, and when it was last written: "Example: Spegel off · edited · 25 Nov, 14:03". */
export function draftText({ origin, text, baseline, savedAt }: KeptDraft): string {
  const edited = text === baseline ? [] : ["edited"];
  return [originText(origin), ...edited, WHEN.format(savedAt)].join(" · ");
}

const WHEN = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
