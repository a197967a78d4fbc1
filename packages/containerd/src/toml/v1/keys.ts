import { isBareKeyCharacter, isBlank } from "./lexer.js";

/**
 * Splits a key at its dots. Quoted parts hold no escapes any more, so a quote ends them.
 * Follows go-toml 1.9 keysparsing.go, which takes some keys that TOML does not, such as `a..b`.
 */
export function splitKey(key: string): { parts: string[] } | { error: string } {
  if (key === "") return { error: "empty key" };
  const parts: string[] = [];
  let at = 0;
  while (at < key.length) {
    while (isBlank(key.charAt(at))) at++;
    const first = key.charAt(at);
    if (first === "") break;
    const part = first === "." ? afterDot(key, at) : readPart(key, at);
    if ("error" in part) return part;
    if (part.name !== null) parts.push(part.name);
    at = part.end;
  }
  return parts.length > 0 ? { parts } : { error: "empty key" };
}

type Part = { name: string | null; end: number } | { error: string };

function afterDot(key: string, at: number): Part {
  const next = key.charAt(at + 1);
  if (next === "") return { error: "unexpected end of key" };
  const isStart = isBareKeyCharacter(next) || next === "'" || next === '"' || next === " ";
  return isStart ? { name: null, end: at + 1 } : { error: "expecting key part after dot" };
}

function readPart(key: string, at: number): Part {
  const first = key.charAt(at);
  if (first === "'" || first === '"') {
    const close = key.indexOf(first, at + 1);
    if (close < 0) return { error: `unclosed ${first === "'" ? "single" : "double"}-quoted key` };
    return { name: key.slice(at + 1, close), end: close + 1 };
  }
  if (!isBareKeyCharacter(first)) return { error: `invalid key character: ${first}` };
  return readBare(key, at);
}

function readBare(key: string, start: number): Part {
  let end = start;
  while (isBareKeyCharacter(key.charAt(end))) end++;
  let next = end;
  while (isBlank(key.charAt(next))) next++;
  const follower = key.charAt(next);
  if (follower !== "" && follower !== ".") {
    const what = next > end ? "invalid key character after whitespace" : "invalid bare key character";
    return { error: `${what}: ${follower}` };
  }
  return { name: key.slice(start, end), end: next };
}
