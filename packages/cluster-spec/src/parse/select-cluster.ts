import { isObject, ownValue } from "../json.js";
import { valueAt } from "../path.js";
import { writtenWord } from "../scalars.js";
import type { SpecDocument } from "./parse-spec.js";

/** Which document of the text is previewed. */
export type ClusterSelection =
  | {
      /** cluster: a `kind: Cluster` document; fragment: a bare `spec:` without a kind. */
      readonly form: "cluster" | "fragment";
      readonly document: number;
      /** `metadata.name`. */
      readonly name: string | null;
      /** Further Cluster documents, which are not previewed. */
      readonly others: readonly number[];
    }
  | { readonly form: "none" };

/** The first Cluster document; without one, the only map that has a `spec` and no `kind`. */
export function selectCluster(documents: readonly SpecDocument[]): ClusterSelection {
  const [cluster, ...others] = documents.filter((document) => document.kind === "Cluster");
  if (cluster) return select("cluster", cluster, others);
  const [fragment, ...more] = documents.filter(isFragment);
  return fragment && more.length === 0 ? select("fragment", fragment, []) : { form: "none" };
}

function isFragment({ data }: SpecDocument): boolean {
  return isObject(data) && Object.hasOwn(data, "spec") && (ownValue(data, "kind") ?? null) === null;
}

const NAME = ["metadata", "name"];

function select(
  form: "cluster" | "fragment",
  chosen: SpecDocument,
  others: readonly SpecDocument[],
): ClusterSelection {
  const name = valueAt(chosen.data, NAME);
  return {
    form,
    document: chosen.index,
    // A name without quotes may be a number: what stands there counts.
    name: typeof name === "string" ? name : writtenWord(chosen, NAME),
    others: others.map((other) => other.index),
  };
}
