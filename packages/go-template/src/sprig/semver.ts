// Masterminds/semver 3.2.0: versions.

import { toBytes } from "@lookinglass/go";
import { Failure, fail } from "../errors.js";
import { fixed, type GoFunction } from "../functions.js";
import { Slice, Typed } from "../values.js";
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
  return version ?? fail("runtime error: invalid memory address or nil pointer dereference");
}

const ZERO: Version = { major: 0n, minor: 0n, patch: 0n, prerelease: "", metadata: "", original: "" };

/** The value of type *semver.Version, or semver.Version, with the methods that templates use. */
function versionValue(version: Version, type = POINTER): Opaque {
  const own = methodsOf(version);
  const methods = type === POINTER ? [...own, ...pointerMethods(version)] : own;
  const copy = () => versionValue(ZERO, type);
  const value = new Opaque(type, formatVersion(version), fieldsOf(version), new Map(methods), copy);
  versions.set(value, version);
  return value;
}

function fieldsOf(version: Version): [name: string, value: unknown][] {
  return [
    ["major", uint64(version.major)],
    ["minor", uint64(version.minor)],
    ["patch", uint64(version.patch)],
    ["pre", version.prerelease],
    ["metadata", version.metadata],
    ["original", version.original],
  ];
}

function uint64(value: bigint): Typed {
  return new Typed("uint64", value);
}

function getter(value: () => unknown): GoFunction {
  return { params: [], call: value };
}

function methodsOf(version: Version): [name: string, method: GoFunction][] {
  const { major, minor, patch, prerelease } = version;
  const setter = (change: (s: string) => Partial<Version>): GoFunction => ({
    params: [STRING],
    convert,
    call: ([s]) => next(version, change(text(s))),
  });
  return [
    ["Major", getter(() => uint64(major))],
    ["Minor", getter(() => uint64(minor))],
    ["Patch", getter(() => uint64(patch))],
    ["Prerelease", getter(() => prerelease)],
    ["Metadata", getter(() => version.metadata)],
    ["String", getter(() => formatVersion(version))],
    ["Value", getter(() => formatVersion(version))],
    ["MarshalText", getter(() => bytes(formatVersion(version)))],
    ["MarshalJSON", getter(() => bytes(`"${formatVersion(version)}"`))],
    ["IncMajor", getter(() => next(version, { ...ZERO, major: major + 1n }))],
    ["IncMinor", getter(() => next(version, { ...ZERO, major, minor: minor + 1n }))],
    // What comes after a prerelease is its release.
    [
      "IncPatch",
      getter(() => next(version, { ...ZERO, major, minor, patch: patch + (prerelease ? 0n : 1n) })),
    ],
    ["SetPrerelease", setter((s) => ({ prerelease: checkedPrerelease(s) }))],
    ["SetMetadata", setter((s) => ({ metadata: checkedMetadata(s) }))],
  ];
}

function pointerMethods(version: Version): [name: string, method: GoFunction][] {
  const test = (call: (order: number) => unknown): GoFunction => ({
    params: [POINTER],
    convert,
    call: ([other]) => call(compareVersions(version, versionOf(other))),
  });
  return [
    ["Original", getter(() => version.original)],
    ["Compare", test(Math.sign)],
    ["LessThan", test((order) => order < 0)],
    ["GreaterThan", test((order) => order > 0)],
    ["Equal", test((order) => order === 0)],
  ];
}

/** A semver.Version that differs; a "v" that the text had in front stays. */
function next(version: Version, change: Partial<Version>): Opaque {
  const changed = { ...version, ...change };
  const wrapped = {
    ...changed,
    major: wrap(changed.major),
    minor: wrap(changed.minor),
    patch: wrap(changed.patch),
  };
  const original = (version.original.startsWith("v") ? "v" : "") + formatVersion(wrapped);
  return versionValue({ ...wrapped, original }, "semver.Version");
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function checkedPrerelease(s: string): string {
  for (const part of s.split(".")) {
    if (/^0\d+$/.test(part)) fail("Version segment starts with 0");
    if (/[^0-9A-Za-z-]/.test(part)) fail("Invalid Prerelease string");
  }
  return s;
}

function checkedMetadata(s: string): string {
  return /[^0-9A-Za-z.-]/.test(s) ? fail("Invalid Metadata string") : s;
}

function bytes(s: string): Slice {
  return new Slice(
    "[]uint8",
    Array.from(toBytes(s), (byte) => new Typed("uint8", BigInt(byte))),
  );
}

export const semverFunctions: Readonly<Record<string, GoFunction>> = {
  semver: fixed([STRING], ([s]) => versionValue(parseVersion(text(s)))),
  semverCompare: fixed([STRING, STRING], ([constraint, version], budget) => {
    const constraints = parseConstraints(budget, text(constraint));
    return satisfies(parseVersion(text(version)), constraints);
  }),
};
