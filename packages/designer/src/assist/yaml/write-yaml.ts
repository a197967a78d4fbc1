import type { CursorPlace, KeyLayout, Scalar } from "./cursor-place.js";

/** What stands below a new key. */
export type KeyShape = "scalar" | "map" | "list";

/** A key as it has to be written in its place, up to where its value begins. */
export function keyText(name: string, shape: KeyShape, layout: KeyLayout): string {
  if (layout.form === "flow") {
    const key = layout.quoted ? JSON.stringify(name) : name;
    return layout.hasColon ? key : `${key}: `;
  }
  if (layout.hasColon) return name;
  if (shape === "scalar") return `${name}: `;
  const below = `\n${" ".repeat(layout.column + layout.step)}`;
  return `${name}:${below}${shape === "list" ? "- " : ""}`;
}

/** What YAML reads as text without quotes, whichever version it is; a colon only within a word, as in URLs. */
const PLAIN_TEXT = /^[A-Za-z/_^][^#:'"{}[\],&*!|>%@`\n]*(?::[^\s#:'"{}[\],&*!|>%@`]+)*$/;
const OTHER_TYPES = /^(?:true|false|yes|no|on|off|null)$/i;

/** A text value in place of a scalar: quoted as that was, else only where YAML would read a plain one otherwise. */
export function valueText(value: string, scalar: Scalar | null): string {
  if (scalar?.form === "double") return JSON.stringify(value);
  const needsQuotes = !PLAIN_TEXT.test(value) || OTHER_TYPES.test(value);
  return needsQuotes || scalar?.form === "single" ? `'${value.replaceAll("'", "''")}'` : value;
}

/** A blank, where the cursor stands right behind a colon or a dash. */
export function leadingBlank(text: string, { token }: CursorPlace): string {
  return token.start === token.end && /[:-]/.test(text[token.start - 1] ?? "") ? " " : "";
}
