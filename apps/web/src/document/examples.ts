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

export type LoadedExample =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const NAME_SHOWN = 60;

/** The text of an example, or why there is none. */
export async function loadExample(id: string): Promise<LoadedExample> {
  if (id === firstExample.id) return { ok: true, text: firstExample.text };
  const example = examples.find((candidate) => candidate.id === id);
  const load = example && texts[`../../../../examples/${example.file}`];
  if (!load) return { ok: false, reason: `There is no example “${id.slice(0, NAME_SHOWN)}”.` };
  try {
    return { ok: true, text: await load() };
  } catch {
    const why = navigator.onLine ? "the server does not answer" : "this browser is offline";
    return { ok: false, reason: `The example “${example.title}” could not be opened: ${why}.` };
  }
}

export function exampleTitle(id: string): string {
  return examples.find((example) => example.id === id)?.title ?? id;
}
