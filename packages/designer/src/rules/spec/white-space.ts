import { editSpec, type OddPlace, scalarRange } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import { MOST_OF_ONE_CODE } from "../../limits.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { oddPlacesOf } from "./odd-text.js";

export const whiteSpace: Rule = {
  code: "spec/white-space",
  severity: "error",
  when: "white space that YAML does not take for such (U+00A0, U+3000), an invisible character in a name, or a line break that only some readers see",
  explanation:
    "YAML knows two kinds of white space inside a line: blanks and tabs. No-break spaces and the like, which come along " +
    "when text is copied from a page, are letters to it: of a name, of a value, or in place of an indentation.",
  *check(preview): Iterable<Finding> {
    const { spec, chart } = preview;
    const places = oddPlacesOf(spec);
    for (const place of places) {
      const { start, end } = place;
      yield { ...finding(place), path: [], range: { start, end }, fixes: () => fixesOf(place, places, asIs) };
    }
    const { helmValues } = chart;
    const document = previewedDocument(preview);
    if (helmValues.form !== "string" || !document) return;
    const { inner, path } = helmValues;
    const inString = (edit: SpecEdit): SpecEdit => ({ path, value: editSpec(inner.text, [edit]).text });
    const innerPlaces = oddPlacesOf(inner);
    for (const place of innerPlaces) {
      const range = scalarRange(document, path, place);
      yield { ...finding(place), path, range, fixes: () => fixesOf(place, innerPlaces, inString) };
    }
  },
};

function finding({ kind, message }: OddPlace): Pick<Finding, "message" | "severity"> {
  return { message, severity: kind === "structure" ? "error" : "warning" };
}

const asIs = (edit: SpecEdit): SpecEdit => edit;

function titleOf(meant: string): string {
  if (meant === "") return "Remove it";
  if (meant === "\n") return "Write a line feed";
  return meant.length === 1 ? "Write a blank" : `Write ${meant.length} blanks`;
}

function fixesOf(
  { start, end, meant }: OddPlace,
  places: readonly OddPlace[],
  toEdit: (edit: SpecEdit) => SpecEdit,
): FindingFix[] {
  if (meant === null) return [];
  const title = titleOf(meant);
  const one = { name: "blanks", title, edits: [toEdit({ path: [], blanks: { start, end } })] };
  const mendable = places.filter((place) => place.meant !== null);
  const all = {
    name: "all",
    title: "Mend all such places",
    edits: [toEdit({ path: [], blanks: { start: 0, end: Number.MAX_SAFE_INTEGER } })],
  };
  if (places.length > MOST_OF_ONE_CODE) return [all];
  return mendable.length > 1 ? [one, all] : [one];
}
