import { ACTION_FILL, type MaskedText } from "./hosts-mask.js";

/**
 * The TOML values that hosts.toml forms read and write, each on one line, with template actions inside strings. An
 * action is text of a template, not of TOML: quotes and backslashes in it stand for themselves.
 */
export type TomlValue = string | boolean | readonly TomlValue[] | TomlTable;

/** An inline table, its pairs in the order in which they are written. */
export interface TomlTable {
  readonly pairs: readonly (readonly [name: string, value: TomlValue])[];
}

/** Pattern source of a TOML string on one line. */
export const STRING_PATTERN = /'[^'\n]*'|"(?:[^"\\\n]|\\.)*"/.source;

const TOKEN = new RegExp(`\\s*(${STRING_PATTERN}|[\\w-]+|[[\\]{},=])`, "y");
export const BARE_KEY = /^[A-Za-z0-9_-]+$/;
/** Deeper than anything that hosts.toml holds. */
const MAX_DEPTH = 4;

/** The value that a text on one line is, or null when the form cannot stand for it. */
export function readValue(source: MaskedText): TomlValue | null {
  const reader = new ValueReader(source);
  const value = reader.value(0);
  return reader.isAtEnd() ? value : null;
}

class ValueReader {
  private at = 0;
  constructor(private readonly source: MaskedText) {}

  isAtEnd(): boolean {
    return this.source.masked.slice(this.at).trim() === "";
  }

  value(depth: number): TomlValue | null {
    const token = this.next();
    if (token === "true" || token === "false") return token === "true";
    if (token === "[" && depth < MAX_DEPTH) return this.list(depth + 1);
    if (token === "{" && depth < MAX_DEPTH) return this.table(depth + 1);
    return this.text(token);
  }

  private list(depth: number): TomlValue | null {
    const items: TomlValue[] = [];
    while (!this.skip("]")) {
      const item = this.value(depth);
      if (item === null) return null;
      items.push(item);
      if (!this.skip(",") && this.peek() !== "]") return null;
    }
    return items;
  }

  private table(depth: number): TomlValue | null {
    const pairs: (readonly [string, TomlValue])[] = [];
    while (!this.skip("}")) {
      const token = this.next();
      const name = token !== null && BARE_KEY.test(token) ? token : this.text(token);
      const value = name !== null && this.skip("=") ? this.value(depth) : null;
      if (name === null || value === null) return null;
      pairs.push([name, value]);
      // TOML 1.0 has no comma after the last pair.
      if (this.peek() !== "}" && !(this.skip(",") && this.peek() !== "}")) return null;
    }
    return { pairs };
  }

  /** The text of the string token that was just read. */
  private text(token: string | null): string | null {
    if (token === null || !/^['"]/.test(token)) return null;
    const range = { start: this.at - token.length + 1, end: this.at - 1 };
    const text = this.source.text.slice(range.start, range.end);
    return token.startsWith("'")
      ? text
      : decodeString(text, this.source.masked.slice(range.start, range.end));
  }

  private peek(): string | null {
    TOKEN.lastIndex = this.at;
    return TOKEN.exec(this.source.masked)?.[1] ?? null;
  }

  private next(): string | null {
    const token = this.peek();
    if (token !== null) this.at = TOKEN.lastIndex;
    return token;
  }

  private skip(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.at = TOKEN.lastIndex;
    return true;
  }
}

/** Actions, and what is between them. */
export const FILLED_OR_NOT = new RegExp(`${ACTION_FILL}+|[^${ACTION_FILL}]+`, "g");

/** Decodes the escapes outside of actions; null for one that TOML has and JSON has not. */
function decodeString(text: string, masked: string): string | null {
  let value = "";
  for (const { 0: part, index } of masked.matchAll(FILLED_OR_NOT)) {
    const written = text.slice(index, index + part.length);
    if (part.startsWith(ACTION_FILL) || !written.includes("\\")) value += written;
    else {
      const decoded = decode(written);
      if (decoded === null) return null;
      value += decoded;
    }
  }
  return value;
}

function decode(written: string): string | null {
  try {
    const value: unknown = JSON.parse(`"${written}"`);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
