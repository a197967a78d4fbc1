import { expect, test } from "vitest";
import { editSpec } from "../edit/edit-spec.js";
import type { SpecEdit } from "../edit/spec-edit.js";
import type { SpecPath } from "../path.js";

/** Text before, edits, text after. Every line break is written, so that what stays is in plain view. */
export type EditRow = [name: string, before: string, edits: SpecEdit[], after: string];

export const set = (path: SpecPath, value: unknown): SpecEdit => ({ path, value });
export const remove = (...path: SpecPath): SpecEdit => ({ path, remove: true });
export const insert = (path: SpecPath, value: unknown): SpecEdit => ({ path, insert: value });

export function checkEdits(rows: EditRow[]): void {
  test.each(rows)("%s", (_, before, edits, after) => {
    expect(editSpec(before, edits).text).toBe(after);
  });
}
