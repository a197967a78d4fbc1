/** One coloured stretch of a line of hosts.toml. */
export interface Token {
  readonly kind: "table" | "key" | "string" | "comment" | "literal" | "template" | "plain";
  readonly text: string;
}

// In the order in which they are tried at each place. Every alternative is bounded by the line.
const TOKEN =
  /(?<comment>#.*)|(?<template>\{\{.*?\}\})|(?<table>^\s*\[\[?[^\]'"]*(?:'[^']*'|"(?:[^"\\]|\\.)*")?[^\]]*\]?\]?)|(?<key>[A-Za-z0-9_-]+(?=\s*=))|(?<string>'[^']*'?|"(?:[^"\\]|\\.)*"?)|(?<literal>\b(?:true|false|\d[\d_.]*)\b)/g;

/** Cuts one line into coloured stretches; together they are the line. */
export function highlightLine(line: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const plain = (end: number) => {
    if (end > position) tokens.push({ kind: "plain", text: line.slice(position, end) });
  };
  for (const match of line.matchAll(TOKEN)) {
    plain(match.index);
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    position = match.index + match[0].length;
  }
  plain(line.length);
  return tokens;
}

const KINDS = ["comment", "template", "table", "key", "string", "literal"] as const;

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token["kind"] {
  return KINDS.find((kind) => groups[kind] !== undefined) ?? "plain";
}
