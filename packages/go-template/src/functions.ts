import type { Budget } from "./limits.js";
import type { OperandNode } from "./nodes.js";

/**
 * The type of a parameter, as Go prints it. A function that takes "reflect.Value" sees values with their static
 * type (Interface) and undefined for "no value"; one that takes "interface {}" sees them unwrapped, null for nil.
 */
export type ParameterType = string;

export const ANY = "interface {}";
export const REFLECT_VALUE = "reflect.Value";

/** A function that templates can call. */
export interface GoFunction {
  /** Types of the parameters; of a variadic function the last one is that of each further argument. */
  readonly params: readonly ParameterType[];
  readonly variadic?: boolean;
  /** For a function that changes maps: makes the copy of the data that a template which uses it works on. */
  readonly copyData?: (budget: Budget, data: unknown) => unknown;
  /**
   * How nil (null) and literals become values of types besides "string", "interface {}" and "reflect.Value";
   * undefined if they do not.
   */
  readonly convert?: (constant: unknown, type: ParameterType, text: string) => unknown;
  /** Of "and" and "or": the truth of an argument after which no other is evaluated. */
  readonly decisive?: boolean | undefined;
  /** Returns a Go value; fails with the text of Go's error. */
  readonly call: (args: readonly unknown[], budget: Budget, operands: readonly OperandNode[]) => unknown;
}

/** Functions by name. */
export type Functions = ReadonlyMap<string, GoFunction>;

/** A function with a fixed number of parameters. */
export function fixed(params: readonly ParameterType[], call: GoFunction["call"]): GoFunction {
  return { params, call };
}

/** A function whose last parameter takes any number of arguments. */
export function variadic(params: readonly ParameterType[], call: GoFunction["call"]): GoFunction {
  return { params, variadic: true, call };
}
