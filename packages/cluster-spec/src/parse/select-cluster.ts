import { isObject, type JsonValue, ownValue } from "../json.js";

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

interface Candidate {
  readonly index: number;
  readonly kind: string | null;
  readonly data: JsonValue;
}

/** The first Cluster document; without one, the only map that has a `spec` and no `kind`. */
export function selectCluster(documents: readonly Candidate[]): ClusterSelection {
  const [cluster, ...others] = documents.filter((document) => document.kind === "Cluster");
  if (cluster) return select("cluster", cluster, others);
  const [fragment, ...more] = documents.filter(isFragment);
  return fragment && more.length === 0 ? select("fragment", fragment, []) : { form: "none" };
}

function isFragment({ data }: Candidate): boolean {
  return isObject(data) && Object.hasOwn(data, "spec") && (ownValue(data, "kind") ?? null) === null;
}

function select(
  form: "cluster" | "fragment",
  chosen: Candidate,
  others: readonly Candidate[],
): ClusterSelection {
  const name = ownValue(ownValue(chosen.data, "metadata"), "name");
  return {
    form,
    document: chosen.index,
    name: typeof name === "string" ? name : null,
    others: others.map((other) => other.index),
  };
}
