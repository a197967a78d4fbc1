import { type OddPlace, type OffsetRange, oddPlaces, type ParsedSpec } from "@lookinglass/cluster-spec";
import { oncePer } from "../../memoised.js";

/** What spec/white-space tells of a text. */
export const oddPlacesOf: (spec: ParsedSpec) => readonly OddPlace[] = oncePer(({ text }) => oddPlaces(text));

/** Does such a place explain why a value is not what it seems to be? Then nothing else need be said of it. */
export function isOdd(spec: ParsedSpec, { start, end }: OffsetRange): boolean {
  return oddPlacesOf(spec).some(
    (place) => place.kind === "structure" && place.start < end && place.end > start,
  );
}

/** Where the text begins to mean something else than it seems to: what a parser says further down follows from it. */
export function misleads(spec: ParsedSpec, offset: number): boolean {
  const first = oddPlacesOf(spec).find(({ kind, start }) => {
    return kind === "structure" && !/^---/m.test(spec.text.slice(start, offset));
  });
  return first !== undefined && first.start <= offset;
}
