import type { OffsetRange } from "../positions.js";

/** What makes a text unreadable, wholly or in one place. */
export type SpecProblemCode = "spec/syntax" | "spec/duplicate-key" | "spec/too-large";

export interface SpecProblem {
  readonly code: SpecProblemCode;
  readonly message: string;
  readonly range: OffsetRange;
  /** Index of the document it is in. */
  readonly document: number;
  /** It is a character that YAML refuses wherever it stands. */
  readonly isCharacter?: true;
}

/** A fault found while the tree is built: what the library does not check, or checks too slowly. */
export interface TreeProblem {
  readonly code: SpecProblemCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
