import { readBoolean, readString, readStringList, STRING_PATTERN, type TomlValue } from "./toml-values.js";

/** One line of a hosts.toml template that the form understands; `before + source + after` is the line. */
export type HostsLine =
  | { readonly kind: "blank" | "comment"; readonly text: string }
  | {
      readonly kind: "header";
      readonly before: string;
      readonly source: string;
      readonly after: string;
      readonly url: string;
    }
  | {
      readonly kind: "field";
      readonly before: string;
      readonly source: string;
      readonly after: string;
      readonly key: string;
      readonly value: TomlValue;
    };

const HEADER = new RegExp(`^(\\s*\\[\\s*host\\s*\\.\\s*)(${STRING_PATTERN})(\\s*\\]\\s*(?:#.*)?)$`);
const FIELD = new RegExp(
  `^(\\s*([A-Za-z0-9_-]+)\\s*=\\s*)(${STRING_PATTERN}|\\[(?:${STRING_PATTERN}|[^'"\\]#])*\\]|[a-z]+)(\\s*(?:#.*)?)$`,
);

/** Reads one line, or null when it holds anything else. */
export function readLine(text: string): HostsLine | null {
  if (/^\s*$/.test(text)) return { kind: "blank", text };
  if (/^\s*#/.test(text)) return text.includes("{{") ? null : { kind: "comment", text };
  return readHeader(text) ?? readField(text);
}

function readHeader(text: string): HostsLine | null {
  const [, before, source, after] = HEADER.exec(text) ?? [];
  if (before === undefined || source === undefined || after === undefined) return null;
  const url = readString(source);
  return url === null || after.includes("{{") ? null : { kind: "header", before, source, after, url };
}

function readField(text: string): HostsLine | null {
  const [, before, key, source, after] = FIELD.exec(text) ?? [];
  if (before === undefined || key === undefined || source === undefined || after === undefined) return null;
  const value = readBoolean(source) ?? readStringList(source) ?? readString(source);
  return value === null || after.includes("{{") ? null : { kind: "field", before, source, after, key, value };
}

/** The line as it stands in the template. */
export function lineText(line: HostsLine): string {
  return "text" in line ? line.text : line.before + line.source + line.after;
}
