/** Words that end the name of a credential. */
const LAST_WORDS: ReadonlySet<string> = new Set([
  "auth",
  "authorization",
  "bearer",
  "cookie",
  "cookie2",
  "credential",
  "credentials",
  "dockerconfigjson",
  "jwt",
  "pass",
  "passcode",
  "passphrase",
  "passwd",
  "password",
  "passwords",
  "pat",
  "pwd",
  "secret",
  "token",
]);

/** Endings of words that are written as one: "registrypassword", "clientsecret". */
const ENDING =
  /(?:password|passwd|passphrase|secret|token|authorization|(?:api|access|secret|private|auth)key)$/;

/** What makes a key one that opens something, in the word before it or written as one with it. */
const KEYS =
  /^(?:api|access|account|app|auth|client|encryption|master|private|secret|service|shared|signing|subscription)$/;

/** Names of their own. */
const NAMES: ReadonlySet<string> = new Set(["xjfrogartapi", "passphrase", "dockerconfigjson"]);

/**
 * Does a key or a header of this name usually hold a credential itself, rather than the name of one? The last word
 * decides: `registryPassword` and `X-Auth-Key` do, `passwordSecretName`, `monkey` and `keyboard` do not.
 */
export function isCredentialName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (NAMES.has(words.join("")) || NAMES.has(words.slice(-2).join(""))) return true;
  if (LAST_WORDS.has(last) || ENDING.test(last)) return true;
  return last === "key" && KEYS.test(words.at(-2) ?? "");
}

/** Longer names are no names; only their end decides. */
const MOST_CHARACTERS = 200;

function wordsOf(name: string): string[] {
  return name
    .slice(-MOST_CHARACTERS)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
