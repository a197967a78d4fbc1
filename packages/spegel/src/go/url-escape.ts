/** Percent encoding as Go's net/url does it, per part of a URL. */
import { utf8Bytes } from "./bytes.js";

export type UrlPart = "path" | "host" | "zone" | "userPassword" | "fragment" | "query";

/** ASCII characters that a part holds unescaped, beside letters, digits and -_.~ */
const unescaped: Record<UrlPart, string> = {
  path: "$&+,/:;=@",
  host: "!$&'()*+,;=:[]<>\"",
  zone: "!$&'()*+,;=:[]<>\"",
  userPassword: "$&+,;=",
  fragment: "$&+,/:;=?@!()*",
  query: "",
};

/** Decodes, or says why not in Go's words. Only path, user, fragment and query may encode ASCII characters. */
export function unescapePart(text: string, part: UrlPart): { text: string } | { reason: string } {
  const bad = /%(?![0-9a-fA-F]{2})/.exec(text);
  if (bad !== null)
    return { reason: `invalid URL escape ${JSON.stringify(text.slice(bad.index, bad.index + 3))}` };
  if (part === "host" || part === "zone") {
    const refused = refusedInHost(text, part);
    if (refused !== null) return { reason: refused };
  }
  const spaced = part === "query" ? text.replaceAll("+", " ") : text;
  return { text: spaced.replace(/(?:%[0-9a-fA-F]{2})+/g, decodeBytes) };
}

/** Encodes what the part does not hold as it is. */
export function escapePart(text: string, part: UrlPart): string {
  let escaped = "";
  for (const character of text) {
    if (isPlain(character, part)) escaped += character;
    else
      for (const byte of utf8Bytes(character))
        escaped += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return escaped;
}

/** Whether Go writes the text back as it was given (validEncoded). */
export function isEscaped(text: string, part: "path" | "fragment"): boolean {
  return [...text].every((character) => "!$&'()*+,;=:@[]%".includes(character) || isPlain(character, part));
}

function isPlain(character: string, part: UrlPart): boolean {
  return /^[a-zA-Z0-9\-_.~]$/.test(character) || unescaped[part].includes(character);
}

function refusedInHost(text: string, part: "host" | "zone"): string | null {
  for (const [escaped, hex] of text.matchAll(/%([0-9a-fA-F]{2})/g)) {
    const byte = Number.parseInt(hex ?? "", 16);
    const allowed = escaped === "%25" || byte >= 0x80;
    const allowedInZone = byte === 0x20 || !isPlain(String.fromCharCode(byte), "host");
    if (part === "host" ? !allowed : !allowed && !allowedInZone) {
      return `invalid URL escape ${JSON.stringify(escaped)}`;
    }
  }
  for (const character of text) {
    const isAscii = (character.codePointAt(0) ?? 0) < 0x80;
    if (isAscii && character !== "%" && !isPlain(character, part)) {
      return `invalid character ${JSON.stringify(character)} in host name`;
    }
  }
  return null;
}

/** Decodes a run of %XX as UTF-8; bytes that are not UTF-8 become U+FFFD, for a JavaScript string holds none. */
function decodeBytes(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%[89a-fA-F][0-9a-fA-F]/g, "\ufffd").replace(/%[0-9a-fA-F]{2}/g, decodeURIComponent);
  }
}
