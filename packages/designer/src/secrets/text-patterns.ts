import type { OffsetRange } from "@lookinglass/cluster-spec";
import { isCredentialName, isCredentialValue } from "./credential-names.js";

/** A place in a text that looks like a credential, and what it looks like. */
export interface TextMatch extends OffsetRange {
  readonly description: string;
}

/** Credentials that show by their own form, wherever they stand. Every repetition is bounded. */
const SHAPES: readonly { readonly pattern: RegExp; readonly description: string }[] = [
  { pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g, description: "A private key" },
  { pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, description: "An AWS access key" },
  { pattern: /\bgh[pousr]_[0-9A-Za-z]{36,255}\b/g, description: "A GitHub token" },
  { pattern: /\bglpat-[0-9A-Za-z_-]{20,255}/g, description: "A GitLab token" },
  { pattern: /\bxox[abprs]-[0-9A-Za-z-]{10,255}/g, description: "A Slack token" },
  {
    pattern: /(?<![\w-])eyJ[0-9A-Za-z_-]{8,4096}\.eyJ[0-9A-Za-z_-]{8,4096}\.[0-9A-Za-z_-]{1,4096}/g,
    description: "A signed web token (JWT)",
  },
  {
    pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:"'{}]{1,256}:[^\s/@"'{}]{1,256}@/gi,
    description: "A user name and password in a URL",
  },
  {
    pattern: /\b(?:Basic|Bearer)[ \t]{1,8}[0-9A-Za-z+/_.~-]{8,4096}={0,2}/g,
    description: "An Authorization header",
  },
];

/** `name: value`, `"name": "value"` and TOML's `name = ["value"]`, on one line. */
const ASSIGNMENT =
  /(?<![\w.-])(["']?)([\w.-]{1,100})\1[ \t]{0,8}[:=][ \t]{1,8}\[?[ \t]{0,8}("[^"\n]{1,4096}"|'[^'\n]{1,4096}'|[^\s"'[{&*!|>#,][^\s,#]{0,4096})/g;

/** Everything in a text that looks like a credential: specs, comments in them, and texts inside them alike. */
export function findInText(text: string): TextMatch[] {
  const shapes = SHAPES.flatMap(({ pattern, description }) =>
    Array.from(text.matchAll(pattern), (match) => place(match.index, match[0], description)),
  );
  const assignments = Array.from(text.matchAll(ASSIGNMENT), assignment).filter((match) => match !== null);
  return [...shapes, ...assignments];
}

function assignment(match: RegExpExecArray): TextMatch | null {
  const [whole, , name = "", written = ""] = match;
  const value = written.replace(/^["']|["']$/g, "");
  if (!isCredentialName(name) || !isCredentialValue(value)) return null;
  return place(match.index + whole.length - written.length, written, `The value of ${name}`);
}

function place(start: number, found: string, description: string): TextMatch {
  return { start, end: start + found.length, description };
}
