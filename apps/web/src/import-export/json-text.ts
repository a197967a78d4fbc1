import { type JsonValue, type SpecDocument, type SpecPath, scalarSyntax } from "@lookinglass/cluster-spec";

/** A document as JSON, indented by two; numbers keep the digits that they are written with. */
export function jsonText(document: SpecDocument): string {
  return write(document.data, [], document);
}

function write(value: JsonValue, path: SpecPath, document: SpecDocument): string {
  if (typeof value === "number") return numberText(value, scalarSyntax(document, path)?.source);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return enclose(
      "[]",
      items.map((item, index) => write(item, [...path, index], document)),
      path.length,
    );
  }
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${write(member, [...path, key], document)}`,
  );
  return enclose("{}", members, path.length);
}

function enclose(brackets: "[]" | "{}", members: readonly string[], depth: number): string {
  if (members.length === 0) return brackets;
  const indentation = "  ".repeat(depth);
  const lines = members.map((member) => `${indentation}  ${member}`).join(",\n");
  return `${brackets[0]}\n${lines}\n${indentation}${brackets[1]}`;
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const BASED_INTEGER = /^0[xo][\da-fA-F]+$/;

/** @param source as YAML writes it: some of its forms are none of JSON's, and those become plain digits */
function numberText(value: number, source: string | undefined): string {
  if (source === undefined) return JSON.stringify(value);
  if (JSON_NUMBER.test(source)) return source;
  return BASED_INTEGER.test(source) ? BigInt(source).toString() : JSON.stringify(value);
}
