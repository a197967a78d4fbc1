import type { SpecPath } from "../../analysis.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { clusterParts, type InstanceGroup } from "./cluster-parts.js";
import { hasMisspelt } from "./near-name.js";

export const nodeCount: Rule = {
  code: "spec/node-count",
  severity: "error",
  when: "minNodes above maxNodes, initialNodes outside of them, or a negative count",
  explanation:
    "A group has from minNodes to maxNodes nodes, and begins with initialNodes. Where one of the last two is absent it is " +
    "minNodes (seen in agent 1.8). A provider creates no group whose bounds contradict each other.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    for (const group of parts?.groups ?? []) {
      const written = countsOf(group);
      yield* negative(group, written);
      const counts = withoutNegative(written);
      const { min, max } = counts;
      if (min !== null && max !== null && min > max) yield crossed(group, min, max);
      else yield* initialOutside(group, counts, parts?.isWhole ?? false);
    }
  },
};

/** As they are written; null for what is absent, or spec/type's. */
export interface NodeCounts {
  readonly min: number | null;
  readonly max: number | null;
  readonly initial: number | null;
}

export function countsOf({ data }: InstanceGroup): NodeCounts {
  const count = (value: unknown) => (typeof value === "number" && Number.isSafeInteger(value) ? value : null);
  return { min: count(data.minNodes), max: count(data.maxNodes), initial: count(data.initialNodes) };
}

/** Neither written nor meant: a misspelt key, or a value of another type, is another rule's. */
export function lacks({ data }: InstanceGroup, key: string): boolean {
  return (data[key] ?? null) === null && !hasMisspelt(data, key, COUNTS);
}

const COUNTS = ["minNodes", "maxNodes", "initialNodes"];

function at({ path, roles }: InstanceGroup, key: string): { path: SpecPath; roles: readonly string[] } {
  return { path: [...path, key], roles };
}

function* negative(group: InstanceGroup, { min, max, initial }: NodeCounts): Iterable<Finding> {
  for (const [key, count] of Object.entries({ minNodes: min, maxNodes: max, initialNodes: initial })) {
    if (count === null || count >= 0) continue;
    yield {
      message: `${key} is ${count}: a group cannot have fewer than 0 nodes.`,
      many: "counts of nodes are negative.",
      ...at(group, key),
    };
  }
}

/** A negative count is one fault, not two. */
function withoutNegative({ min, max, initial }: NodeCounts): NodeCounts {
  const natural = (count: number | null) => (count === null || count < 0 ? null : count);
  return { min: natural(min), max: natural(max), initial: natural(initial) };
}

function crossed(group: InstanceGroup, min: number, max: number): Finding {
  const swapped = [
    { path: [...group.path, "minNodes"], value: max },
    { path: [...group.path, "maxNodes"], value: min },
  ];
  return {
    message: `${group.title} has minNodes ${min} above maxNodes ${max}: no number of nodes is between them.`,
    many: "groups have minNodes above maxNodes.",
    ...at(group, "minNodes"),
    fixes: () => [{ name: "swap", title: `Swap them: minNodes ${max}, maxNodes ${min}`, edits: swapped }],
  };
}

function* initialOutside(
  group: InstanceGroup,
  { min, max, initial }: NodeCounts,
  isWhole: boolean,
): Iterable<Finding> {
  if (initial === null) return;
  if (min !== null && initial < min) yield outside(group, initial, `below minNodes ${min}`, min);
  else if (max !== null && initial > max) yield outside(group, initial, `above maxNodes ${max}`, max);
  else if (isWhole && min !== null && initial > min && lacks(group, "maxNodes"))
    yield {
      ...outside(
        group,
        initial,
        `above minNodes ${min}, and without maxNodes the group never has more`,
        null,
      ),
      severity: "warning",
    };
}

function outside(group: InstanceGroup, initial: number, where: string, bound: number | null): Finding {
  const fixes = (value: number): FindingFix[] => [
    {
      name: "bound",
      title: `Begin with ${value}`,
      edits: [{ path: [...group.path, "initialNodes"], value }],
    },
  ];
  return {
    message: `${group.title} has initialNodes ${initial} ${where}.`,
    many: "groups have initialNodes outside of minNodes to maxNodes.",
    ...at(group, "initialNodes"),
    fixes: () => (bound === null ? [] : fixes(bound)),
  };
}
