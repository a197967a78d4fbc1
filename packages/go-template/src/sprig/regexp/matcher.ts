import { type Budget, spend } from "../../limits.js";
import type { Program } from "./program.js";
import type { Assertion } from "./syntax.js";

/** Offsets in runes of the match and its groups: start and end of each, -1 for a group that took no part. */
export type Slots = readonly number[];

/** Ways through the program that are alive at one place, the preferred ones first. */
interface Threads {
  readonly at: number[];
  readonly slots: Slots[];
  /** The round in which each instruction was reached last: none is followed twice in a round. */
  readonly seen: Float64Array;
  round: number;
}

/** Finds the leftmost match that the expression prefers, in time linear in the text (Pike's algorithm). */
export class Matcher {
  readonly #budget: Budget;
  readonly #program: Program;
  readonly #runes: readonly number[];
  readonly #slotCount: number;
  #current: Threads;
  #next: Threads;

  constructor(budget: Budget, program: Program, groupCount: number, runes: readonly number[]) {
    this.#budget = budget;
    this.#program = program;
    this.#runes = runes;
    this.#slotCount = 2 * groupCount;
    this.#current = newThreads(program.length);
    this.#next = newThreads(program.length);
  }

  /** The first match that starts at the offset or later. */
  find(from: number): Slots | undefined {
    clear(this.#current);
    clear(this.#next);
    let match: Slots | undefined;
    for (let at = from; at <= this.#runes.length; at++) {
      if (match === undefined)
        this.#follow(this.#current, 0, at, new Array<number>(this.#slotCount).fill(-1));
      spend(this.#budget, 1 + (this.#current.at.length >> 4));
      if (match !== undefined && this.#current.at.length === 0) break;
      match = this.#step(at) ?? match;
      [this.#current, this.#next] = [this.#next, this.#current];
      clear(this.#next);
    }
    return match;
  }

  /** Reads one rune in every thread; a match ends the threads behind it. */
  #step(at: number): Slots | undefined {
    const { at: places, slots } = this.#current;
    const rune = this.#runes[at];
    for (const [i, place] of places.entries()) {
      const instruction = this.#program[place];
      if (instruction?.op === "match") return slots[i];
      if (instruction?.op === "rune" && rune !== undefined && instruction.test(rune)) {
        this.#follow(this.#next, place + 1, at + 1, slots[i] ?? []);
      }
    }
    return undefined;
  }

  /** Adds the threads that an instruction leads to without reading. */
  #follow(threads: Threads, start: number, at: number, slots: Slots): void {
    const stack: { place: number; slots: Slots }[] = [{ place: start, slots }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { place } = top;
      const instruction = this.#program[place];
      if (instruction === undefined || threads.seen[place] === threads.round) continue;
      threads.seen[place] = threads.round;
      switch (instruction.op) {
        case "jump":
          stack.push({ place: instruction.to, slots: top.slots });
          break;
        case "split":
          stack.push({ place: instruction.second, slots: top.slots });
          stack.push({ place: instruction.first, slots: top.slots });
          break;
        case "save":
          stack.push({ place: place + 1, slots: top.slots.with(instruction.slot, at) });
          break;
        case "assert":
          if (this.#holds(instruction.assertion, at)) stack.push({ place: place + 1, slots: top.slots });
          break;
        default:
          threads.at.push(place);
          threads.slots.push(top.slots);
      }
    }
  }

  #holds(assertion: Assertion, at: number): boolean {
    const before = this.#runes[at - 1];
    const after = this.#runes[at];
    switch (assertion) {
      case "beginText":
        return at === 0;
      case "endText":
        return at === this.#runes.length;
      case "beginLine":
        return at === 0 || before === 10;
      case "endLine":
        return at === this.#runes.length || after === 10;
      case "wordBoundary":
        return isWord(before) !== isWord(after);
      case "noWordBoundary":
        return isWord(before) === isWord(after);
    }
  }
}

function newThreads(size: number): Threads {
  return { at: [], slots: [], seen: new Float64Array(size), round: 1 };
}

function clear(threads: Threads): void {
  threads.at.length = 0;
  threads.slots.length = 0;
  threads.round++;
}

function isWord(rune: number | undefined): boolean {
  return rune !== undefined && /^\w$/.test(String.fromCodePoint(rune));
}
