import type { Settings } from "../analysis.js";
import { resolveSettings } from "../settings.js";
import { chartCompletions } from "./chart-assist.js";
import type { Completion } from "./completion.js";
import { type Focus, focusAt, outerRange } from "./focus.js";
import { specCompletions } from "./spec-assist.js";
import { templateCompletions } from "./template-assist.js";
import { templateContext } from "./template-context.js";

/**
 * What may be written at a cursor in a cluster spec: known keys that are not there yet and their values, values of
 * Spegel's chart below helm_values (also where these are text), extensions and their paths, and within their templates
 * keys of hosts.toml, fields of `.config`, functions and keywords. Total: any text and offset give an answer, half-typed
 * texts too.
 *
 * @param offset of the cursor, in UTF-16 units
 * @param settings the chart release and the template functions matter
 * @returns everything that fits, whatever is typed of it; in an order of meaning, not of names
 */
export function completeAt(text: string, offset: number, settings: Settings = {}): readonly Completion[] {
  const focus = focusAt(text, Math.min(Math.max(offset, 0), text.length));
  if (!focus) return [];
  const { inner } = focus;
  return completionsOf(focus, text, settings).flatMap((completion) => {
    const insertText = inner ? inner.write(completion.insertText) : completion.insertText;
    return insertText === null
      ? []
      : [{ ...completion, insertText, replace: outerRange(inner, completion.replace) }];
  });
}

function completionsOf(focus: Focus, text: string, settings: Settings): readonly Completion[] {
  switch (focus.language) {
    case "spec":
      return specCompletions(focus.text, focus.place, resolveSettings(settings, null).containerdVersion);
    case "chart":
      return chartCompletions(focus.text, focus.place, resolveSettings(settings, null).spegelVersion);
    case "template":
      return templateCompletions(templateContext(text, focus, settings));
  }
}
