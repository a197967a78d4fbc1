/** No message is longer than this, whatever the spec holds. */
export const MOST_MESSAGE_CHARACTERS = 300;

/** What a button says. */
export const MOST_TITLE_CHARACTERS = 120;

/** Names that a text lists before it counts the rest. */
const MOST_NAMES = 5;

/** What is left of a name, when many long ones stand in a text. */
const SHORTEST_NAME = 16;

const GAP = "…";

/** A text of at most so many characters: long names are cut in their middle, and what is then too long in its own. */
export function bounded(text: string, most = MOST_MESSAGE_CHARACTERS): string {
  if (text.length <= most) return text;
  // Nothing of what a longer text has in its middle would be shown.
  const words = cutInMiddle(text, 20 * most).split(/(\s+)/);
  const room = longestName(words, most);
  return cutInMiddle(words.map((word) => cutInMiddle(word, room)).join(""), most);
}

/** How long the names may be for the whole to fit. */
function longestName(words: readonly string[], most: number): number {
  const lengthWith = (room: number) => words.reduce((sum, { length }) => sum + Math.min(length, room), 0);
  let room = most;
  while (room > SHORTEST_NAME && lengthWith(room) > most) room--;
  return room;
}

function cutInMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.ceil((most - GAP.length) / 2);
  const tail = most - GAP.length - head;
  // Not between the halves of a character.
  const start = text.slice(0, head).replace(/[\ud800-\udbff]$/, "");
  return start + GAP + text.slice(text.length - tail).replace(/^[\udc00-\udfff]/, "");
}

/**
 * "a, b and c"; of more than about five the first ones, and how many there are besides.
 *
 * @param noun what they are, in the plural, where the rest is counted
 */
export function listed(names: readonly string[], noun = "", last = "and"): string {
  const rest = names.length - MOST_NAMES;
  if (rest > 1)
    return `${names.slice(0, MOST_NAMES).join(", ")} ${last} ${`${counted(rest)} more ${noun}`.trim()}`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}` : names.join("");
}

/** 2,400 */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
