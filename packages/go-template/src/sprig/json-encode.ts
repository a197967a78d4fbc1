// encoding/json's Marshal, as of Go 1.26.

import { base64 } from "@lookinglass/go";
import { sortedKeys } from "../entries.js";
import { BYTES, textOf } from "../fmt/printer.js";
import { type Budget, checkNesting, spend, spendText } from "../limits.js";
import {
  elementsOf,
  floatOf,
  GoValue,
  integerOf,
  kindOf,
  mapValue,
  Slice,
  typeOf,
  unwrap,
} from "../values.js";
import { Opaque } from "./values.js";

export interface JsonStyle {
  readonly escapeHtml: boolean;
  readonly indent: string;
}

/** What Marshal refuses; the text of its error. */
export class JsonError extends Error {}

/** The value as JSON; throws JsonError. */
export function encodeJson(budget: Budget, value: unknown, style: JsonStyle): string {
  return new Encoder(budget, style).encode(value, 0);
}

class Encoder {
  readonly #budget: Budget;
  readonly #style: JsonStyle;

  constructor(budget: Budget, style: JsonStyle) {
    this.#budget = budget;
    this.#style = style;
  }

  encode(value: unknown, depth: number): string {
    const inner = unwrap(value);
    spend(this.#budget, 1);
    checkNesting(depth);
    switch (kindOf(inner)) {
      case "invalid":
        return "null";
      case "bool":
        return String(inner);
      case "int":
        return String(integerOf(inner));
      case "float":
        return encodeFloat(floatOf(inner));
      case "string":
        return this.#string(String(inner));
      case "slice":
        return this.#slice(inner, depth);
      case "map":
        return this.#map(inner, depth);
      default:
        return inner instanceof Opaque ? this.#string(inner.text) : unsupported(`type: ${typeOf(inner)}`);
    }
  }

  #string(s: string): string {
    spendText(this.#budget, s.length);
    return quoteJson(s, this.#style.escapeHtml);
  }

  #slice(value: unknown, depth: number): string {
    if (value instanceof Slice && value.isNil) return "null";
    if (typeOf(value) === BYTES) return this.#string(base64(textOf(value)));
    return this.#container(
      "[",
      "]",
      depth,
      elementsOf(value).map((item) => this.encode(item, depth + 1)),
    );
  }

  #map(value: unknown, depth: number): string {
    if (value instanceof GoValue && value.isNil) return "null";
    const colon = this.#style.indent === "" ? ":" : ": ";
    const members = sortedKeys(value).map(
      (key) => this.#string(key) + colon + this.encode(mapValue(value, key), depth + 1),
    );
    return this.#container("{", "}", depth, members);
  }

  #container(open: string, close: string, depth: number, parts: readonly string[]): string {
    const { indent } = this.#style;
    if (indent === "" || parts.length === 0) return open + parts.join(",") + close;
    const line = `\n${indent.repeat(depth)}`;
    return `${open}${line}${indent}${parts.join(`,${line}${indent}`)}${line}${close}`;
  }
}

function unsupported(what: string): never {
  throw new JsonError(`json: unsupported ${what}`);
}

/** JavaScript and Go print floats alike in JSON. */
function encodeFloat(value: number): string {
  if (Number.isNaN(value)) return unsupported("value: NaN");
  if (!Number.isFinite(value)) return unsupported(`value: ${value > 0 ? "+Inf" : "-Inf"}`);
  return Object.is(value, -0) ? "-0" : String(value);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function quoteJson(s: string, escapeHtml: boolean): string {
  let quoted = '"';
  for (const char of s) quoted += escapeChar(char, escapeHtml);
  return `${quoted}"`;
}

function escapeChar(char: string, escapeHtml: boolean): string {
  const short = Object.hasOwn(SHORT_ESCAPES, char) ? SHORT_ESCAPES[char] : undefined;
  if (short !== undefined) return short;
  const isHtml = escapeHtml && (char === "<" || char === ">" || char === "&");
  if (char < " " || isHtml || char === "\u2028" || char === "\u2029") {
    return `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  }
  return /\p{Surrogate}/u.test(char) ? "\\ufffd" : char;
}
