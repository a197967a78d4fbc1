import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import { resolveHosts } from "@lookinglass/containerd";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formEdits } from "./form-edits.js";
import { readHosts } from "./hosts-content.js";
import { hostsText, parseHosts } from "./hosts-document.js";
import {
  type HostsContent,
  type HostsEntry,
  type Mirror,
  type MirrorChange,
  SPEGEL_ON_MASTERS,
} from "./mirror.js";
import { changeMirrors, hostsContent } from "./mirror-edits.js";
import { readForms } from "./read-forms.js";

type Structured = Extract<HostsContent, { form: "structured" }>;

function structured(content: string): Structured {
  const hosts = readHosts(content).content;
  if (hosts.form === "raw") throw new Error(hosts.reason);
  return hosts;
}

const oneLine = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }).filter((text) => !/[\r\n]|\{\{/.test(text)),
  fc.constantFrom("{{ .config.node_address_ip }}", `it's {{ index .config "a-b" }}\\`, '"'),
);
/** Three quotes in a row may open a string over several lines: such a file is text. */
const LONG_STRING = /'''|"""/;
const mirrors: fc.Arbitrary<Mirror> = fc.record({
  url: oneLine,
  capabilities: fc.option(fc.array(oneLine, { maxLength: 3 })),
  dialTimeout: fc.option(oneLine),
  overridePath: fc.option(fc.boolean()),
  skipVerify: fc.option(fc.boolean()),
  ca: fc.option(fc.array(oneLine, { maxLength: 3 })),
  client: fc.option(
    fc.oneof(
      fc.array(fc.record({ certificate: oneLine, key: oneLine }), { minLength: 1, maxLength: 2 }),
      fc.array(fc.record({ certificate: oneLine, key: fc.constant(null) }), { maxLength: 2 }),
    ),
  ),
  headers: fc.option(
    fc.uniqueArray(fc.record({ name: oneLine, values: fc.array(oneLine, { maxLength: 2 }) }), {
      selector: ({ name }) => name,
      maxLength: 3,
    }),
  ),
});

test("whatever is written is read back", () => {
  fc.assert(
    fc.property(fc.array(mirrors, { maxLength: 4 }), (written) => {
      const content = hostsContent(written);
      fc.pre(!LONG_STRING.test(content));
      const { entries } = structured(content);
      expect(entries).toEqual(
        written.map((mirror) => ({ kind: "mirror", mirror, keptFields: [], kept: [] })),
      );
    }),
  );
});

/** Parts of templates as people write them; every host has its own name. */
const PARTS: readonly ((name: string) => string)[] = [
  (name) =>
    `[host."https://${name}"] # ${name}\n  capabilities = ["pull", "resolve"]\n  dial_timeout = "200ms" # short\n`,
  (name) => `# about ${name}\n# in two lines\n[host.'https://${name}']\nca = [\n  '/a', # one\n  '/b',\n]\n`,
  (name) => `[ host . "https://${name}" ]\n\tskip_verify = true\n\n# within ${name}\n\toverride_path=false\n`,
  (name) =>
    `[host.'https://${name}']\n[host.'https://${name}'.header]\n# of ${name}\nX-A = ['a']\n"X B" = 'b'\n`,
  (name) =>
    `[host.'https://${name}']\n{{ if .config.${name} }}\nclient = [["/c", "/k"]]\n{{ end }}\ncapabilities = ['pull']\n`,
  (name) => `{{ range .config.${name} }}\n[host.'{{ . }}']\n{{ end }}\n`,
  (name) =>
    `{{/* ${name} */}}\n{{- range .config.${name} }}{{ if . }}\n[host.'{{ . }}']\n{{- end }}{{ end }}\n`,
  (name) => `[other.${name}]\nx = 1 # ${name}\n`,
  () => `${SPEGEL_ON_MASTERS}\n`,
];
const HEADS = [
  "",
  "# ours\n\n",
  "server = 'https://s' # last\n\n",
  "{{ $x := .config.a }}\nca = 'x'\n\n",
  "\n",
];
const gaps = fc.constantFrom("", "\n", "\n\n", "# loose\n\n");

const contents = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(fc.tuple(fc.nat(PARTS.length - 1), gaps), { minLength: 1, maxLength: 5 }),
  )
  .map(
    ([head, parts]) => head + parts.map(([part, gap], index) => PARTS[part]?.(`m${index}`) + gap).join(""),
  );

const texts = (entries: readonly HostsEntry[]) => entries.map((entry) => JSON.stringify(entry));
const lines = (content: string) =>
  content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .toSorted();

test("cutting a template and joining it gives the template", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const parsed = parseHosts(content);
      expect(parsed.ok && hostsText(parsed.document)).toBe(content);
    }),
  );
});

test("moving keeps every line and every entry, and moving back gives the same order", () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.nat(), (content, first, second) => {
      const { entries } = structured(content);
      const [from, to] = [first % entries.length, second % entries.length];
      const moved = changeMirrors(content, { kind: "move-entry", from, to }) ?? "";
      expect(lines(moved)).toEqual(lines(content));
      const order = texts(entries);
      expect(texts(structured(moved).entries)).toEqual(
        order.toSpliced(from, 1).toSpliced(to, 0, order[from] ?? ""),
      );
      expect(changeMirrors(moved, { kind: "move-entry", from: to, to: from })).toBe(content);
    }),
  );
});

test("removing takes the lines of one entry, adding only adds", () => {
  fc.assert(
    fc.property(contents, fc.nat(), mirrors, (content, at, mirror) => {
      fc.pre(!LONG_STRING.test(hostsContent([mirror])));
      const { entries } = structured(content);
      const index = at % entries.length;
      const removed = changeMirrors(content, { kind: "remove-entry", index }) ?? "";
      expect(texts(structured(removed).entries)).toEqual(texts(entries).toSpliced(index, 1));
      expect(lines(content)).toEqual(expect.arrayContaining(lines(removed)));
      for (const change of [
        { kind: "add-spegel", on: "masters" },
        { kind: "add-spegel", on: "node" },
        { kind: "add-mirror", mirror: { ...mirror, url: "https://new" } },
      ] satisfies MirrorChange[]) {
        const added = changeMirrors(content, change) ?? "";
        expect(texts(structured(added).entries).slice(0, -1)).toEqual(texts(entries));
        expect(added.startsWith(content.trimEnd())).toBe(true);
      }
    }),
  );
});

test("setting a mirror to what it is changes no byte, setting something else only its lines", () => {
  fc.assert(
    fc.property(contents, mirrors, (content, set) => {
      fc.pre(!LONG_STRING.test(hostsContent([set])));
      for (const [index, entry] of structured(content).entries.entries()) {
        if (entry.kind !== "mirror") continue;
        const changeable = <Value extends Partial<Mirror>>(values: Value) =>
          Object.fromEntries(
            Object.entries(values).filter(([field]) => !entry.keptFields.some((kept) => kept === field)),
          );
        expect(changeMirrors(content, { kind: "set-mirror", index, set: changeable(entry.mirror) })).toBe(
          content,
        );
        const changed =
          changeMirrors(content, {
            kind: "set-mirror",
            index,
            set: changeable({ ...set, url: "https://new" }),
          }) ?? "";
        const { start, end } = readHosts(content).ranges[index] ?? { start: 0, end: 0 };
        expect(changed.startsWith(content.slice(0, start))).toBe(true);
        expect(changed.endsWith(content.slice(end))).toBe(true);
        for (const [comment] of content.matchAll(/^\s*#.*$/gm)) expect(changed).toContain(comment);
      }
    }),
  );
});

test("containerd tries the mirrors in the order of the form", () => {
  const plain = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e"), { minLength: 2 });
  fc.assert(
    fc.property(plain, fc.nat(), fc.nat(), (names, first, second) => {
      const content = names
        .map((name) => `# ${name}\n[host."https://${name}.example"]\ncapabilities = ["pull"]\n`)
        .join("\n");
      const [from, to] = [first % names.length, second % names.length];
      const moved = changeMirrors(content, { kind: "move-entry", from, to }) ?? "";
      const resolved = resolveHosts({ files: { "_default/hosts.toml": moved }, host: "quay.io" });
      const hosts = "hosts" in resolved ? resolved.hosts.slice(0, -1).map(({ host }) => host) : [];
      const order = names.toSpliced(from, 1).toSpliced(to, 0, names[from] ?? "");
      expect(hosts).toEqual(order.map((name) => `${name}.example`));
    }),
  );
});

test("in the spec nothing but the template changes", () => {
  const quote = fc.constantFrom("block", "double");
  fc.assert(
    fc.property(contents, quote, fc.nat(), (content, style, at) => {
      const indented = content.replace(/^(?=.)/gm, "          ");
      const isBlock = style === "block" && content.trim() !== "" && !/^\s*\n/.test(content);
      const written = isBlock ? `|+ # ours\n${indented}` : `${JSON.stringify(content)} # ours\n`;
      const before =
        "# top\nkind: 'Cluster'\nspec:\n  kublrAgentConfig:\n    extensions:\n      b-key: # why\n        content: ";
      const after = `        path: "templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml" # where\n  nodes: [] # none\n`;
      const spec = before + written + after;
      const [scope] = readForms(parseSpec(spec)).scopes;
      const [override] = scope?.overrides ?? [];
      expect(override?.content).toBe(content);
      const entries = override?.hosts.form === "structured" ? override.hosts.entries.length : 0;
      const change: MirrorChange = { kind: "move-entry", from: at % entries, to: entries - 1 };
      const edits = formEdits(parseSpec(spec), {
        kind: "change-mirrors",
        scope: "cluster",
        key: "b-key",
        change,
      });
      const edited = editSpec(spec, edits).text;
      expect(edited.startsWith(before)).toBe(true);
      expect(edited.endsWith(after)).toBe(true);
      const now = readForms(parseSpec(edited)).scopes[0]?.overrides[0]?.content;
      expect(now).toBe(changeMirrors(content, change));
    }),
    { numRuns: 40 },
  );
});
