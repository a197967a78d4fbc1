import firstText from "../../../../examples/10-aws-two-groups.yaml?raw";

/** One entry of the gallery. */
export interface Example {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** What it teaches, in one line. */
  readonly shows: string;
}

const index = import.meta.glob<readonly Example[]>("../../../../examples/index.json", {
  eager: true,
  import: "default",
});
/** All but the first are fetched when they are opened. */
const texts = import.meta.glob<string>(
  ["../../../../examples/*.yaml", "!../../../../examples/10-aws-two-groups.yaml"],
  { query: "?raw", import: "default" },
);

export const examples: readonly Example[] = Object.values(index).flat();

/** The example that a first visit opens; its text is there at once. */
export const firstExample = { id: "aws-two-groups", text: firstText };

/** The text of an example; null for an unknown id. */
export async function loadExample(id: string): Promise<string | null> {
  if (id === firstExample.id) return firstExample.text;
  const example = examples.find((candidate) => candidate.id === id);
  const load = example && texts[`../../../../examples/${example.file}`];
  return load ? load() : null;
}

export function exampleTitle(id: string): string {
  return examples.find((example) => example.id === id)?.title ?? id;
}
