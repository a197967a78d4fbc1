import { FIX_RENDERING_LIMITS } from "../../limits.js";
import type { FindingFix } from "../rule.js";
import type { Rendering } from "./renderings.js";
import { changedFile, changedTemplates, type OutputChange } from "./template-edits.js";
import type { RenderedTemplate } from "./template-places.js";

/** A change of a file that a template writes, to be made in the template. */
export interface TemplateFix {
  readonly name: string;
  readonly title: string;
  /** The file that shows how the change is to be made. */
  readonly one: RenderedTemplate;
  /** Changes that come to the same there, best first. */
  readonly ways: readonly (readonly OutputChange[])[];
  /** Every file that the template writes. */
  readonly files: readonly Rendering[];
  /** What is to become of each: nothing, where it has not what the fix is about. */
  wanted(file: Rendering): readonly OutputChange[];
  /** Is a file that is changed better for it? */
  helps(file: Rendering, after: string): boolean;
}

/**
 * The fix, where some change of the template makes of every file just what is wanted of it, on every node of every
 * role; none where each of them would change a file that the fix is not about, or lose something of one that it is about.
 */
export function templateFix(fix: TemplateFix): FindingFix[] {
  const { name, title, one, ways, files } = fix;
  // However it is changed, rendering it anew would end at the bound.
  if (one.file.content.length > LONGEST_FILE) return [];
  const texts = new Set(ways.flatMap((changes) => changedTemplates(one, changes)));
  for (const value of texts) {
    if (files.every((file) => comesOut(fix, file, value)))
      return [{ name, title, edits: [{ path: one.template.contentPath, value }] }];
  }
  return [];
}

/** With room for what a fix takes away. */
const LONGEST_FILE = 2 * FIX_RENDERING_LIMITS.maxOutputBytes;

/** What is not written today cannot be spoilt. */
function comesOut({ wanted, helps }: TemplateFix, file: Rendering, template: string): boolean {
  if (!file.rendered.ok) return true;
  const after = file.renderAnew(template);
  if (!after?.ok) return false;
  const { content } = file.file;
  const changes = wanted(file);
  if (!sameLines(changedFile(content, changes), after.output)) return false;
  return changes.length === 0 || helps(file, after.output);
}

/** Blank lines and indentation mean nothing in TOML, outside of texts over several lines. */
export function sameLines(a: string, b: string): boolean {
  return linesOf(a) === linesOf(b);
}

function linesOf(text: string): string {
  return text.replace(/[ \t\r]*\n\s*/g, "\n").trim();
}
