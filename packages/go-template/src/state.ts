import { errorAt, Failure, type TemplateError } from "./errors.js";
import type { Functions, GoFunction } from "./functions.js";
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
    const { variables } = this;
    const at = variables.findLastIndex((variable) => variable.name === name);
    this.budget.spend((variables.length - at) >> 6);
    return variables[at] ?? this.fail(`undefined variable: ${name}`);
  }
}
