// Masterminds/semver 3.2.0: constraints such as ">=1.20, <1.25 || ~2.1".

import { Failure } from "../errors.js";
import type { Budget } from "../limits.js";
import { mustCompile } from "./compile-regexp.js";
import { comparePrereleases, compareVersions, parseVersion, type Version } from "./semver.js";

interface Constraint {
  readonly operator: string;
  readonly version: Version;
  /** Which parts are missing or wildcards; dirty if any is. */
  readonly dirty: boolean;
  readonly minorDirty: boolean;
  readonly patchDirty: boolean;
}

// The library's own expressions. They run on our matcher: on a backtracking one they take exponential time.
const VERSION =
  "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?" +
  "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
const OPERATOR = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
const ONE = `^\\s*(${OPERATOR})\\s*(${VERSION})\\s*$`;
const RANGE = `\\s*(${VERSION})\\s+-\\s+(${VERSION})\\s*`;
const FIND = `(${OPERATOR})\\s*(${VERSION})`;
const VALID = `^(\\s*(${OPERATOR})\\s*(${VERSION})\\s*)((?:\\s+|,\\s*)(${OPERATOR})\\s*(${VERSION})\\s*)*$`;

/** Alternatives, each a list of constraints that must all hold. */
export function parseConstraints(budget: Budget, source: string): readonly (readonly Constraint[])[] {
  const rewritten = rewriteRanges(budget, source);
  const valid = mustCompile(budget, VALID);
  const find = mustCompile(budget, FIND);
  return rewritten.split("||").map((alternative) => {
    if (!valid.matches(alternative)) throw new Failure(`improper constraint: ${alternative}`);
    return find.findAll(alternative, -1).map((one) => parseConstraint(budget, one));
  });
}

/** "1.2 - 1.4" stands for ">= 1.2, <= 1.4". */
function rewriteRanges(budget: Budget, source: string): string {
  const ranges = mustCompile(budget, RANGE).findAllGroups(source);
  return ranges.reduce(
    (rewritten, groups) =>
      rewritten.replace(groups[0] ?? "", () => `>= ${groups[1] ?? ""}, <= ${groups[11] ?? ""}`),
    source,
  );
}

function parseConstraint(budget: Budget, source: string): Constraint {
  const [groups] = mustCompile(budget, ONE).findAllGroups(source);
  if (groups === undefined) throw new Failure(`improper constraint: ${source}`);
  const [, operator = "", whole = "", major = "", minor = "", patch = "", prerelease = ""] = groups;
  const minorDirty = !isWildcard(major) && isWildcard(minor);
  const patchDirty = !isWildcard(major) && !minorDirty && isWildcard(patch);
  const dirty = isWildcard(major) || minorDirty || patchDirty;
  const version = isWildcard(major)
    ? `0.0.0${prerelease}`
    : minorDirty
      ? `${major}.0.0${prerelease}`
      : patchDirty
        ? `${major}${minor}.0${prerelease}`
        : whole;
  return { operator, version: constraintVersion(version), dirty, minorDirty, patchDirty };
}

function constraintVersion(source: string): Version {
  try {
    return parseVersion(source);
  } catch (error) {
    if (error instanceof Failure) throw new Failure("constraint Parser Error");
    throw error;
  }
}

function isWildcard(part: string): boolean {
  return /^\.?[xX*]?$/.test(part);
}

export function satisfies(version: Version, constraints: readonly (readonly Constraint[])[]): boolean {
  return constraints.some((all) => all.every((constraint) => holds(version, constraint)));
}

function holds(version: Version, constraint: Constraint): boolean {
  const { operator, version: wanted, dirty } = constraint;
  if (operator === "!=") return differs(version, constraint);
  // Only a constraint that names a prerelease lets prereleases pass.
  if (version.prerelease !== "" && wanted.prerelease === "") return false;
  const order = compareVersions(version, wanted);
  switch (operator) {
    case ">":
      return isGreater(version, constraint, order);
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return isAtMost(version, constraint, order);
    case "~":
    case "~>":
      return isTilde(version, constraint, order);
    case "^":
      return isCaret(version, constraint, order);
    default:
      return dirty ? isTilde(version, constraint, order) : order === 0;
  }
}

function differs(version: Version, { version: wanted, dirty, minorDirty, patchDirty }: Constraint): boolean {
  if (!dirty) return compareVersions(version, wanted) !== 0;
  if (version.prerelease !== "" && wanted.prerelease === "") return false;
  if (wanted.major !== version.major) return true;
  if (minorDirty) return false;
  if (wanted.minor !== version.minor) return true;
  if (patchDirty) return comparePrereleases(version.prerelease, wanted.prerelease) !== 0;
  if (wanted.patch !== version.patch) return true;
  return compareVersions(version, wanted) !== 0;
}

function isGreater(
  version: Version,
  { version: wanted, dirty, minorDirty, patchDirty }: Constraint,
  order: number,
): boolean {
  if (!dirty) return order > 0;
  if (version.major !== wanted.major) return version.major > wanted.major;
  if (minorDirty) return false;
  return patchDirty ? version.minor > wanted.minor : order > 0;
}

function isAtMost(
  version: Version,
  { version: wanted, dirty, minorDirty }: Constraint,
  order: number,
): boolean {
  if (!dirty) return order <= 0;
  if (version.major !== wanted.major) return version.major < wanted.major;
  return version.minor <= wanted.minor || minorDirty;
}

function isTilde(
  version: Version,
  { version: wanted, minorDirty, patchDirty }: Constraint,
  order: number,
): boolean {
  if (order < 0) return false;
  const isZero = wanted.major === 0n && wanted.minor === 0n && wanted.patch === 0n;
  if (isZero && !minorDirty && !patchDirty) return true;
  return version.major === wanted.major && (version.minor === wanted.minor || minorDirty);
}

function isCaret(
  version: Version,
  { version: wanted, minorDirty, patchDirty }: Constraint,
  order: number,
): boolean {
  if (order < 0) return false;
  if (wanted.major > 0n || minorDirty) return version.major === wanted.major;
  if (version.major > 0n) return false;
  if (wanted.minor > 0n || patchDirty) return version.minor === wanted.minor;
  return version.minor === 0n && wanted.patch === version.patch;
}
