import { type ClassItem, PERL_CLASSES, POSIX_CLASSES, propertyItem } from "./char-class.js";
import { RegexError, runeOf, type Scanner } from "./scanner.js";

const SPECIAL_ESCAPES: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** "\d", "\pL" and the like; undefined if no class starts here. */
export function readClassEscape(scanner: Scanner): ClassItem | undefined {
  if (scanner.peek() !== "\\") return undefined;
  const letter = scanner.source.charAt(scanner.at + 1);
  if (letter === "p" || letter === "P") return readUnicodeClass(scanner, letter === "P");
  const item = PERL_CLASSES.get(letter);
  if (item !== undefined) scanner.at += 2;
  return item;
}

function readUnicodeClass(scanner: Scanner, negated: boolean): ClassItem | undefined {
  const start = scanner.at;
  scanner.at += 2;
  let name = scanner.read();
  if (name === "") {
    scanner.at = start;
    return undefined;
  }
  if (name === "{") {
    const end = scanner.source.indexOf("}", scanner.at);
    if (end < 0) throw new RegexError("invalid character class range", scanner.source.slice(start));
    name = scanner.source.slice(scanner.at, end);
    scanner.at = end + 1;
  }
  const inverse = name.startsWith("^");
  const item = propertyItem(inverse ? name.slice(1) : name, negated !== inverse);
  if (item !== undefined) return item;
  throw new RegexError("invalid character class range", scanner.source.slice(start, scanner.at));
}

/** Reads an escape that stands for one character. */
export function readEscapedRune(scanner: Scanner): number {
  const start = scanner.at;
  scanner.at++;
  const char = scanner.read();
  if (char === "") throw new RegexError("trailing backslash at end of expression", "");
  const rune = readEscapeValue(scanner, char);
  if (rune !== undefined) return rune;
  throw new RegexError("invalid escape sequence", scanner.source.slice(start, scanner.at));
}

function readEscapeValue(scanner: Scanner, char: string): number | undefined {
  if (char === "x") return readHex(scanner);
  if (/^[0-7]$/.test(char)) return readOctal(scanner, char);
  if (Object.hasOwn(SPECIAL_ESCAPES, char)) return SPECIAL_ESCAPES[char];
  return char < "\x80" && !/^[\dA-Za-z]$/.test(char) ? runeOf(char) : undefined;
}

/** One to three octal digits; a single one must be 0, as others look like back-references. */
function readOctal(scanner: Scanner, first: string): number | undefined {
  const digits = first + (/^[0-7]{1,2}/.exec(scanner.source.slice(scanner.at, scanner.at + 2))?.[0] ?? "");
  if (digits.length === 1 && first !== "0") return undefined;
  scanner.at += digits.length - 1;
  return Number.parseInt(digits, 8);
}

function readHex(scanner: Scanner): number | undefined {
  if (scanner.peek() === "") return undefined;
  if (scanner.peek() === "{") {
    scanner.at++;
    return readBracedHex(scanner);
  }
  const digits = scanner.read() + scanner.read();
  return /^[\da-fA-F]{2}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function readBracedHex(scanner: Scanner): number | undefined {
  let rune = 0;
  for (let count = 0; ; count++) {
    const char = scanner.read();
    if (char === "}") return count > 0 ? rune : undefined;
    if (!/^[\da-fA-F]$/.test(char)) return undefined;
    rune = rune * 16 + Number.parseInt(char, 16);
    if (rune > 0x10ffff) return undefined;
  }
}

/** Reads "[…]". */
export function readClass(scanner: Scanner): { items: readonly ClassItem[]; negated: boolean } {
  const start = scanner.at;
  scanner.at++;
  const negated = scanner.peek() === "^";
  if (negated) scanner.at++;
  const items: ClassItem[] = [];
  for (let first = true; first || scanner.peek() !== "]"; first = false)
    items.push(readClassItem(scanner, start));
  scanner.at++;
  return { items, negated };
}

function readClassItem(scanner: Scanner, start: number): ClassItem {
  return readPosixClass(scanner) ?? readClassEscape(scanner) ?? readRange(scanner, start);
}

/** "[:alpha:]" and "[:^alpha:]". */
function readPosixClass(scanner: Scanner): ClassItem | undefined {
  if (!scanner.startsWith("[:")) return undefined;
  const end = scanner.source.indexOf(":]", scanner.at + 2);
  if (end < 0) return undefined;
  const whole = scanner.source.slice(scanner.at, end + 2);
  const negated = whole.startsWith("[:^");
  const items = POSIX_CLASSES.get(whole.slice(negated ? 3 : 2, -2));
  if (items === undefined) throw new RegexError("invalid character class range", whole);
  scanner.at = end + 2;
  return { items, negated };
}

function readRange(scanner: Scanner, classStart: number): ClassItem {
  const start = scanner.at;
  const lo = readClassRune(scanner, classStart);
  if (scanner.peek() !== "-" || scanner.at + 1 >= scanner.source.length || scanner.startsWith("-]"))
    return { lo, hi: lo };
  scanner.at++;
  const hi = readClassRune(scanner, classStart);
  if (hi >= lo) return { lo, hi };
  throw new RegexError("invalid character class range", scanner.source.slice(start, scanner.at));
}

function readClassRune(scanner: Scanner, classStart: number): number {
  if (scanner.peek() === "") throw new RegexError("missing closing ]", scanner.source.slice(classStart));
  return scanner.peek() === "\\" ? readEscapedRune(scanner) : runeOf(scanner.read());
}
