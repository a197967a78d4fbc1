import {
  explainFilter,
  type FilterCoverage,
  type FilterExplanation,
  type FilterSettings,
  filterCoverage,
} from "@lookinglass/spegel";
import { type HostsLinter, hostsLinter } from "../agent/hosts-linter.js";
import { MOST_FIX_RENDERINGS } from "../limits.js";
import { dataKey, memoised, memoisedBy } from "../memoised.js";
import type { Preview } from "../preview.js";

/** What the rules read: the preview, and what is worked out only for them. */
export interface RuleInput extends Preview {
  /** Findings in a rendered hosts.toml, for the containerd release in force. */
  readonly lint: HostsLinter;
  readonly explain: (filter: string) => FilterExplanation;
  readonly coverage: (question: FilterQuestion) => FilterCoverage;
  /** How many renderings are left with which fixes may be tried. */
  readonly trials: { left: number };
  /** The preview of the text that was imported, with the same settings; null where it is the same or not known. */
  readonly imported: (() => Preview) | null;
}

/** Filters and mirrored registries under a chart release. */
export interface FilterQuestion {
  readonly filters: FilterSettings;
  readonly version: string;
}

export function ruleInput(preview: Preview, imported: RuleInput["imported"]): RuleInput {
  const lint = hostsLinter(preview.settings.containerdVersion);
  return { ...preview, lint, explain, coverage, trials: { left: MOST_FIX_RENDERINGS }, imported };
}

const explain = memoised(explainFilter);

const coverage = memoisedBy(
  ({ filters, version }: FilterQuestion) => dataKey([filters, version]),
  ({ filters, version }) => filterCoverage(filters, { version }),
);
