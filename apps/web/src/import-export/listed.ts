const MOST_NAMED = 5;
const LONGEST_NAME = 40;

/** A few things in a sentence, whatever their number: "a, b and 3 more". */
export function listed(things: readonly string[], most = MOST_NAMED): string {
  const shown = things.slice(0, most);
  const rest = things.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A name in a sentence, whatever its length. */
export function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
