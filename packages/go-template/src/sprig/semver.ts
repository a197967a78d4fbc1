// Masterminds/semver 3.2.0: versions.

import { quote } from "@lookinglass/go";
import { Failure } from "../errors.js";
import { fixed, type GoFunction } from "../functions.js";
import { Typed } from "../values.js";
import { STRING, text } from "./coerce.js";
import { convert } from "./convert.js";
import { parseConstraints, satisfies } from "./semver-constraint.js";
import { Opaque } from "./values.js";

export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly prerelease: string;
  readonly metadata: string;
  readonly original: string;
}

const VERSION =
  /^v?([0-9]+)(\.[0-9]+)?(\.[0-9]+)?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;
const MAX_UINT64 = 2n ** 64n - 1n;

/** semver.NewVersion: minor and patch may be missing. */
export function parseVersion(s: string): Version {
  const match = VERSION.exec(s);
  if (match === null) throw new Failure("Invalid Semantic Version");
  const [, major, minor, patch, prerelease = "", metadata = ""] = match;
  const version = {
    major: segment(major),
    minor: segment(minor),
    patch: segment(patch),
    prerelease,
    metadata,
    original: s,
  };
  if (prerelease.split(".").some((part) => /^0\d+$/.test(part))) {
    throw new Failure("Version segment starts with 0");
  }
  return version;
}

function segment(digits = "0"): bigint {
  const bare = digits.replace(".", "");
  const value = BigInt(bare);
  if (value <= MAX_UINT64) return value;
  throw new Failure(
    `Error parsing version segment: strconv.ParseUint: parsing "${bare}": value out of range`,
  );
}

function formatVersion({ major, minor, patch, prerelease, metadata }: Version): string {
  return `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;
}

/** Negative, zero or positive; metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compare(a.major, b.major) ||
    compare(a.minor, b.minor) ||
    compare(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A release comes after its prereleases. */
export function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  const others = b.split(".");
  const parts = a.split(".");
  for (let i = 0; i < Math.max(parts.length, others.length); i++) {
    const order = comparePart(parts[i] ?? "", others[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** A missing part comes first, then numbers by value, then words by bytes. */
function comparePart(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return -1;
  if (b === "") return 1;
  const x = numeric(a);
  const y = numeric(b);
  if (x === undefined && y === undefined) return compare(a, b);
  if (x === undefined) return 1;
  if (y === undefined) return -1;
  return x > y ? 1 : -1;
}

function numeric(part: string): bigint | undefined {
  const value = /^\d+$/.test(part) ? BigInt(part) : undefined;
  return value === undefined || value > MAX_UINT64 ? undefined : value;
}

const POINTER = "*semver.Version";

/** The version behind each value that templates hold. */
const versions = new WeakMap<Opaque, Version>();

function versionOf(value: unknown): Version {
  const version = value instanceof Opaque ? versions.get(value) : undefined;
  if (version === undefined) {
    throw new Failure("runtime error: invalid memory address or nil pointer dereference");
  }
  return version;
}

function goSyntax({ major, minor, patch, prerelease, metadata, original }: Version): string {
  const numbers = `major:0x${major.toString(16)}, minor:0x${minor.toString(16)}, patch:0x${patch.toString(16)}`;
  const texts = `pre:${quote(prerelease)}, metadata:${quote(metadata)}, original:${quote(original)}`;
  return `&semver.Version{${numbers}, ${texts}}`;
}

/** The value of type *semver.Version with the methods that templates use. */
function versionValue(version: Version): Opaque {
  const get = (value: unknown): GoFunction => ({ params: [], call: () => value });
  const test = (call: (order: number) => unknown): GoFunction => ({
    params: [POINTER],
    convert,
    call: ([other]) => call(compareVersions(version, versionOf(other))),
  });
  const value = new Opaque(
    POINTER,
    formatVersion(version),
    goSyntax(version),
    new Map([
      ["Major", get(new Typed("uint64", version.major))],
      ["Minor", get(new Typed("uint64", version.minor))],
      ["Patch", get(new Typed("uint64", version.patch))],
      ["Prerelease", get(version.prerelease)],
      ["Metadata", get(version.metadata)],
      ["Original", get(version.original)],
      ["String", get(formatVersion(version))],
      ["Compare", test(Math.sign)],
      ["LessThan", test((order) => order < 0)],
      ["GreaterThan", test((order) => order > 0)],
      ["Equal", test((order) => order === 0)],
    ]),
  );
  versions.set(value, version);
  return value;
}

export const semverFunctions: Readonly<Record<string, GoFunction>> = {
  semver: fixed([STRING], ([s]) => versionValue(parseVersion(text(s)))),
  semverCompare: fixed([STRING, STRING], ([constraint, version], budget) => {
    const constraints = parseConstraints(budget, text(constraint));
    return satisfies(parseVersion(text(version)), constraints);
  }),
};
