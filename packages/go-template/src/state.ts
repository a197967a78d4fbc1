import { errorAt, Failure, type TemplateError } from "./errors.js";
import type { Context, Functions, GoFunction } from "./functions.js";
import type { Budget } from "./limits.js";
import type { Node } from "./nodes.js";
import { Output } from "./output.js";
import type { Trees } from "./parse.js";
import { quote } from "./strconv.js";

/** What a map without the key gives: no value, the zero value of its values' type, or an error. */
export type MissingKey = "default" | "zero" | "error";

/** What a template needs to run, besides data. */
export interface Program {
  readonly name: string;
  readonly source: string;
  readonly trees: Trees;
  readonly functions: Functions;
  /** Set if the template uses a function that changes maps. */
  readonly copyData: GoFunction["copyData"];
}

interface Variable {
  readonly name: string;
  value: unknown;
}

/** The state of one execution: variables, the place that errors name, what is written. */
export class State {
  readonly output: Output;
  readonly context: Context;
  /** The node being evaluated, which errors name. */
  node: Node | undefined;
  /** The template being executed, of those defined in the source. */
  templateName: string;
  variables: Variable[] = [];
  depth = 0;
  nesting = 0;

  constructor(
    readonly program: Program,
    readonly missingKey: MissingKey,
    readonly budget: Budget,
  ) {
    this.output = new Output(budget);
    this.context = { budget };
    this.templateName = program.name;
  }

  /** Ends execution with an error at the current node. */
  fail(message: string): never {
    throw new Failure(message, "exec");
  }

  /** The error that ended execution, which happened at the current node. */
  errorOf(failure: Pick<TemplateError, "phase" | "message">): TemplateError {
    const { pos = 0, text = "" } = this.node ?? {};
    return errorAt(this.program, pos, failure, `executing ${quote(this.templateName)} at <${text}>`);
  }

  declare(name: string, value: unknown): void {
    this.variables.push({ name, value });
  }

  /** Sets the innermost variable of that name. */
  assign(name: string, value: unknown): void {
    this.#variable(name).value = value;
  }

  lookup(name: string): unknown {
    return this.#variable(name).value;
  }

  #variable(name: string): Variable {
    for (let i = this.variables.length - 1; i >= 0; i--) {
      const variable = this.variables[i];
      if (variable?.name !== name) continue;
      this.budget.spend((this.variables.length - i) >> 6);
      return variable;
    }
    return this.fail(`undefined variable: ${name}`);
  }
}
