import { fail } from "./errors.js";
import type { GoFunction } from "./functions.js";
import { type Budget, spend } from "./limits.js";
import type { Node } from "./nodes.js";
import type { Range } from "./output.js";
import type { Trees } from "./parse-context.js";

/** What a map without the key gives: no value, the zero value of its values' type, or an error. */
export type MissingKey = "default" | "zero" | "error";

/** What a template needs to run, besides data. */
export interface Program {
  readonly name: string;
  readonly source: string;
  readonly trees: Trees;
  /** Set if the template uses a function that changes maps. */
  readonly copyData: GoFunction["copyData"];
}

interface Variable {
  readonly name: string;
  value: unknown;
}

/** The state of one execution: variables, the place that errors name, what is written. */
export interface State extends Budget {
  readonly program: Program;
  readonly missingKey: MissingKey | undefined;
  /** The node being evaluated, which errors name. */
  node?: Node;
  /** The template being executed, of those defined in the source. */
  name: string;
  variables: Variable[];
  depth: number;
  nesting: number;
  output: string;
  /** Bytes written. */
  bytes: number;
  readonly segments: { at: number; source: Range }[];
}

/** The innermost variable of that name. */
export function findVariable(state: State, name: string): Variable {
  const { variables } = state;
  const at = variables.findLastIndex((variable) => variable.name === name);
  spend(state, (variables.length - at) >> 6);
  return variables[at] ?? fail(`undefined variable: ${name}`);
}
