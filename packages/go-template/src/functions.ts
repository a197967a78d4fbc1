import type { Budget } from "./limits.js";

/** What a function may use besides its arguments. */
export interface Context {
  readonly budget: Budget;
}

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
  readonly variadic: boolean;
  /** For a function that changes maps: makes the copy of the data that a template which uses it works on. */
  readonly copyData?: (budget: Budget, data: unknown) => unknown;
  /** Returns a Go value; throws FunctionError with the text of Go's error. */
  readonly call: (args: readonly unknown[], context: Context) => unknown;
}

/** Functions by name. */
export type Functions = ReadonlyMap<string, GoFunction>;

/** A function with a fixed number of parameters. */
export function fixed(params: readonly ParameterType[], call: GoFunction["call"]): GoFunction {
  return { params, variadic: false, call };
}

/** A function whose last parameter takes any number of arguments. */
export function variadic(params: readonly ParameterType[], call: GoFunction["call"]): GoFunction {
  return { params, variadic: true, call };
}
