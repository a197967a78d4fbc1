import { isCredentialValue } from "./values.js";

/** A place in a text that shows a credential by its own form. */
export interface CredentialShape {
  readonly start: number;
  readonly end: number;
  readonly description: string;
}

interface Shape {
  readonly pattern: RegExp;
  readonly description: string;
  /** Of the match's groups, where the pattern alone does not decide. */
  readonly holds?: (match: RegExpExecArray) => boolean;
}

/** Credentials that show by their own form, wherever they stand. Every repetition is bounded. */
const SHAPES: readonly Shape[] = [
  { pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g, description: "A private key" },
  {
    pattern:
      /\bLS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0Eg|BFQy|BPUEVOU1NI|BFTkNSWVBURUQ|BEU0Eg)[0-9A-Za-z+/]{0,4096}/g,
    description: "A private key",
  },
  { pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, description: "An AWS access key" },
  { pattern: /\bgh[pousr]_[0-9A-Za-z]{36,255}\b/g, description: "A GitHub token" },
  { pattern: /\bgithub_pat_[0-9A-Za-z_]{36,255}\b/g, description: "A GitHub token" },
  { pattern: /\bglpat-[0-9A-Za-z_-]{20,255}/g, description: "A GitLab token" },
  { pattern: /\bxox[abprs]-[0-9A-Za-z-]{10,255}/g, description: "A Slack token" },
  { pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g, description: "A Google API key" },
  { pattern: /\bhvs\.[0-9A-Za-z_-]{20,255}/g, description: "A Vault token" },
  { pattern: /\bnpm_[0-9A-Za-z]{36}\b/g, description: "An npm token" },
  { pattern: /\bdckr_pat_[0-9A-Za-z_-]{20,255}/g, description: "A Docker Hub token" },
  { pattern: /\bAccountKey=[0-9A-Za-z+/]{20,255}={0,2}/g, description: "An Azure storage key" },
  {
    pattern: /(?<![\w-])eyJ[0-9A-Za-z_-]{8,4096}\.eyJ[0-9A-Za-z_-]{8,4096}\.[0-9A-Za-z_-]{1,4096}/g,
    description: "A signed web token (JWT)",
  },
  {
    pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:"'{}]{0,256}:([^\s/@"'{}]{1,256})@/gi,
    description: "A user name and password in a URL",
    holds: ([, password = ""]) => isCredentialValue(password),
  },
  {
    pattern: /\bhttps?:\/\/([^\s/@:"'{}]{1,256})@/gi,
    description: "Credentials in a URL",
    holds: ([, user = ""]) => isCredentialValue(user),
  },
  {
    pattern: /\bBasic[ \t]{1,8}([0-9A-Za-z+/]{4,4096}={0,2})(?![0-9A-Za-z+/=])/g,
    description: "An Authorization header",
    holds: ([, encoded = ""]) => isUserAndPassword(encoded),
  },
  {
    pattern: /\bBearer[ \t]{1,8}([0-9A-Za-z+/_.~-]{8,4096}={0,2})/g,
    description: "An Authorization header",
    holds: ([, token = ""]) => /\d|[a-z][A-Z]|=$/.test(token) && isCredentialValue(token),
  },
];

/** The places of a text that look like a credential, whatever stands before them. */
export function credentialShapes(text: string): CredentialShape[] {
  return SHAPES.flatMap(({ pattern, description, holds }) =>
    Array.from(text.matchAll(pattern))
      .filter((match) => holds?.(match) ?? true)
      .map(({ index, 0: found }) => ({ start: index, end: index + found.length, description })),
  );
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** base64 of `user:password`, as the scheme Basic has it: printable up to a colon. */
function isUserAndPassword(encoded: string): boolean {
  const bits = Array.from(encoded.replace(/=+$/, ""), (digit) =>
    BASE64.indexOf(digit).toString(2).padStart(6, "0"),
  );
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  const decoded = bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join("");
  return /^[\x20-\x39\x3b-\x7e\x80-\xff]*:/.test(decoded);
}

/** What stands before the host of a URL, with the user's name where a password follows; null where nothing secret does. */
export function urlCredentials(url: string): { readonly user: string; readonly hasPassword: boolean } | null {
  const [, user = "", password] = /^(?:https?:\/\/)?([^/?#:@\s]*)(?::([^/?#]*))?@/i.exec(url) ?? [];
  if (password !== undefined) return isCredentialValue(password) ? { user, hasPassword: true } : null;
  return user !== "" && isCredentialValue(user) ? { user, hasPassword: false } : null;
}
