import type { OffsetRange } from "@lookinglass/cluster-spec";
import { touchedSegments } from "./segments.js";
import type { RenderedTemplate } from "./template-places.js";

const NO_VALUE = "<no value>";

/** The places in a file at which Go wrote <no value>; none where the template itself has the words. */
export function noValuePlaces({ rendered, template }: RenderedTemplate): OffsetRange[] {
  if (!rendered.ok || template.content.includes(NO_VALUE)) return [];
  const places: OffsetRange[] = [];
  let at = rendered.output.indexOf(NO_VALUE);
  for (; at >= 0; at = rendered.output.indexOf(NO_VALUE, at + 1)) {
    places.push({ start: at, end: at + NO_VALUE.length });
  }
  return places;
}

/** The action of the template that wrote such a place; undefined where it and a text did together. */
export function noValueSource({ rendered }: RenderedTemplate, place: OffsetRange): OffsetRange | undefined {
  const { first, last } = touchedSegments(rendered.segments, place);
  return rendered.segments
    .slice(first, last + 1)
    .find(({ output }) => output.start <= place.start && place.end <= output.end)?.source;
}

/** Does a range of the template lie in an action that wrote <no value>? */
export function writesNoValue(one: RenderedTemplate): (range: OffsetRange) => boolean {
  const sources = noValuePlaces(one).flatMap((place) => noValueSource(one, place) ?? []);
  const ends = new Map(sources.map(({ start, end }) => [start, end]));
  return ({ start, end }) => {
    const action = one.template.content.lastIndexOf("{{", start);
    return end <= (ends.get(action) ?? 0);
  };
}
