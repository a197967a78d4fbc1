/** Characters of a name that a message repeats. */
const LONGEST_NAME = 60;

/** A name from the user's own text, cut in its middle where it would make a message too long to read. */
export function short(name: string, longest = LONGEST_NAME): string {
  if (name.length <= longest) return name;
  const half = (longest - 1) >> 1;
  return `${name.slice(0, half)}…${name.slice(-half)}`;
}
