/** Finds where an expression matches and what its groups hold, in time linear in the text (Pike's algorithm). */
import { edgeOf, holds } from "./edges.js";
import type { Program } from "./program.js";

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

/** Instructions followed for one step of the budget. */
const FOLLOWED_PER_STEP = 32;

export class Matcher {
  readonly #program: Program;
  readonly #runes: readonly number[];
  readonly #noSlots: Slots;
  readonly #spend: (steps: number) => void;
  #current: Threads;
  #next: Threads;
  /** What is still to be followed; empty but while following. */
  readonly #places: number[] = [];
  readonly #slotsOf: Slots[] = [];
  /** Instructions followed that are not paid for yet. */
  #followed = 0;

  constructor(
    program: Program,
    groupCount: number,
    runes: readonly number[],
    spend: (steps: number) => void,
  ) {
    this.#program = program;
    this.#runes = runes;
    this.#noSlots = new Array<number>(2 * groupCount).fill(-1);
    this.#spend = spend;
    this.#current = newThreads(program.instructions.length);
    this.#next = newThreads(program.instructions.length);
  }

  /** The leftmost match that starts at the offset or later, of these the one that the expression prefers. */
  find(from: number): Slots | undefined {
    clear(this.#current);
    clear(this.#next);
    let match: Slots | undefined;
    for (let at = from; at <= this.#runes.length; at++) {
      if (match === undefined) this.#follow(this.#current, this.#program.entry, at, this.#noSlots);
      this.#pay();
      if (match !== undefined && this.#current.at.length === 0) break;
      match = this.#step(at) ?? match;
      [this.#current, this.#next] = [this.#next, this.#current];
      clear(this.#next);
    }
    return match;
  }

  #pay(): void {
    const steps = Math.floor(this.#followed / FOLLOWED_PER_STEP);
    this.#followed -= steps * FOLLOWED_PER_STEP;
    this.#spend(1 + steps);
  }

  /** Reads one rune in every thread; a match ends the threads behind it. */
  #step(at: number): Slots | undefined {
    const { at: places, slots } = this.#current;
    const rune = this.#runes[at];
    for (const [i, place] of places.entries()) {
      const instruction = this.#program.instructions[place];
      if (instruction?.op === "match") return slots[i];
      if (instruction?.op === "char" && rune !== undefined && instruction.has(rune)) {
        this.#follow(this.#next, instruction.next, at + 1, slots[i] ?? []);
      }
    }
    return undefined;
  }

  /** Adds the threads that an instruction leads to without reading. */
  #follow(threads: Threads, start: number, at: number, startSlots: Slots): void {
    const [places, slotsOf] = [this.#places, this.#slotsOf];
    places.push(start);
    slotsOf.push(startSlots);
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      const slots = slotsOf.pop() ?? [];
      const instruction = this.#program.instructions[place];
      if (instruction === undefined || threads.seen[place] === threads.round) continue;
      threads.seen[place] = threads.round;
      this.#followed++;
      switch (instruction.op) {
        case "split":
          this.#followed += instruction.next.length;
          for (let i = instruction.next.length - 1; i >= 0; i--) {
            places.push(instruction.next[i] ?? 0);
            slotsOf.push(slots);
          }
          break;
        case "save":
          // The copy costs as much as following an instruction for each 16 slots.
          this.#followed += slots.length >> 4;
          places.push(instruction.next);
          slotsOf.push(slots.with(instruction.slot, at));
          break;
        case "assert":
          if (!holds(instruction.assertion, edgeOf(this.#runes[at - 1]), edgeOf(this.#runes[at]))) break;
          places.push(instruction.next);
          slotsOf.push(slots);
          break;
        default:
          threads.at.push(place);
          threads.slots.push(slots);
      }
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
