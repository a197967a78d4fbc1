import { bounded } from "../bounded-text.js";

/** Characters of a name that a message repeats. */
const LONGEST_NAME = 60;

/** A name from the user's own text, cut in its middle where it would make a message too long to read. */
export function short(name: string, longest = LONGEST_NAME): string {
  return bounded(name, longest);
}

/** The same where a reader has to see the white space in it: in quotes, if it has any that a sentence hides. */
export function named(name: string, longest = LONGEST_NAME): string {
  const cut = short(name, longest);
  return /^\s|\s$|\s\s|[^\S ]/.test(cut) ? JSON.stringify(cut) : cut;
}
