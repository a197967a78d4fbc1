/** Where something stands: UTF-16 offsets into the text, end excluded. */
export interface TextRange {
  start: number;
  end: number;
}

/** One part of a key: `a` and `"b.c"` in `a."b.c"`. */
export interface KeyPart extends TextRange {
  /** The name, escapes decoded. */
  name: string;
}

export type ScalarKind =
  | "string"
  | "boolean"
  | "integer"
  | "float"
  | "date-time"
  | "local-date-time"
  | "local-date"
  | "local-time";

/** A scalar keeps its text: strings decoded, everything else as written, to be read when it is needed. */
export interface TomlScalar extends TextRange {
  kind: ScalarKind;
  text: string;
}

export interface TomlArray extends TextRange {
  kind: "array";
  items: TomlValue[];
}

export interface TomlInlineTable extends TextRange {
  kind: "inline-table";
  entries: KeyValue[];
}

export type TomlValue = TomlScalar | TomlArray | TomlInlineTable;

export interface KeyValue extends TextRange {
  kind: "key-value";
  key: KeyPart[];
  value: TomlValue;
}

/** `[a.b]` or `[[a.b]]`; the range spans the brackets. */
export interface TableHeader extends TextRange {
  kind: "table" | "array-table";
  key: KeyPart[];
}

/** A document is a list of these, in the order of the text. */
export type Expression = KeyValue | TableHeader;

/** What is wrong with a text, in the words of the TOML parser that containerd uses. */
export interface TomlFault extends TextRange {
  message: string;
}
