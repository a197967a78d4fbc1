import { editSpec } from "@lookinglass/cluster-spec";
import { aws } from "./aws.js";
import { azure } from "./azure.js";
import { baremetal } from "./baremetal.js";
import type { Starter } from "./starter.js";
import { vsphere } from "./vsphere.js";

export type { Starter } from "./starter.js";

/** Specs to begin with, in keys that Kublr's pages or public specs prove; what nothing proves is left empty and says so. */
export const starters: readonly Starter[] = [aws, azure, vsphere, baremetal];

/** A spec to begin with where none of the starters fits: a name and nothing else. */
export const EMPTY_SPEC = `kind: Cluster
metadata:
  name: my-cluster
spec:
`;

/** The text of a starter under another cluster name. */
export function namedStarter({ text }: Starter, name: string): string {
  return editSpec(text, [{ path: ["metadata", "name"], value: name }]).text;
}
