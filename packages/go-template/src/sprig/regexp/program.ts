import { type Budget, spend } from "../../limits.js";
import type { RuneTest } from "./char-class.js";
import type { Assertion, RegexNode } from "./syntax.js";

/** Instructions of a virtual machine that follows all ways through an expression at once (Thompson, Pike). */
export type Instruction =
  | { readonly op: "rune"; readonly test: RuneTest }
  | { readonly op: "assert"; readonly assertion: Assertion }
  | { readonly op: "save"; readonly slot: number }
  /** Goes to both places; the first is preferred. */
  | { op: "split"; first: number; second: number }
  | { op: "jump"; to: number }
  | { readonly op: "match" };

export type Program = readonly Instruction[];

export function compile(budget: Budget, root: RegexNode): Program {
  const compiler = new Compiler(budget);
  compiler.group(0, root);
  compiler.emit({ op: "match" });
  return compiler.program;
}

class Compiler {
  readonly program: Instruction[] = [];
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  emit<T extends Instruction>(instruction: T): T {
    spend(this.#budget, 1);
    this.program.push(instruction);
    return instruction;
  }

  group(index: number, sub: RegexNode): void {
    this.emit({ op: "save", slot: 2 * index });
    this.#node(sub);
    this.emit({ op: "save", slot: 2 * index + 1 });
  }

  #node(node: RegexNode): void {
    switch (node.op) {
      case "rune":
      case "assert":
        this.emit(node);
        break;
      case "capture":
        this.group(node.index, node.sub);
        break;
      case "concat":
        for (const sub of node.subs) this.#node(sub);
        break;
      case "alternate":
        this.#alternate(node.subs);
        break;
      case "repeat":
        this.#repeat(node.sub, node.min, node.max, node.greedy);
    }
  }

  #alternate(subs: readonly RegexNode[]): void {
    const jumps: { to: number }[] = [];
    subs.forEach((sub, i) => {
      const isLast = i === subs.length - 1;
      const split = isLast ? undefined : this.#split();
      this.#node(sub);
      if (split === undefined) return;
      jumps.push(this.emit({ op: "jump", to: 0 }));
      split.second = this.program.length;
    });
    for (const jump of jumps) jump.to = this.program.length;
  }

  /** A split whose first way goes on here. */
  #split(): { first: number; second: number } {
    const split = this.emit({ op: "split", first: 0, second: 0 });
    split.first = this.program.length;
    return split;
  }

  #repeat(sub: RegexNode, min: number, max: number, greedy: boolean): void {
    if (max < 0) {
      for (let i = 1; i < min; i++) this.#node(sub);
      if (min > 0) this.#plus(sub, greedy);
      else if (isNullable(sub)) this.#optional(() => this.#plus(sub, greedy), greedy);
      else this.#star(sub, greedy);
      return;
    }
    for (let i = 0; i < min; i++) this.#node(sub);
    this.#nestedOptional(sub, max - min, greedy);
  }

  #plus(sub: RegexNode, greedy: boolean): void {
    const start = this.program.length;
    this.#node(sub);
    const split = this.emit({ op: "split", first: 0, second: 0 });
    point(split, start, this.program.length, greedy);
  }

  #star(sub: RegexNode, greedy: boolean): void {
    const start = this.program.length;
    const split = this.emit({ op: "split", first: 0, second: 0 });
    const body = this.program.length;
    this.#node(sub);
    this.emit({ op: "jump", to: start });
    point(split, body, this.program.length, greedy);
  }

  #optional(body: () => void, greedy: boolean): void {
    const split = this.emit({ op: "split", first: 0, second: 0 });
    const start = this.program.length;
    body();
    point(split, start, this.program.length, greedy);
  }

  /** (x(x(x)?)?)?: each further one only after the one before it. */
  #nestedOptional(sub: RegexNode, count: number, greedy: boolean): void {
    const splits: { split: { first: number; second: number }; body: number }[] = [];
    for (let i = 0; i < count; i++) {
      const split = this.emit({ op: "split", first: 0, second: 0 });
      splits.push({ split, body: this.program.length });
      this.#node(sub);
    }
    for (const { split, body } of splits) point(split, body, this.program.length, greedy);
  }
}

function point(split: { first: number; second: number }, more: number, done: number, greedy: boolean): void {
  split.first = greedy ? more : done;
  split.second = greedy ? done : more;
}

/** Whether the node can match the empty text. */
function isNullable(node: RegexNode): boolean {
  switch (node.op) {
    case "rune":
      return false;
    case "assert":
      return true;
    case "capture":
      return isNullable(node.sub);
    case "concat":
      return node.subs.every(isNullable);
    case "alternate":
      return node.subs.some(isNullable);
    case "repeat":
      return node.min === 0 || isNullable(node.sub);
  }
}
