// Percent encoding as Go's net/url does it, per part of a URL. Texts are byte strings here.

import { fromByteString } from "./bytes.js";
import { hex, quote } from "./quote.js";

export type UrlPart = "path" | "user" | "host" | "zone" | "fragment" | "query";

/** Ends a parse with Go's words; caught in parseUrl. */
export class UrlFault extends Error {}

const HOST_EXTRA = "!$&'()*+,;=:[]<>\"";
/** What a part holds unescaped, beside letters, digits and -_.~ */
const PASS: Readonly<Record<UrlPart, string>> = {
  path: "$&+,/:;=@",
  user: "$&+,;=",
  host: HOST_EXTRA,
  zone: HOST_EXTRA,
  fragment: "$&+,/:;=?@!()*",
  query: "",
};

function passes(byte: string, part: UrlPart): boolean {
  return /^[\w.~-]$/.test(byte) || PASS[part].includes(byte);
}

/** Encodes what the part does not hold as it is. */
export function escapePart(bytes: string, part: UrlPart): string {
  let escaped = "";
  for (const byte of bytes) {
    escaped += passes(byte, part) ? byte : `%${hex(byte.charCodeAt(0), 2).toUpperCase()}`;
  }
  return escaped;
}

/** Whether Go writes the text back as it was given (validEncoded). */
export function isEscaped(bytes: string, part: "path" | "fragment"): boolean {
  return Array.from(bytes).every((byte) => "!$&'()*+,;=:@[]%".includes(byte) || passes(byte, part));
}

/** Decodes, or ends the parse. In a host only bytes beyond ASCII may be escaped. */
export function unescapePart(bytes: string, part: UrlPart): string {
  const inHost = part === "host" || part === "zone";
  let text = "";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charAt(at);
    if (byte === "%") {
      text += escapedByte(bytes.slice(at, at + 3), part);
      at += 2;
    } else if (inHost && byte < "\x80" && !passes(byte, part)) {
      throw new UrlFault(`invalid character ${quote(byte)} in host name`);
    } else {
      text += byte === "+" && part === "query" ? " " : byte;
    }
  }
  return text;
}

function escapedByte(sequence: string, part: UrlPart): string {
  const byte = String.fromCharCode(
    /^%[\da-fA-F]{2}$/.test(sequence) ? Number.parseInt(sequence.slice(1), 16) : 0x100,
  );
  const isAllowed =
    sequence === "%25" ||
    (part === "host" ? byte >= "\x80" : part !== "zone" || byte === " " || passes(byte, "host"));
  if (byte > "\xff" || !isAllowed) {
    throw new UrlFault(`invalid URL escape ${quote(fromByteString(sequence))}`);
  }
  return byte;
}
