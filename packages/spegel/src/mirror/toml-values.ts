/**
 * Reads a hosts.toml as go-toml does: TOML 1.0, integers and floats apart, dates as written, and the `[host.X]`
 * headers in file order. smol-toml parses; it tells neither of the last two, nor how a table was written.
 */
import { type TomlValue as ParsedValue, parse, TomlError } from "smol-toml";
import { DATE_MARK, scanToml } from "./toml-scan.js";

export type TomlTable = Map<string, TomlValue>;

export type TomlValue =
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** Any date or time, as go-toml writes it back. */
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "array"; readonly items: TomlValue[] }
  /** `isEmptyInline`: written as `{}`, and not opened by a header that nothing follows. */
  | { readonly kind: "table"; readonly entries: TomlTable; readonly isEmptyInline: boolean };

export interface TomlDocument {
  readonly root: TomlTable;
  /** The X of every `[host.X]` header, in file order. Dotted keys, inline tables and `[[host.X]]` give none. */
  readonly hostHeaders: readonly string[];
}

export type TomlResult = TomlDocument | { readonly error: string };

/** Nesting beyond this is refused rather than followed. */
const maxDepth = 200;

const OUT_OF_RANGE = "value out of range";

export function readToml(content: string): TomlResult {
  // Go reads UTF-8, which has no lone surrogates.
  const text = content.replace(/\p{Surrogate}/gu, "\ufffd");
  try {
    const plain = parsed(text);
    const scan = scanToml(text);
    if ("error" in scan) return { error: `toml: ${scan.error}` };
    const value = scan.marked === text ? plain : parsed(scan.marked);
    const headers = scan.headers.map(headerPath);
    const root = convertTable(value, [], { headers: new Set(headers.map(pathKey)) });
    return { root, hostHeaders: headers.flatMap(([first, name, ...rest]) => hostName(first, name, rest)) };
  } catch (error) {
    return { error: `toml: ${error instanceof TomlError ? wordsOf(error) : OUT_OF_RANGE}` };
  }
}

function parsed(text: string): Readonly<Record<string, ParsedValue>> {
  return parse(text, { integersAsBigInt: true, maxDepth });
}

/** Without the lines around the fault, which may hold a password. */
function wordsOf({ message }: TomlError): string {
  return message.split("\n", 1)[0]?.replace("Invalid TOML document: ", "") ?? "";
}

/** A header alone is a document of tables with one key each. */
function headerPath(header: string): string[] {
  const path: string[] = [];
  let keys = Object.entries(parsed(header));
  for (let [first] = keys; first !== undefined; [first] = keys) {
    path.push(first[0]);
    keys = isTable(first[1]) ? Object.entries(first[1]) : [];
  }
  return path;
}

function hostName(first: string | undefined, name: string | undefined, rest: readonly string[]): string[] {
  return first === "host" && name !== undefined && rest.length === 0 ? [name] : [];
}

interface Converting {
  /** The paths of all headers (see pathKey). */
  readonly headers: ReadonlySet<string>;
}

function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

type ParsedTable = Readonly<Record<string, ParsedValue>>;

function isTable(value: ParsedValue): value is Record<string, ParsedValue> {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

function convertTable(table: ParsedTable, path: readonly string[], context: Converting): TomlTable {
  if (path.length > maxDepth) throw new RangeError();
  return new Map(
    Object.entries(table).map(([name, value]) => [name, convert(value, [...path, name], context)]),
  );
}

function convert(value: ParsedValue, path: readonly string[], context: Converting): TomlValue {
  if (Array.isArray(value)) {
    if (path.length > maxDepth) throw new RangeError();
    return { kind: "array", items: value.map((item) => convert(item, [...path, ""], context)) };
  }
  switch (typeof value) {
    case "string":
      return value.startsWith(DATE_MARK)
        ? { kind: "date", text: rewriteDate(value.slice(DATE_MARK.length)) }
        : { kind: "string", text: value };
    case "bigint":
      if (BigInt.asIntN(64, value) !== value) throw new RangeError();
      return { kind: "integer", value };
    case "number":
      return { kind: "float", value };
    case "boolean":
      return { kind: "boolean", value };
  }
  if (!isTable(value)) throw new RangeError();
  const entries = convertTable(value, path, context);
  return { kind: "table", entries, isEmptyInline: entries.size === 0 && !context.headers.has(pathKey(path)) };
}

/** go-toml prints T between date and time, at most nine decimals, and Z for an offset of zero. */
function rewriteDate(written: string): string {
  const [, date = "", time = "", fraction = "", offset = ""] =
    /^(\d{4}-\d\d-\d\d)?(?:[Tt ])?(\d\d:\d\d:\d\d)?(?:\.(\d+))?(.*)$/.exec(written) ?? [];
  const kept = fraction.slice(0, 9);
  if (offset === "") {
    return `${date}${date !== "" && time !== "" ? "T" : ""}${time}${kept === "" ? "" : `.${kept}`}`;
  }
  const significant = kept.replace(/0+$/, "");
  const zone = /^[zZ]$|^[+-]00:00$/.test(offset) ? "Z" : offset;
  return `${date}T${time}${significant === "" ? "" : `.${significant}`}${zone}`;
}
