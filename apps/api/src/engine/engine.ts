import { type ComputationName, type Computations, computations } from "./computations.js";

type Input<Name extends ComputationName> = Parameters<Computations[Name]>[0];
type Output<Name extends ComputationName> = ReturnType<Computations[Name]>;

/** The computations, wherever they run: each by its name, asynchronous, for the address that asks. */
export type Engine = {
  readonly [Name in ComputationName]: (input: Input<Name>, address: string) => Promise<Output<Name>>;
};

/** Runs one computation by its name. The value that it gives is that computation's. */
export type RunComputation = (name: ComputationName, input: unknown, address: string) => Promise<unknown>;

export function engineOf(run: RunComputation): Engine {
  const names = Object.keys(computations) as ComputationName[];
  const methods = names.map((name) => [name, (input: unknown, address: string) => run(name, input, address)]);
  // Every method hands its own computation's input to that computation, and its output back.
  return Object.fromEntries(methods) as Engine;
}

/** Runs a computation in place. */
export function compute(name: ComputationName, input: unknown): unknown {
  // The engine's methods are typed by the computation that they name.
  return (computations[name] as (input: unknown) => unknown)(input);
}
