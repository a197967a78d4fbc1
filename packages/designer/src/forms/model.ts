import type { SpecPath } from "../analysis.js";
import type { HostsContent, MirrorChange } from "./mirror.js";

/** What the forms show of a spec: one form for the whole cluster, one for each group of nodes that the spec names. */
export interface FormModel {
  /** Empty when the text holds no cluster; else the whole cluster comes first. */
  readonly scopes: readonly ScopeForm[];
}

/** Where a shown value comes from: written at this level, inherited from the cluster's, or Kublr's default. */
export type FieldOrigin = "here" | "cluster" | "default";

export interface FormField<Value> {
  /** The value in force at this level. */
  readonly value: Value;
  readonly from: FieldOrigin;
  /** Place in the spec where this level writes it, or would. */
  readonly path: SpecPath;
  /** Titles of the groups whose own value overrules this one; only at the cluster's level. */
  readonly overruledBy: readonly string[];
}

/** How helm_values are written where this level's values come from. */
export type HelmValuesForm =
  | "absent"
  | "map"
  /** A YAML string: edits are made inside it. */
  | "string"
  /** Neither a map nor a string of one: it can only be edited as text. */
  | "unreadable";

export interface FiltersField extends FormField<readonly string[]> {
  /** False: what is written there is not a list of strings, and can only be edited as text. */
  readonly editable: boolean;
}

/** An extension whose template lands under certs.d. */
export interface OverrideForm {
  /** Its key in `extensions`. */
  readonly key: string;
  readonly from: "here" | "cluster";
  /** The directory under certs.d; null when the file is not a DIRECTORY/hosts.toml. */
  readonly registry: string | null;
  /** Path of its file, relative to certs.d. */
  readonly target: string;
  /** The template as written. */
  readonly content: string;
  readonly hosts: HostsContent;
  /** Key of a later extension that writes the same file and wins. */
  readonly shadowedBy: string | null;
  /** Place of the extension in the spec. */
  readonly path: SpecPath;
}

export interface ScopeForm {
  /** "cluster", or the id of a role. */
  readonly id: string;
  readonly kind: "cluster" | "master" | "worker";
  readonly title: string;
  readonly spegelEnabled: FormField<boolean>;
  readonly helmValues: FormField<HelmValuesForm>;
  /** `spegel.containerdMirrorAdd`: does Spegel write hosts.toml? */
  readonly mirrorAdd: FormField<boolean>;
  /** `spegel.registryFilters`: RE2 expressions of images that Spegel must not serve. */
  readonly filters: FiltersField;
  /** In the order in which the agent applies them. */
  readonly overrides: readonly OverrideForm[];
}

/** One change that a form asks for. A value of null takes away what this level writes. */
export type FormChange = { readonly scope: string } & (
  | { readonly kind: "set-enabled"; readonly value: boolean | null }
  | { readonly kind: "set-mirror-add"; readonly value: boolean | null }
  | { readonly kind: "add-filter"; readonly value: string }
  | { readonly kind: "set-filter"; readonly index: number; readonly value: string }
  | { readonly kind: "remove-filter"; readonly index: number }
  | { readonly kind: "move-filter"; readonly from: number; readonly to: number }
  | { readonly kind: "add-override"; readonly registry: string; readonly content: string }
  /** Writes an inherited override at this level too, where it can differ. */
  | { readonly kind: "copy-override"; readonly key: string }
  | { readonly kind: "remove-override"; readonly key: string }
  | { readonly kind: "rename-override"; readonly key: string; readonly registry: string }
  | { readonly kind: "set-override-content"; readonly key: string; readonly content: string }
  | {
      readonly kind: "change-mirrors";
      readonly key: string;
      readonly change: MirrorChange;
    }
);
