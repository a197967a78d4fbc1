import { editSpec } from "@lookinglass/cluster-spec";
import type { Analysis, Diagnostic, Fix } from "../analysis.js";
import { analyze as analyzeWhole } from "../analyze.js";
import { atEveryPlace } from "../places.js";
import type { RuleCode } from "../rules/codes.js";
import type { Circumstances } from "./marked-spec.js";

/** What a fix must not do. */
interface Harm {
  readonly kind: "refused" | "remains" | "new-fault" | "other-file" | "lost-comment";
  readonly what: string;
}

interface Exception {
  /** Code and name of the fixes. */
  readonly fix: RegExp;
  readonly kind: Harm["kind"];
  readonly what: RegExp;
  readonly because: string;
}

const EXCEPTIONS: readonly Exception[] = [
  {
    fix: /^spec\/(unknown-key|null-dropped|section-misplaced|worker-groups|yaml11-boolean|type):|^spegel\/(value-(outside|misplaced|type|unknown)|config-path):|^template\/path-|^hosts\/dockerhub:rename$/,
    kind: "new-fault",
    what: /./,
    because: "what nothing has read until now comes into force, with faults of its own",
  },
  {
    fix: /^hosts\/(server-misplaced:move|invisible-host:rewrite|ignored-key:rename|duplicate-host:.*)$/,
    kind: "new-fault",
    what: /^hosts\//,
    because:
      "what containerd has passed over until now, be it the whole file, counts, with faults of its own",
  },
  {
    fix: /^hosts\/|:prepend$/,
    kind: "new-fault",
    what: /^spegel\/prepend-partial: Spegel keeps only the \[host\] tables/,
    because: "Spegel keeps mirrors, as the fix says, and no lines above them; the rule tells each of these",
  },
  {
    fix: /^hosts\/dockerhub:rename$/,
    kind: "other-file",
    what: /docker\.io\/hosts\.toml$/,
    because:
      "the path is one for all nodes; of a file that containerd cannot read the lint says nothing else",
  },
  {
    fix: /^hosts\/slow-fallback:dial-timeout$/,
    kind: "other-file",
    what: /^master /,
    because:
      "one text of a loop over the masters is for each; on the master itself, where none is needed, it does nothing",
  },
  {
    fix: /^spec\/no-cluster:(?:wrap|kind)$/,
    kind: "new-fault",
    what: /^(?:spec|agent)\//,
    because:
      "what was a fragment, or nothing to preview, is a whole Cluster then, and held to what one needs",
  },
  {
    fix: /^spec\/node-count:swap$/,
    kind: "other-file",
    what: /./,
    because: "every node's file names the masters, of which there are as many as was meant",
  },
  {
    fix: /^spec\/(?:white-space|syntax):/,
    kind: "new-fault",
    what: /./,
    because:
      "what was a part of a text, or of a file that nobody could read, becomes what it was meant to be",
  },
  {
    fix: /^spec\/white-space:/,
    kind: "lost-comment",
    what: /./,
    because: "the line break that ends it is written so that every reader sees it",
  },
  {
    fix: /^spec\/syntax:remove-all$/,
    kind: "lost-comment",
    what: /\p{Cc}/u,
    because: "a comment with characters that YAML does not allow stays, without them",
  },
  {
    fix: /:remove$/,
    kind: "lost-comment",
    what: /./,
    because: "it stands beside or in what the fix says that it removes",
  },
  {
    fix: /^spegel\/(prepend-duplicate:prepend-off|mirror-add-overwrites:|backup-only-once:|prepend-partial:|partial-disable:cluster-level)/,
    kind: "other-file",
    what: /./,
    because:
      "Spegel is one for the whole cluster: the fix says which setting of it, or that it is disabled, changes",
  },
];

/** Of more than these the rest is like them: in all, and with one title for one message. */
const MOST_TRIED = 50;
const MOST_ALIKE = 5;

/**
 * The harm that the fixes of a text do, in words; what is an exception aside.
 *
 * @param code of the one rule whose fixes are meant; of all by default
 */
export function harmfulFixes(text: string, under: Circumstances = {}, code?: RuleCode): string[] {
  const before = analyze(text, under.settings, under.imported);
  const found = before.diagnostics.filter((one) => code === undefined || one.code === code);
  const offered = found.flatMap((diagnostic) =>
    diagnostic.fixes.filter(({ assume }) => assume === undefined).map((fix) => ({ diagnostic, fix })),
  );
  return withoutMostAlike(offered)
    .slice(0, MOST_TRIED)
    .flatMap((one) => {
      const name = one.fix.id.replace(/@\d+|~\d+/g, "");
      return harmOf(text, before, one, under)
        .filter((harm) => !EXCEPTIONS.some((exception) => isOf(exception, name, harm)))
        .map(({ kind, what }) => `${name} (${one.diagnostic.message}) ${kind}: ${what}`);
    });
}

