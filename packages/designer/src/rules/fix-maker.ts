import { editSpec, type SpecPath, valueAt } from "@lookinglass/cluster-spec";
import type { Fix, SpecEdit } from "../analysis.js";
import { bounded, MOST_TITLE_CHARACTERS } from "../bounded-text.js";
import { MOST_FIX_CHARACTERS } from "../limits.js";
import type { Preview } from "../preview.js";
import { losesComment } from "../spegel/helm-values.js";
import { previewedDocument } from "./finding-range.js";
import type { Finding, FindingFix } from "./rule.js";
import type { Located } from "./told-together.js";

/** What is left of what fixes may cost, and where nothing can be edited. */
interface FixAllowance {
  left: number;
  /** Documents that editSpec would not touch, by their index in the text. */
  readonly unreadable: ReadonlySet<number>;
  /** Of the whole text, which is long. */
  readonly hasAliases: boolean;
  readonly hasComments: boolean;
}

/** Makes the fixes of findings that can be made, while there is room for them. */
export function fixMaker(preview: Preview): (of: Located) => Fix[] {
  const idOf = uniqueIds();
  const { text } = preview.spec;
  const allowance = {
    left: MOST_FIX_CHARACTERS,
    unreadable: unreadableDocuments(preview),
    hasAliases: /[\s[{,:-]\*[^\s,[\]{}]/.test(text),
    hasComments: text.includes("#"),
  };
  return ({ rule, finding, range }) =>
    possibleFixes(preview, finding, allowance).map(({ name, title, edits, assume }) => ({
      id: idOf(`${rule.code}@${range.start}:${name}`),
      title: bounded(title, MOST_TITLE_CHARACTERS),
      edits,
      ...(assume && { assume }),
    }));
}

function unreadableDocuments({ spec }: Preview): ReadonlySet<number> {
  const faults = spec.problems.filter(({ code }) => code !== "spec/duplicate-key");
  return new Set(faults.map(({ document }) => document));
}

/** Two findings of a rule at one place may offer fixes of the same name: those after the first get a number. */
function uniqueIds(): (id: string) => string {
  const uses = new Map<string, number>();
  return (id) => {
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    return use === 1 ? id : `${id}~${use}`;
  };
}

function possibleFixes(preview: Preview, finding: Finding, allowance: FixAllowance): readonly FindingFix[] {
  const previewed = preview.spec.cluster.form === "none" ? 0 : preview.spec.cluster.document;
  return affordable(finding, allowance).filter(
    ({ edits, assume }) =>
      (edits.length > 0 || assume !== undefined) &&
      edits.every((edit) => "blanks" in edit || !allowance.unreadable.has(documentOf(edit) ?? previewed)) &&
      isPossible(preview, edits, allowance),
  );
}

/** The fixes of a finding while there is room for them. */
function affordable({ fixes }: Finding, allowance: FixAllowance): readonly FindingFix[] {
  if (!fixes || allowance.left < 0) return [];
  const made = fixes();
  allowance.left -= JSON.stringify(made).length;
  return allowance.left < 0 ? [] : made;
}

/**
 * What aliases repeat cannot be edited alone, nor can a value get an entry that is no map; in braces there is no room
 * for the comment of what is moved. Without such any fix can be made, and need not be tried.
 */
function isPossible(preview: Preview, edits: readonly SpecEdit[], allowance: FixAllowance): boolean {
  const { spec } = preview;
  const { data } = previewedDocument(preview) ?? {};
  const mayLoseComment = allowance.hasComments && mayLose(edits);
  if (
    !allowance.hasAliases &&
    !mayLoseComment &&
    !edits.some((edit) => isTaken(data, edit)) &&
    edits.every(({ path }) => hasRoom(data, path))
  )
    return true;
  allowance.left -= spec.text.length;
  return allowance.left >= 0 && comesOff(spec.text, edits, mayLoseComment);
}

function comesOff(before: string, edits: readonly SpecEdit[], mayLoseComment: boolean): boolean {
  const { text, refused } = editSpec(before, edits);
  return !refused && !(mayLoseComment && losesComment(before, text));
}

/** A move may, and so may what makes room for another name. */
function mayLose(edits: readonly SpecEdit[]): boolean {
  const has = (kind: string) => edits.some((edit) => kind in edit);
  return has("move") || (has("rename") && has("remove"));
}

/** Does something stand where an edit leads? It is in the way, unless an edit before it makes room. */
function isTaken(data: unknown, edit: SpecEdit): boolean {
  if ("move" in edit) return valueAt(data, edit.move) !== undefined;
  return "rename" in edit && valueAt(data, [...edit.path.slice(0, -1), edit.rename]) !== undefined;
}

/** Is nothing on the way to a place but maps and lists, or nothing at all? */
function hasRoom(data: unknown, path: SpecPath): boolean {
  return path.every((_, depth) => {
    const above = valueAt(data, path.slice(0, depth)) ?? null;
    return above === null || typeof above === "object";
  });
}

function documentOf(edit: SpecEdit): number | undefined {
  return "document" in edit ? edit.document : undefined;
}
