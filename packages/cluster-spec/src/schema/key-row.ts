/** What a place of the spec may hold. A free map holds any keys, of which nothing is said. */
export type ValueKind = "text" | "flag" | "count" | "map" | "list";

/** Where a key is known from: a page of Kublr's, how many of 40 public specs have it, or a run of Kublr's generator. */
export type KeySource =
  | "caching"
  | "reference"
  | "multiArch"
  | "generator"
  | "none"
  | { readonly specs: number };

/** One known key of a Kublr cluster spec. */
export interface KeyRow {
  /** Any of these; none: nothing is known of its type. */
  readonly kinds: readonly ValueKind[];
  /** What it does, in a sentence or two of markdown. */
  readonly about: string;
  readonly source: KeySource;
  /** Values that were seen; others are no faults. */
  readonly choices?: readonly string[];
  /** Name of the section whose keys it holds. */
  readonly section?: SectionName;
  /** A value of another type certainly fails, or changes what the nodes get. */
  readonly firm?: true;
  /** A map whose keys belong to another program. */
  readonly free?: true;
}

/** Keys that stand in several places: of a group of nodes (spec.master, spec.nodes[]), of every kublrAgentConfig. */
export type SectionName = "group" | "agent";

/**
 * Path → row. `[]` is an item of a list, `<name>` a key that the user chooses: `locations[].aws.region`,
 * `labels.<label>`.
 */
export type KeyRows = Readonly<Record<string, KeyRow>>;

type Extras = Pick<KeyRow, "choices" | "section" | "firm" | "free">;

const row =
  (...kinds: ValueKind[]) =>
  (about: string, source: KeySource | number, extras: Extras = {}): KeyRow => ({
    kinds,
    about,
    source: typeof source === "number" ? { specs: source } : source,
    ...extras,
  });

export const text = row("text");
export const flag = row("flag");
export const count = row("count");
export const map = row("map");
export const list = row("list");
export const mapOrText = row("map", "text");
/** Seen with null alone. */
export const any = row();

/** A map of another program's keys: chart values, CloudFormation, ARM. */
export const freeMap = (about: string, source: KeySource | number, extras: Extras = {}): KeyRow =>
  map(about, source, { ...extras, free: true });