function withoutMostAlike(offered: readonly OfferedFix[]): OfferedFix[] {
  const seen = new Map<string, number>();
  return offered.filter(({ diagnostic: { code, message }, fix: { title } }) => {
    const kind = JSON.stringify([code, message, title]);
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return before < MOST_ALIKE;
  });
}

function isOf(exception: Exception, fix: string, { kind, what }: Harm): boolean {
  return exception.fix.test(fix) && exception.kind === kind && exception.what.test(what);
}

/** The analysis with each place's problem told by itself. */
function analyze(...question: Parameters<typeof analyzeWhole>): Analysis {
  const analysis = analyzeWhole(...question);
  return { ...analysis, diagnostics: atEveryPlace(analysis.diagnostics) };
}

interface OfferedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

function harmOf(
  text: string,
  before: Analysis,
  { diagnostic, fix }: OfferedFix,
  { settings, imported }: Circumstances,
): Harm[] {
  const { text: fixed, refused } = editSpec(text, fix.edits);
  if (refused) return refused.map(({ reason }) => ({ kind: "refused", what: reason }));
  const after = analyze(fixed, settings, imported);
  const named = rolesOf(before, diagnostic);
  const found = (kind: Harm["kind"], all: readonly string[]) => all.map((what): Harm => ({ kind, what }));
  return [
    ...found("remains", isGone(before, after, diagnostic) ? [] : [diagnostic.message]),
    ...found("new-fault", newFaults(before, after)),
    ...found("other-file", named.length > 0 ? changedFiles(before, after, named) : []),
    ...found("lost-comment", lostComments(text, fixed)),
  ];
}

function isGone(before: Analysis, after: Analysis, { code, message }: Diagnostic): boolean {
  // Of very many places some are counted instead of listed, alike on each that is.
  const countIn = ({ diagnostics }: Analysis) => {
    const alike = diagnostics.filter((one) => one.code === code && one.message === message);
    return alike.length + (alike[0]?.morePlaces ?? 0);
  };
  return countIn(after) < countIn(before);
}

/** Errors and warnings of which there are more than before, code by code. */
function newFaults(before: Analysis, after: Analysis): string[] {
  const graveOf = ({ diagnostics }: Analysis) =>
    diagnostics
      .filter(({ severity }) => severity !== "info")
      .map(({ code, message }) => `${code}: ${message}`);
  const gone = without(graveOf(before), graveOf(after)).map(codeOf);
  return without(graveOf(after), graveOf(before)).filter((fault) => {
    const at = gone.indexOf(codeOf(fault));
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
}

function codeOf(fault: string): string {
  return fault.slice(0, fault.indexOf(":"));
}

/** What is left of texts when each of others has taken away one that is the same. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The roles in which the place of a finding has this fault: one text may be named in several findings. */
function rolesOf({ diagnostics }: Analysis, { code, range }: Diagnostic): string[] {
  const place = JSON.stringify([code, range]);
  const same = diagnostics.filter((other) => JSON.stringify([other.code, other.range]) === place);
  return same.flatMap(({ roles }) => roles ?? []);
}

/** Files, in any phase, of other roles than those that are not what they were; blank lines aside. */
function changedFiles(before: Analysis, after: Analysis, named: readonly string[]): string[] {
  const was = filesOf(before, named);
  const is = filesOf(after, named);
  return [...new Set([...was.keys(), ...is.keys()])].filter((place) => was.get(place) !== is.get(place));
}

function filesOf({ roles }: Analysis, except: readonly string[]): ReadonlyMap<string, string> {
  const files = roles.flatMap(({ id, phases }) =>
    except.includes(id) ? [] : phases.flatMap((phase) => phase.files.map((file) => ({ id, phase, file }))),
  );
  return new Map(
    files.map(({ id, phase, file: { path, state, content } }) => [
      `${id} ${phase.id} ${path}`,
      `${state}\n${content.replace(/\s*\n\s*/g, "\n").trim()}`,
    ]),
  );
}

/** Of YAML, TOML and templates. */
const COMMENT = /(?<=^|[ \t"'])#[^\n"'\\{]*|\{\{-? ?\/\*.*?\*\//gm;

function lostComments(before: string, after: string): string[] {
  const commentsOf = (text: string) =>
    [...text.replaceAll(/\\[rn]/g, "\n").matchAll(COMMENT)].map(([comment]) => comment.trim());
  return without(commentsOf(before), commentsOf(after));
}
