/**
 * Pure functions that remember what they gave. Only the time differs: the same input gives the same result, and what
 * is remembered is bounded and may be forgotten at any moment. Results are shared, so nobody may change them.
 */

/** Characters that one function remembers, where a result is of the same order of size as its input. */
const MOST_CHARACTERS = 2_000_000;

/** What a function remembers. */
interface Bounds<Result> {
  /** Of all inputs and results together that it keeps; the last one is kept however long it is. */
  readonly mostCharacters: number;
  /** What a result takes besides its input, in characters; nothing where it is left out. */
  sizeOf?(result: Result): number;
}

/** Of which one keeps track: all that modules have. Those that an analysis makes are forgotten with what holds them. */
const MOST_MEMORIES = 1_000;

/** What was remembered in an earlier generation is forgotten. */
let generation = 0;

/** The memories that there are; those of functions that are gone are gone as well. */
const memories = new Set<WeakRef<Map<string, unknown>>>();

/** Empties the memory of every function at once: where memory is short, and for tests and measurements that begin cold. */
export function forgetEverything(): void {
  generation += 1;
  for (const reference of memories) {
    const memory = reference.deref();
    if (memory === undefined) memories.delete(reference);
    else memory.clear();
  }
}

/**
 * The same function, computed once for each text while the memory of the texts used last holds it.
 *
 * @param mostCharacters of all remembered texts together
 */
export function memoised<Result>(
  compute: (text: string) => Result,
  mostCharacters = MOST_CHARACTERS,
): (text: string) => Result {
  return memoisedBy((text: string) => text, compute, { mostCharacters });
}

/** The same for any input; inputs with the same key must give the same result. What has no key is computed each time. */
export function memoisedBy<Input, Result>(
  keyOf: (input: Input) => string | null,
  compute: (input: Input) => Result,
  { mostCharacters, sizeOf = () => 0 }: Bounds<Result> = { mostCharacters: MOST_CHARACTERS },
): (input: Input) => Result {
  const memory = new Map<string, { readonly result: Result; readonly characters: number }>();
  if (memories.size < MOST_MEMORIES) memories.add(new WeakRef(memory));
  let remembered = { generation, characters: 0 };
  return (input) => {
    if (remembered.generation !== generation) {
      memory.clear();
      remembered = { generation, characters: 0 };
    }
    const key = keyOf(input);
    if (key === null) return compute(input);
    const known = memory.get(key);
    if (known) {
      // A map keeps the order in which keys were set: those used last are forgotten last.
      memory.delete(key);
      memory.set(key, known);
      return known.result;
    }
    const result = compute(input);
    const characters = key.length + sizeOf(result);
    memory.set(key, { result, characters });
    remembered.characters += characters;
    for (const [oldest, { characters: freed }] of memory) {
      if (remembered.characters <= mostCharacters || oldest === key) break;
      memory.delete(oldest);
      remembered.characters -= freed;
    }
    return result;
  };
}

/** The same function of an object that does not change, computed once and kept as long as the object. */
export function oncePer<Subject extends object, Result>(
  compute: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { readonly result: Result }>();
  return (subject) => {
    const before = known.get(subject);
    if (before) return before.result;
    const result = compute(subject);
    known.set(subject, { result });
    return result;
  };
}

/** Longer keys cost more than they save; aliases can make data much larger than the text it was read from. */
const LONGEST_KEY = 200_000;

/**
 * Plain data as a text that no other data has: texts carry their length, numbers are told apart to the sign of zero.
 * The order of keys counts, for templates and lists of files show it. Null when it would be very long.
 */
export function dataKey(value: unknown): string | null {
  const writer = { text: "" };
  return writeKey(value, writer) ? writer.text : null;
}

/** False as soon as the key is too long. */
function writeKey(value: unknown, writer: { text: string }): boolean {
  if (typeof value === "string") writer.text += `${value.length}:${value}`;
  else if (typeof value === "number") writer.text += Object.is(value, -0) ? "-0" : String(value);
  else if (Array.isArray(value)) {
    writer.text += "[";
    for (const item of value) if (!writeKey(item, writer)) return false;
    writer.text += "]";
  } else if (typeof value === "object" && value !== null) {
    writer.text += "{";
    for (const [key, inner] of Object.entries(value)) {
      writer.text += `${key.length}:${key}`;
      if (!writeKey(inner, writer)) return false;
    }
    writer.text += "}";
  } else writer.text += String(value);
  writer.text += ",";
  return writer.text.length <= LONGEST_KEY;
}
