import { styleText } from "node:util";
import type { Severity } from "@lookinglass/designer";

type Look = Parameters<typeof styleText>[0];

/** Paints a text for a terminal, or leaves it as it is. */
export type Paint = (look: Look, text: string) => string;

export const plain: Paint = (_look, text) => text;
export const coloured: Paint = (look, text) => styleText(look, text);

export const SEVERITY_LOOKS: Readonly<Record<Severity, Look>> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  info: ["bold", "blue"],
};

/** Control characters, and those that reorder text: a spec must not drive the reader's terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text of the user's, safe to print to a terminal: such characters are written as \u{1b}. */
export function printable(text: string): string {
  return text.replace(HARMFUL, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** "1 error", "2 errors". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
