import { bounded } from "../bounded-text.js";

/** Characters of a name that a message repeats. */
const LONGEST_NAME = 60;

/** A name from the user's own text, cut in its middle where it would make a message too long to read. */
export function short(name: string, longest = LONGEST_NAME): string {
  return bounded(name, longest);
}
