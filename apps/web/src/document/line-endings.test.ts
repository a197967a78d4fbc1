import { expect, test } from "vitest";
import { editableText } from "./line-endings.js";

test.each([
  ["LF stays", "a\nb\n", "a\nb\n", 0],
  ["CRLF stays", "a\r\nb\r\n", "a\r\nb\r\n", 0],
  ["no line break", "a", "a", 0],
  ["mostly LF", "a\nb\nc\r\n", "a\nb\nc\n", 1],
  ["mostly CRLF", "a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n", 1],
  ["old Mac line ends", "a\rb\r", "a\nb\n", 1],
  ["a byte order mark", "\ufeffa\n", "a\n", 1],
])("%s", (_name, source, text, changes) => {
  const editable = editableText(source);
  expect(editable.text).toBe(text);
  expect(editable.changes).toHaveLength(changes);
});
