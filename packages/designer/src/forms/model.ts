import type { ChartValue, FilterSettings } from "@lookinglass/spegel";
import type { SpecPath, TextRange } from "../analysis.js";
import type { HostsContent, MirrorChange } from "./mirror.js";

/** What the forms show of a spec: one form for the whole cluster, one for each group of nodes that the spec names. */
export interface FormModel {
  /** Empty when the text holds no cluster; else the whole cluster comes first. */
  readonly scopes: readonly ScopeForm[];
  readonly catalog: ChartCatalog;
}

/** The values that the chosen release of the Spegel chart has. */
export interface ChartCatalog {
  readonly release: string;
  readonly values: readonly CatalogValue[];
}

export interface CatalogValue extends ChartValue {
  /** The default as YAML. */
  readonly defaultText: string;
  /** Texts worth offering. */
  readonly choices: readonly string[];
}

/** Where a shown value comes from: written at this level, inherited from the cluster's, or Kublr's default. */
export type FieldOrigin = "here" | "cluster" | "default";

export interface FormField<Value> {
  /** The value in force at this level. */
  readonly value: Value;
  readonly from: FieldOrigin;
  /** Where the value comes from once this level's own is taken away. */
  readonly fallback: "cluster" | "default";
  /** Place in the spec where this level writes it, or would; of a value inside a string of YAML, the string's. */
  readonly path: SpecPath;
  /** Place of the value in force, which another level may write; null: none does. */
  readonly writtenPath: SpecPath | null;
  /** Of a value inside a string of YAML: where in the text. */
  readonly range: TextRange | null;
  /** Titles of the groups whose own value overrules this one; only at the cluster's level. */
  readonly overruledBy: readonly string[];
}

/** Something that is on or off. */
export interface SwitchField extends FormField<boolean> {
  /** What is written in place of true or false, as YAML: what is made of it is anybody's guess. Null: it is one of them. */
  readonly wrong: string | null;
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
  /** Of filters inside a string of YAML: where each stands in the text. */
  readonly itemRanges: readonly (TextRange | null)[];
}

/** A value of the chart that this level or another writes; what nobody writes has its default. */
export interface ChartValueField extends FormField<unknown> {
  /** Keys from the root of the chart's values. */
  readonly keys: readonly string[];
  /** Null: the value, or a map that holds it, is null inside a string of YAML, which takes its default away. */
  readonly value: unknown;
  /** The value as YAML. */
  readonly text: string;
  /** Of the items of a list inside a string of YAML: where each stands in the text. */
  readonly itemRanges: readonly (TextRange | null)[];
}

/** Something in helm_values that the chosen release of the chart does not read. */
export interface StrayValue {
  readonly keys: readonly string[];
  readonly text: string;
  readonly from: FieldOrigin;
  /** What becomes of it, and why. */
  readonly message: string;
  /** Where the release reads such a value, when nothing is written there yet. */
  readonly moveTo: readonly string[] | null;
}

/** The values of the Spegel chart at a level that the chart's one release in the cluster reads. */
export interface ChartForm {
  readonly values: readonly ChartValueField[];
  readonly strays: readonly StrayValue[];
  /** What decides whether Spegel serves an image. */
  readonly serving: FilterSettings;
}

/** An extension whose template lands under certs.d. */
export interface OverrideForm {
  /** Its key in `extensions`. */
  readonly key: string;
  readonly from: "here" | "cluster";
  /** A group's own: the cluster's level has the same key, which the group then does not use. */
  readonly coversCluster: boolean;
  /** Titles of the groups that have their own in its place; only at the cluster's level. */
  readonly overruledBy: readonly string[];
  /** The directory under certs.d; null when the file is not a DIRECTORY/hosts.toml. */
  readonly registry: string | null;
  /** Path of its file, relative to certs.d. */
  readonly target: string;
  /** The template as written. */
  readonly content: string;
  readonly hosts: HostsContent;
  /** Where each entry of `hosts` stands in the spec's text; null where that cannot be told. */
  readonly places: readonly (TextRange | null)[];
  /** Key of a later extension that writes the same file and wins. */
  readonly shadowedBy: string | null;
  /** Places of the extension in the spec, and of its template. */
  readonly path: SpecPath;
  readonly contentPath: SpecPath;
}

export interface ScopeForm {
  /** "cluster", or the id of a role. */
  readonly id: string;
  readonly kind: "cluster" | "master" | "worker";
  readonly title: string;
  readonly spegelEnabled: SwitchField;
  readonly helmValues: FormField<HelmValuesForm>;
  /** `spegel.containerdMirrorAdd`: does Spegel write hosts.toml? */
  readonly mirrorAdd: SwitchField;
  /** `spegel.registryFilters`: RE2 expressions of images that Spegel must not serve. */
  readonly filters: FiltersField;
  /** Null for worker groups: the chart takes the masters' values. */
  readonly chart: ChartForm | null;
  /** In the order in which the agent applies them. */
  readonly overrides: readonly OverrideForm[];
}

/** A change of a list of texts. */
export type ListChange =
  | { readonly kind: "add"; readonly value: string }
  | { readonly kind: "set"; readonly index: number; readonly value: string }
  | { readonly kind: "remove"; readonly index: number }
  | { readonly kind: "move"; readonly from: number; readonly to: number };

/** A change of the values of the Spegel chart; `keys` lead to the value from their root. */
export type ChartChange = { readonly keys: readonly string[] } & (
  | { readonly kind: "set-chart-value"; readonly value: unknown }
  /** Takes away what this level writes, and the maps above it that hold nothing else. */
  | { readonly kind: "unset-chart-value" }
  /** `initial` is the list that is in force when no level writes one: the chart's default. */
  | { readonly kind: "change-list"; readonly initial: readonly string[]; readonly change: ListChange }
  | { readonly kind: "move-chart-value"; readonly to: readonly string[] }
);

/** One change that a form asks for. A value of null takes away what this level writes. */
export type FormChange = { readonly scope: string } & (
  | { readonly kind: "set-enabled"; readonly value: boolean | null }
  | { readonly kind: "remove-helm-values" }
  | ChartChange
  /** mirrors: begins with this node's Spegel, or with an empty template, from which no file is generated. */
  | { readonly kind: "add-override"; readonly registry: string; readonly mirrors: "spegel" | "none" }
  /** Writes an inherited override at this level too, where it can differ. */
  | { readonly kind: "copy-override"; readonly key: string }
  /** Writes an empty template in place of an inherited one: no file is generated at this level. */
  | { readonly kind: "empty-override"; readonly key: string }
  | { readonly kind: "remove-override"; readonly key: string }
  | { readonly kind: "rename-override"; readonly key: string; readonly registry: string }
  | { readonly kind: "set-override-content"; readonly key: string; readonly content: string }
  | {
      readonly kind: "change-mirrors";
      readonly key: string;
      readonly change: MirrorChange;
    }
);
