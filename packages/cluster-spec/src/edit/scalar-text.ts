import type { ScalarStyle } from "../parse/nodes.js";

/** How text may be written in one place. */
export interface ScalarContext {
  /** Inside a flow collection, where `,[]{}` end a plain scalar. */
  readonly flow: boolean;
  /** Only double quotes. */
  readonly json: boolean;
  /** Quotes to keep where they can hold the text. */
  readonly keep?: ScalarStyle | undefined;
}

/** Characters that YAML 1.1 and 1.2 readers take as they are, line breaks excluded. */
const PRINTABLE = /^[\t\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const PRINTABLE_LINES =
  /^[\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Plain text that YAML 1.1 or 1.2 reads as something else: null, booleans, numbers, dates, merge and value keys. */
const OTHER_TYPES = [
  /^(~|null|y|yes|n|no|true|false|on|off|=|<<)$/i,
  /^[-+]?(0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|\d[\d_]*)$/i,
  /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/,
  /^[-+]?(\.[\d_]*|\d[\d_]*(\.[\d_]*)?)(e[-+]?\d+)?$/i,
  /^[-+]?\.(inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?([Tt \t].*)?$/,
];

/** A scalar on one line: text plain where every reader takes it as text, else quoted. */
export function scalarText(value: string | number | boolean | bigint | null, context: ScalarContext): string {
  if (typeof value === "number") return numberText(value);
  return typeof value === "string" ? stringText(value, context) : String(value);
}

function stringText(value: string, { flow, json, keep }: ScalarContext): string {
  if (json || keep === "double") return doubleQuoted(value);
  if (!PRINTABLE.test(value)) return doubleQuoted(value);
  return keep !== "single" && isSafePlain(value, flow) ? value : singleQuoted(value);
}

function isSafePlain(value: string, flow: boolean): boolean {
  if (value === "" || value !== value.trim() || value.includes("\t")) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|: |:$| #/.test(value)) return false;
  if (flow && /[,[\]{}]/.test(value)) return false;
  return !OTHER_TYPES.some((pattern) => pattern.test(value));
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** JSON's escapes are YAML's too; what YAML does not take raw is escaped as well. */
function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** YAML 1.1 takes an exponent only after a decimal point. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  // Go reads -0 as the integer 0.
  if (Object.is(value, -0)) return "-0.0";
  return String(value).replace(/^(-?\d+)e/, "$1.0e");
}

export interface BlockScalarText {
  /** `|`, the indentation indicator where needed, the chomping indicator. */
  readonly header: string;
  /** Lines of the content, not indented. */
  readonly lines: readonly string[];
}

/** Text as a literal block scalar, or null where only quotes can hold it. `step`: columns it is indented by. */
export function literalText(value: string, step: number, indicator: boolean): BlockScalarText | null {
  if (!value.includes("\n") || value.trim() === "" || !PRINTABLE_LINES.test(value)) return null;
  // A last line of blanks is content to some readers and trailing space to others.
  if (/\n[ \t]+\n*$/.test(value)) return null;
  const breaks = /\n*$/.exec(value)?.[0].length ?? 0;
  const chomp = breaks === 0 ? "-" : breaks === 1 ? "" : "+";
  const needsIndicator = indicator || /^\n*[ \t]/.test(value);
  const lines = (breaks === 0 ? value : value.slice(0, -1)).split("\n");
  return { header: `|${needsIndicator ? step : ""}${chomp}`, lines };
}
