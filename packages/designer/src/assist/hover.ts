import type { OffsetRange, SpecPath } from "@lookinglass/cluster-spec";
import type { Settings } from "../analysis.js";
import { resolveSettings } from "../settings.js";
import { describeChartValue } from "./chart-assist.js";
import type { Hover } from "./completion.js";
import { type Focus, focusAt, outerRange } from "./focus.js";
import { describeSpecKey, describeTemplatePath } from "./spec-assist.js";
import { isExtensionField } from "./spec-places.js";
import { templateHover } from "./template-assist.js";
import { templateContext } from "./template-context.js";
import type { CursorPlace } from "./yaml/cursor-place.js";

/**
 * What is known of the word at an offset of a cluster spec: a key and what it does on the nodes, a chart value in the
 * release in force, the file that a template path stands for, a key of hosts.toml and the containerd releases that read
 * it, a template's function, a field of `.config` with its value on the sample node. Total, like completeAt.
 *
 * @param offset in UTF-16 units
 * @returns markdown and the range that it is about; null where nothing is known
 */
export function hoverAt(text: string, offset: number, settings: Settings = {}): Hover | null {
  const focus = focusAt(text, Math.min(Math.max(offset, 0), text.length));
  const hover = focus && hoverIn(focus, text, settings);
  return hover && { range: outerRange(focus.inner, hover.range), markdown: hover.markdown };
}

function hoverIn(focus: Focus, text: string, settings: Settings): Hover | null {
  if (focus.language === "template") return templateHover(templateContext(text, focus, settings));
  const { place } = focus;
  const path = pathOfToken(focus.text, place);
  if (!path) return null;
  const markdown =
    focus.language === "chart"
      ? describeChartValue(path, resolveSettings(settings, null).spegelVersion)
      : describeInSpec(focus.text, place, path);
  return markdown === null ? null : { range: place.token, markdown };
}

/** Path of the key or value that stands at the cursor; null where nothing does. */
function pathOfToken(text: string, { token, key, value }: CursorPlace): SpecPath | null {
  if (token.start === token.end) return null;
  return value?.path ?? (key && [...key.map, tokenText(text, token)]);
}

function describeInSpec(text: string, { token, value }: CursorPlace, path: SpecPath): string | null {
  const template = value && isExtensionField(path, "path") ? tokenText(text, token) : "";
  return template === "" ? describeSpecKey(path) : describeTemplatePath(template);
}

/** The key or scalar at the cursor without its quotes. */
function tokenText(text: string, { start, end }: OffsetRange): string {
  return text.slice(start, end).replace(/^(["'])(.*)\1$/, "$2");
}
