/** A syntax tree as instructions that follow all ways through an expression at once (Thompson, Pike). */
import type { CharSet } from "./char-set.js";
import type { Assertion, RegexpNode } from "./syntax.js";

export type Instruction =
  | { readonly op: "char"; readonly has: CharSet; readonly next: number }
  /** Goes to all places; those that come first are preferred. */
  | { readonly op: "split"; readonly next: readonly number[] }
  | { readonly op: "assert"; readonly assertion: Assertion; readonly next: number }
  /** Keeps the place in the text: the start of a group in its double index, the end in the next one. */
  | { readonly op: "save"; readonly slot: number; readonly next: number }
  | { readonly op: "match" };

export interface Program {
  readonly instructions: readonly Instruction[];
  readonly entry: number;
}

interface CompileOptions {
  /** Whether the places of groups are kept. */
  readonly keepsGroups: boolean;
  /** Takes one for each instruction, and throws where there are too many. */
  readonly spend?: (steps: number) => void;
}

export function compile(root: RegexpNode, options: CompileOptions): Program {
  const compiler = new Compiler(options);
  return { entry: compiler.run(root), instructions: compiler.instructions };
}

/** What is still to be compiled, or to be done with what has been. */
type Task = RegexpNode | (() => void);

/** Works from the end to the beginning, with its tasks on a stack: nesting costs no call depth. */
class Compiler {
  readonly instructions: Instruction[] = [{ op: "match" }];
  readonly #options: CompileOptions;
  /** Sets of options, which a count repeats. */
  readonly #sets = new Map<readonly RegexpNode[], CharSet | null>();
  /** The last one is done first. */
  readonly #tasks: Task[] = [];
  /** The first instruction of what has been compiled: where what comes before it goes on. */
  #entry = 0;

  constructor(options: CompileOptions) {
    this.#options = options;
  }

  run(root: RegexpNode): number {
    this.#group(0, root);
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) {
      if (typeof task === "function") task();
      else this.#node(task);
    }
    return this.#entry;
  }

  #emit(instruction: Instruction): number {
    this.#options.spend?.(1);
    this.#entry = this.instructions.push(instruction) - 1;
    return this.#entry;
  }

  #node(node: RegexpNode): void {
    switch (node.kind) {
      case "char":
        this.#emit({ op: "char", has: node.has, next: this.#entry });
        break;
      case "assertion":
        this.#emit({ op: "assert", assertion: node.assertion, next: this.#entry });
        break;
      case "capture":
        this.#group(node.index, node.item);
        break;
      case "sequence":
        for (const item of node.items) this.#tasks.push(item);
        break;
      case "choice":
        this.#choice(node.options);
        break;
      case "repeat":
        this.#repeat(node);
    }
  }

  #group(index: number, item: RegexpNode): void {
    if (this.#options.keepsGroups) {
      this.#emit({ op: "save", slot: 2 * index + 1, next: this.#entry });
      this.#tasks.push(() => this.#emit({ op: "save", slot: 2 * index, next: this.#entry }));
    }
    this.#tasks.push(item);
  }

  #choice(options: readonly RegexpNode[]): void {
    const after = this.#entry;
    const has = this.#setOf(options);
    if (has !== null) {
      this.#emit({ op: "char", has, next: after });
      return;
    }
    // Empty options lead to the same place.
    const next = new Set<number>();
    this.#tasks.push(() => this.#emit({ op: "split", next: [...next] }));
    for (const option of options.toReversed()) {
      this.#tasks.push(() => {
        next.add(this.#entry);
        this.#entry = after;
      }, option);
    }
  }

  /** As in Go, options that are single characters make one set. */
  #setOf(options: readonly RegexpNode[]): CharSet | null {
    const known = this.#sets.get(options);
    if (known !== undefined) return known;
    const chars = options.filter((option) => option.kind === "char");
    const isSet = chars.length === options.length;
    const set: CharSet | null = isSet ? (code) => chars.some(({ has }) => has(code)) : null;
    this.#sets.set(options, set);
    return set;
  }

  /** x{2,4} is xx(x(x)?)?, x{2,} is xx+, and x* is x+ or nothing where x may be empty, which keeps Go's preferences. */
  #repeat({ item, min, max, isGreedy }: RegexpNode & { kind: "repeat" }): void {
    const after = this.#entry;
    const required = max === null ? Math.max(0, min - 1) : min;
    for (let copy = 0; copy < required; copy++) this.#tasks.push(item);
    if (max === null) this.#loop(item, min === 0, isGreedy);
    else {
      const orNothing = () => this.#either(this.#entry, after, isGreedy);
      for (let copy = min; copy < max; copy++) this.#tasks.push(orNothing, item);
    }
  }

  #loop(item: RegexpNode, mayBeNone: boolean, isGreedy: boolean): void {
    const after = this.#entry;
    const loop = this.#either(after, after, isGreedy);
    this.#tasks.push(() => {
      const body = this.#entry;
      this.instructions[loop] = either(body, after, isGreedy);
      if (!mayBeNone) return;
      if (item.isNullable) this.#either(body, after, isGreedy);
      else this.#entry = loop;
    }, item);
  }

  #either(more: number, done: number, isGreedy: boolean): number {
    return this.#emit(either(more, done, isGreedy));
  }
}

function either(more: number, done: number, isGreedy: boolean): Instruction {
  return { op: "split", next: isGreedy ? [more, done] : [done, more] };
}
