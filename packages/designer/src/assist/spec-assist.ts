import {
  type KeyNode,
  type KeyRow,
  knownAt,
  type SpecPath,
  sourceUrl,
  sourceWords,
  typeWords,
} from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../agent/built-in-templates.js";
import { certsDTarget } from "../agent/extensions.js";
import { pathFault } from "../rules/template/path-unknown.js";
import type { Completion } from "./completion.js";
import { hostTable, SPEGEL_URL } from "./hosts-fields.js";
import { article, code } from "./markdown.js";
import { CERTS_D_DIRECTORIES, directoryPurpose, extensionKey, hostsTemplatePath } from "./registries.js";
import { isExtensionField, isExtensions } from "./spec-places.js";
import type { CursorPlace, KeySlot, ValueSlot } from "./yaml/cursor-place.js";
import { type KeyShape, keyText, leadingBlank, valueText } from "./yaml/write-yaml.js";

/** Completions within the known parts of a cluster spec, chart values and templates excepted. */
export function specCompletions(text: string, place: CursorPlace, containerdVersion: string): Completion[] {
  const { key, value } = place;
  return [
    ...(key ? keysOrItems(text, place, key, containerdVersion) : []),
    ...(value ? valueCompletions(text, place, value) : []),
  ];
}

function keysOrItems(
  text: string,
  place: CursorPlace,
  slot: KeySlot,
  containerdVersion: string,
): Completion[] {
  const { layout } = slot;
  const isList = knownAt(slot.map)?.row?.kinds.includes("list") === true;
  if (!isList) return keyCompletions(text, place, slot, containerdVersion);
  if (layout.form === "flow" || layout.hasColon) return [];
  // Below the key of a list a new item needs its dash.
  const item = { ...slot, map: [...slot.map, 0], layout: { ...layout, column: layout.column + 2 } };
  return keyCompletions(text, place, item, containerdVersion).map((completion) => ({
    ...completion,
    insertText: `- ${completion.insertText}`,
  }));
}

function keyCompletions(
  text: string,
  place: CursorPlace,
  slot: KeySlot,
  containerdVersion: string,
): Completion[] {
  if (isExtensions(slot.map)) return extensionSnippets(place, slot, containerdVersion);
  const lead = leadingBlank(text, place);
  const known = knownAt(slot.map)?.keys ?? new Map<string, KeyNode>();
  return [...known].flatMap(([name, { row }]) => {
    if (row === null || slot.taken.has(name)) return [];
    return {
      label: name,
      kind: "key" as const,
      insertText: lead + keyText(name, shapeOf(row), slot.layout),
      replace: place.token,
      detail: typeWords(row),
      documentation: describeRow(name, row),
    };
  });
}

/** A place that takes text too begins on the key's own line. */
function shapeOf({ kinds }: KeyRow): KeyShape {
  if (kinds.includes("list")) return "list";
  return kinds.includes("map") ? "map" : "scalar";
}

/** Whole extensions, one for each directory of certs.d worth writing, with this node's Spegel as mirror. */
function extensionSnippets(
  place: CursorPlace,
  { taken, layout }: KeySlot,
  containerdVersion: string,
): Completion[] {
  if (layout.form === "flow" || layout.hasColon) return [];
  const field = `\n${" ".repeat(layout.column + layout.step)}`;
  const line = `${field}${" ".repeat(layout.step)}`;
  return CERTS_D_DIRECTORIES.filter((directory) => !taken.has(extensionKey(directory))).map((directory) => ({
    label: extensionKey(directory),
    kind: "snippet",
    insertText:
      `${extensionKey(directory)}:${field}path: ${hostsTemplatePath(directory)}${field}content: |` +
      hostTable(SPEGEL_URL, containerdVersion)
        .map((each) => line + each)
        .join(""),
    replace: place.token,
    detail: `hosts.toml for ${directoryPurpose(directory)}`,
    documentation: describeTemplatePath(hostsTemplatePath(directory)),
  }));
}

function valueCompletions(text: string, place: CursorPlace, slot: ValueSlot): Completion[] {
  const lead = leadingBlank(text, place);
  const completion = (
    label: string,
    written: string,
    rest: Pick<Completion, "kind" | "detail" | "documentation">,
  ) => ({
    label,
    insertText: lead + written,
    replace: place.token,
    ...rest,
  });
  if (isExtensionField(slot.path, "path")) {
    return CERTS_D_DIRECTORIES.map((directory) => {
      const path = hostsTemplatePath(directory);
      return completion(path, valueText(path, slot.scalar), {
        kind: "path",
        detail: directoryPurpose(directory),
        documentation: describeTemplatePath(path),
      });
    });
  }
  const row = knownAt(slot.path)?.row;
  return row
    ? literals(row).map((word) =>
        completion(word, row.kinds[0] === "text" ? valueText(word, slot.scalar) : word, {
          kind: "value",
          detail: sourceWords(row.source),
        }),
      )
    : [];
}

function literals({ kinds, choices = [] }: KeyRow): readonly string[] {
  return kinds.includes("flag") ? ["true", "false"] : choices;
}

/** What is known of a key of the spec, in markdown; null for keys that are not known. */
export function describeSpecKey(path: SpecPath): string | null {
  const row = knownAt(path)?.row;
  return row ? describeRow(String(path.at(-1)), row) : null;
}

function describeRow(name: string, row: KeyRow): string {
  const url = sourceUrl(row.source);
  const source = sourceWords(row.source);
  return article(name, typeWords(row), row.about, url === null ? source : `[${source}](${url})`);
}

const ROOT_TEMPLATES = "templates/root_dir/";

/** Which file on the node a template path stands for, in markdown. */
export function describeTemplatePath(path: string): string {
  if (!path.startsWith(ROOT_TEMPLATES)) {
    return article(path, "", `Templates of files below certs.d begin with ${code(CERTS_D_TEMPLATES)}.`);
  }
  const file = `/${path.slice(ROOT_TEMPLATES.length)}`;
  const directory = certsDTarget(path)?.split("/")[0];
  const reader = directory === undefined ? null : `containerd reads it for ${directoryPurpose(directory)}.`;
  return article(file, "file on the node", pathFault(path)?.message ?? reader);
}
