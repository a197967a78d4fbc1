import { Failure } from "../errors.js";
import { ANY, fixed, type GoFunction } from "../functions.js";
import { STRING, text } from "./coerce.js";
import { JsonSyntaxError, parseJson } from "./json-decode.js";
import { encodeJson, JsonError, type JsonStyle } from "./json-encode.js";

/** Runs a call whose failure is the error of a function, or one that Sprig's function without "must" drops. */
function failing(call: GoFunction["call"], fallback?: unknown): GoFunction["call"] {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      if (!(error instanceof JsonError) && !(error instanceof JsonSyntaxError)) throw error;
      if (fallback !== undefined) return fallback;
      throw new Failure(error.message);
    }
  };
}

function encoder(style: JsonStyle, fallback?: string): GoFunction {
  return fixed(
    [ANY],
    failing(([value], budget) => encodeJson(budget, value, style), fallback),
  );
}

const decode: GoFunction["call"] = ([source], budget) => parseJson(budget, text(source));
const COMPACT = { escapeHtml: true, indent: "" };
const PRETTY = { escapeHtml: true, indent: "  " };
const RAW = { escapeHtml: false, indent: "" };

export const jsonFunctions: Readonly<Record<string, GoFunction>> = {
  toJson: encoder(COMPACT, ""),
  mustToJson: encoder(COMPACT),
  toPrettyJson: encoder(PRETTY, ""),
  mustToPrettyJson: encoder(PRETTY),
  toRawJson: encoder(RAW),
  mustToRawJson: encoder(RAW),
  fromJson: fixed([STRING], failing(decode, null)),
  mustFromJson: fixed([STRING], failing(decode)),
};
