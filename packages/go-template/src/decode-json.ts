import { float64, int } from "./values.js";

const NUMBER_OR_STRING = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const INTEGER = /^-?\d+$/;

/**
 * Reads JSON and keeps what the spelling of a number says, as a Go program does that decodes with UseNumber:
 * 2 is an int (a bigint where it is large), 2.0 and 2e0 are float64, and so is what no int64 can hold.
 *
 * @throws SyntaxError as JSON.parse does
 */
export function decodeJson(text: string): unknown {
  JSON.parse(text);
  // Numbers are handed through JSON.parse as one-member objects, which no text can contain under this key.
  const key = unusedKey(text);
  const marked = text.replace(NUMBER_OR_STRING, (token) =>
    token.startsWith('"') ? token : `{"${key}":"${token}"}`,
  );
  return JSON.parse(marked, (_, value: unknown) => readNumber(value, key));
}

function unusedKey(text: string): string {
  let key = "number";
  while (text.includes(key)) key += "_";
  return key;
}

function readNumber(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  const literal = String(Object.values(value)[0]);
  const integer = INTEGER.test(literal) ? BigInt(literal) : undefined;
  const isInt = integer !== undefined && BigInt.asIntN(64, integer) === integer;
  return isInt ? int(integer) : float64(Number(literal));
}
