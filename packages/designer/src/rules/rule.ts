import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Fix, Severity, SpecEdit, SpecPath } from "../analysis.js";
import type { RuleCode } from "./codes.js";
import type { RuleInput } from "./rule-input.js";

/** One fault that a rule found. */
export interface Finding {
  /** What will happen on the nodes, with the names from the user's own spec. */
  readonly message: string;
  /**
   * What goes on after the number where it holds for more than a few, "mirrors cost 30 s each": findings with the same
   * are told as one then, each place with its own message.
   */
  readonly many?: string;
  /** What the message counts, or names in part: all of it. */
  readonly items?: readonly string[];
  /** Place in the spec's data; the nearest ancestor counts where it is absent. */
  readonly path: SpecPath;
  /** Finer than, or outside, the value at `path`: offsets in the spec text. */
  readonly range?: OffsetRange | null | undefined;
  /** Mark the key rather than the value. */
  readonly atKey?: boolean;
  /** Ids of the roles it concerns; findings that differ in nothing else are joined. */
  readonly roles?: readonly string[];
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** Asked for only where the finding is listed: some fixes write a long text anew. */
  readonly fixes?: () => readonly FindingFix[];
}

export interface FindingFix {
  /** Short and unique within the rule: "mirror-add-off". */
  readonly name: string;
  readonly title: string;
  readonly edits: readonly SpecEdit[];
  /** What it assumes of the nodes from then on, in place of an edit. */
  readonly assume?: Fix["assume"];
}

/** A diagnostic rule: one file, one object, listed in rules/index.ts. */
export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** When it fires, for docs/rules.md. */
  readonly when: string;
  /** Why it matters and what to do. */
  readonly explanation: string;
  /** Link to the source of the behaviour. */
  readonly docs?: string;
  check(preview: RuleInput): Iterable<Finding>;
}
