import type { EditsRequest, EditsResult } from "@lookinglass/api-contract";
import type { SpecEdit } from "@lookinglass/cluster-spec";
import type { Engine } from "./engine.js";
import { Refusal } from "./problems.js";

/** Carries out what a request asks for: its own edits, or those of the fix that it names. */
export async function applyEdits(engine: Engine, request: EditsRequest): Promise<EditsResult> {
  const edits =
    request.edits === undefined ? await editsOfFix(engine, request) : request.edits.map(toSpecEdit);
  const { text, textEdits, refused } = await engine.edit(request.spec, edits);
  if (refused === undefined) return { spec: text, textEdits };
  const errors = refused.map(({ edit, reason }) => ({ path: `edits.${edit}`, message: reason }));
  throw new Refusal("edit-not-possible", errors.map(({ message }) => message).join(" "), { errors });
}

async function editsOfFix(engine: Engine, request: EditsRequest): Promise<readonly SpecEdit[]> {
  const { diagnostics } = await engine.analyze(request.spec, request.settings);
  const fix = diagnostics.flatMap(({ fixes }) => fixes).find(({ id }) => id === request.fix);
  if (fix !== undefined) return fix.edits;
  throw new Refusal("unknown-fix", "The analysis of this spec with these settings offers no such fix.", {
    errors: [{ path: "fix", message: "not offered for this spec" }],
  });
}

/** The contract holds a request to exactly one action. */
function toSpecEdit(edit: NonNullable<EditsRequest["edits"]>[number]): SpecEdit {
  const { path, document, value, remove, rename, insert, move } = edit;
  if (remove) return { path, document, remove };
  if (rename !== undefined) return { path, document, rename };
  if (move !== undefined) return { path, document, move };
  return Object.hasOwn(edit, "insert") ? { path, document, insert } : { path, document, value };
}
