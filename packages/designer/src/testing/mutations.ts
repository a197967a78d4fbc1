/** Broken, hostile and merely odd variants of specs, the same for the same seed. */
export function mutations(
  texts: readonly string[],
  { seed, count }: { readonly seed: number; readonly count: number },
): string[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const rounds = 1 + random.below(3);
    return Array.from({ length: rounds }).reduce<string>(
      (text) => random.pick(MUTATORS)(text, random, texts),
      random.pick(texts),
    );
  });
}

type Mutator = (text: string, random: Random, texts: readonly string[]) => string;

const truncate: Mutator = (text, random) => text.slice(0, random.below(text.length + 1));

const splice: Mutator = (text, random, texts) => {
  const other = random.pick(texts);
  const from = random.below(other.length + 1);
  const piece = other.slice(from, from + random.below(400));
  return insertAt(text, random.below(text.length + 1), piece, random.below(80));
};

const dropLines: Mutator = (text, random) => {
  const lines = text.split("\n");
  lines.splice(random.below(lines.length), 1 + random.below(4));
  return lines.join("\n");
};

const indentLine: Mutator = (text, random) => {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  return lines.with(at, " ".repeat(random.below(9)) + (lines[at] ?? "").trimStart()).join("\n");
};

const randomCharacters: Mutator = (text, random) => {
  const codes = Array.from({ length: 1 + random.below(20) }, () =>
    random.below(random.pick([128, 256, 65_536])),
  );
  return insertAt(text, random.below(text.length + 1), String.fromCharCode(...codes), random.below(20));
};

/** Characters that mean something to YAML, TOML, Go templates and regular expressions. */
const punctuation: Mutator = (text, random) => {
  const marks = [
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    "|",
    ">",
    "&a ",
    "*a",
    "<<: *a",
    "!!",
    "#",
    "\t",
    "\\",
    "{{",
    "}}",
    "---\n",
    "\r\n",
    "(",
    ")*",
    "?",
  ];
  return insertAt(text, random.below(text.length + 1), random.pick(marks), random.below(2));
};

const replaceValue: Mutator = (text, random) => {
  const values = [
    "null",
    "[]",
    "{}",
    "''",
    "5",
    "-1",
    "1e999",
    "yes",
    "'false'",
    "[1, [2]]",
    "{a: {b: c}}",
    "!!binary x",
    "'{{ . }}'",
    "'(((a+)+)+)+$'",
    "0x10",
    "2020-01-01",
  ];
  return text.replaceAll(/:[ ]+(?!\|).+$/gm, (line) =>
    random.below(8) === 0 ? `: ${random.pick(values)}` : line,
  );
};

const hostileKey: Mutator = (text, random) => {
  const keys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "''", "? [a]"];
  const entry = `${random.pick(keys)}: {polluted: true, enabled: true, __proto__: {polluted: true}}`;
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const indent = /^ */.exec(lines[at] ?? "")?.[0] ?? "";
  return lines.toSpliced(at, 0, indent + entry).join("\n");
};

const renameKey: Mutator = (text, random) => {
  const keys = ["__proto__", "spegel", "helm_values", "extensions", "content", "path", "nodes", "a.b"];
  const [from, to] = [random.pick(keys), random.pick(keys)];
  return text.replace(`${from}:`, `${to}:`);
};

const deepNesting: Mutator = (text, random) => {
  const depth = random.pick([50, 127, 129, 5_000]);
  const nest = random.pick(["[", "{a: ", "- "]);
  return `${text}\ndeep: ${nest.repeat(depth)}`;
};

const aliasBomb: Mutator = (text, random) => {
  const levels = Array.from({ length: 3 + random.below(12) }, (_, level) => {
    const items = level === 0 ? "x" : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(9).fill(items).join(", ")}]`;
  });
  return `${levels.join("\n")}\n${text}`;
};

const hugeScalar: Mutator = (text, random) => {
  const piece = random.pick(["a", "{{ .config }}", "[host.'x']\n          ", "\\\\", "(a|", "é\u0000"]);
  const huge = piece.repeat(random.pick([100, 1_000, 8_000]));
  return text.replace(/content: .*|- '.*'/, (found) => `${found} ${huge}`);
};

/** Values that reach the engines below: templates, hosts.toml, filters. */
const engineInput: Mutator = (text, random) => {
  const contents = [
    "{{ range $i, $e := .config }}{{ $e }}{{ end }}",
    '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}',
    "[host]\n'x' = {y = [{z = 1}]}",
    "[host.'http://[::1']\nheader = {a = 1}",
    "server = 1\n[[host.a]]",
    "{{ printf `%0999999d` 1 }}",
    "{{ index .config `__proto__` }}",
  ];
  const scalar = JSON.stringify(random.pick(contents));
  return text.replaceAll(/content: .*/g, (found) => (random.below(2) === 0 ? `content: ${scalar}` : found));
};

const MUTATORS: readonly Mutator[] = [
  truncate,
  splice,
  dropLines,
  indentLine,
  randomCharacters,
  punctuation,
  punctuation,
  replaceValue,
  replaceValue,
  hostileKey,
  renameKey,
  deepNesting,
  aliasBomb,
  hugeScalar,
  engineInput,
  engineInput,
];

function insertAt(text: string, at: number, piece: string, replaced: number): string {
  return text.slice(0, at) + piece + text.slice(at + replaced);
}

/** A small generator of pseudo-random numbers (mulberry32). */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 on, below the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}
