import type { Analysis } from "../analysis.js";
import { MOST_MESSAGE_CHARACTERS, MOST_TITLE_CHARACTERS } from "../bounded-text.js";
import { MOST_ITEMS } from "../limits.js";

/** Explanations are the rules' own words, longer than a message and no longer than a paragraph. */
const MOST_EXPLANATION = 600;

/** The texts of an analysis that are longer than they may be, or empty: each with what it is. */
export function faultyMessages({ diagnostics, roles, spegel }: Analysis): string[] {
  const texts = [
    ...diagnostics.flatMap(({ code, message, explanation, fixes, places = [], items = [] }) => [
      [`${code} message`, message, MOST_MESSAGE_CHARACTERS] as const,
      [`${code} explanation`, explanation, MOST_EXPLANATION] as const,
      [`${code} items`, "i".repeat(items.length), MOST_ITEMS, 0] as const,
      ...places.map((place) => [`${code} place`, place.message ?? message, MOST_MESSAGE_CHARACTERS] as const),
      ...[fixes, ...places.map((place) => place.fixes ?? [])]
        .flat()
        .map(({ title }) => [`${code} fix`, title, MOST_TITLE_CHARACTERS] as const),
    ]),
    ...roles.flatMap(({ phases }) =>
      phases.flatMap(({ failure }) =>
        failure === undefined ? [] : [["failure", failure, MOST_MESSAGE_CHARACTERS] as const],
      ),
    ),
    ...spegel.problems.map((problem) => ["chart problem", problem, MOST_MESSAGE_CHARACTERS] as const),
  ];
  return texts
    .filter(([, text, most, least = 1]) => text.length > most || text.length < least)
    .map(([what, text]) => `${what} (${text.length}): ${text.slice(0, 200)}`);
}
