import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PhaseId, Settings, TextRange } from "../analysis.js";
import { analyze } from "../analyze.js";
import { example } from "../testing/marked-spec.js";
import { mutations } from "../testing/mutations.js";
import { agentConfig, cluster, extension, spegelValues } from "../testing/specs.js";
import { lineOrigins } from "./line-origins.js";

const DEFAULT = "_default/hosts.toml";

/** The text that a range covers, with "…" for what lies between its lines. */
function covered(text: string, range: TextRange | undefined): string | null {
  if (!range) return null;
  const { start, end } = range;
  const lines = text.split("\n");
  const first = lines[start.line - 1] ?? "";
  if (start.line === end.line) return first.slice(start.column - 1, end.column - 1);
  return `${first.slice(start.column - 1)}…${(lines[end.line - 1] ?? "").slice(0, end.column - 1)}`;
}

/** Each line of the file with who wrote it, why, and what in the spec did. */
async function origins(text: string, phase: PhaseId, path = DEFAULT, settings: Settings = {}) {
  const role = analyze(text, settings).roles.find(({ kind }) => kind === "worker");
  const file = role?.phases.find(({ id }) => id === phase)?.files.find((each) => each.path === path);
  if (!role || !file) throw new Error(`no file ${path}`);
  const lines = await lineOrigins(text, settings, { role: role.id, phase, path });
  const content = file.content.replace(/\n$/, "").split("\n");
  expect(lines).toHaveLength(content.length);
  return lines.map(({ kind, title, range }, index) => [content[index], kind, title, covered(text, range)]);
}

const TEMPLATE = [
  "# own",
  "{{- range .config.master_address_ips }}",
  "[host.'http://{{ . }}:30020']",
  "capabilities = ['pull']",
  "{{- end }}",
];
const OWN = agentConfig(`    extensions:\n${extension("mine", DEFAULT, ...TEMPLATE)}`);

describe("an extension's file", () => {
  const expected = [
    ["# own", "extension", "Line 1 of `mine`", "# own"],
    ["[host.'http://10.0.0.11:30020']", "extension", "Line 3 of `mine`, with `{{ . }}`", TEMPLATE[2]],
    ["capabilities = ['pull']", "extension", "Line 4 of `mine`", TEMPLATE[3]],
  ];

  test("points to the lines of its template, in the block scalar of the spec", async () => {
    expect(await origins(OWN, "bootstrap")).toEqual(expected);
  });

  test("in _backup it still does", async () => {
    expect(await origins(OWN, "running", `_backup/${DEFAULT}`)).toEqual(expected);
  });

  test("written in quotes", async () => {
    const text = agentConfig(
      `    extensions:\n      q: {path: templates/root_dir/etc/containerd/certs.d/a/hosts.toml, content: "server = 'https://a'\\n[host.'https://b']"}\n`,
    );
    expect(await origins(text, "bootstrap", "a/hosts.toml")).toEqual([
      ["server = 'https://a'", "extension", "Line 1 of `q`", "server = 'https://a'"],
      ["[host.'https://b']", "extension", "Line 2 of `q`", "[host.'https://b']"],
    ]);
  });
});

test("Kublr's own file is said to be reconstructed, and stands nowhere in the spec", async () => {
  const lines = await origins(cluster("  nodes: [{name: a}]\n"), "bootstrap");
  expect(new Set(lines.map(([, kind, title, range]) => `${kind} ${title} ${range}`))).toEqual(
    new Set(["kublr Kublr’s built-in template, reconstructed null"]),
  );
});

describe("Spegel's file", () => {
  const VALUES = spegelValues("resolveTags: false", "additionalMirrorTargets:", "  - https://m.example:5000");
  const DIAL = "Spegel 0.4.0 writes it; no chart value changes it";
  const TAGS = "Tags are not resolved here: `spegel.resolveTags`";

  test("points to chart values, and says which are defaults", async () => {
    const own = (title: string) => [title, null];
    const table = [
      ["capabilities = ['pull']", "spegel", TAGS, "false"],
      ["dial_timeout = '200ms'", "spegel", DIAL, null],
    ];
    expect(await origins(VALUES, "running")).toEqual([
      [
        "[host.'http://10.0.1.11:30020']",
        "spegel",
        ...own("This node’s Spegel: `service.registry.hostPort`, the chart’s default"),
      ],
      ...table,
      ["", "spegel", "Spegel’s layout", null],
      [
        "[host.'http://10.0.1.11:30021']",
        "spegel",
        ...own(
          "Spegel on any node, by this node’s service port: `service.registry.nodePort`, the chart’s default",
        ),
      ],
      ...table,
      ["", "spegel", "Spegel’s layout", null],
      [
        "[host.'https://m.example:5000']",
        "spegel",
        "Your mirror: `spegel.additionalMirrorTargets`",
        "https://m.example:5000",
      ],
      ...table,
    ]);
  });

  test("the server of a mirrored registry", async () => {
    const text = spegelValues("mirroredRegistries:", "  - https://ghcr.io", "  - https://quay.io");
    const [server] = await origins(text, "running", "quay.io/hosts.toml");
    expect(server).toEqual([
      "server = 'https://quay.io'",
      "spegel",
      "The registry itself: `spegel.mirroredRegistries`",
      "https://quay.io",
    ]);
  });

  const KEPT = `${spegelValues("prependExisting: true")}    extensions:\n${extension("mine", DEFAULT, "# lost", "[host.'https://m.example']", "capabilities = ['pull']")}`;

  test("what it keeps of the user's file points to the user's template", async () => {
    const lines = await origins(KEPT, "running");
    const kept = "Kept from `_backup/_default/hosts.toml` by `spegel.prependExisting`";
    expect(lines.slice(-2)).toEqual([
      [
        "[host.'https://m.example']",
        "extension",
        `${kept}. Line 2 of \`mine\``,
        "[host.'https://m.example']",
      ],
      ["capabilities = ['pull']", "extension", `${kept}. Line 3 of \`mine\``, "capabilities = ['pull']"],
    ]);
    expect(lines[0]?.slice(1, 2)).toEqual(["spegel"]);
  });

  test("older releases mix kept tables with their own", async () => {
    const text = KEPT.replace("prependExisting", "appendMirrors").replace(
      "appendMirrors: true",
      "appendMirrors: true\n              registries: [https://docker.io]",
    );
    const lines = await origins(text.replaceAll("_default", "docker.io"), "running", "docker.io/hosts.toml", {
      spegelVersion: "0.0.23",
    });
    const hosts = lines.filter(([line]) => line?.startsWith("[host.'http"));
    expect(hosts.map(([, kind]) => kind)).toEqual(["spegel", "spegel", "extension"]);
  });
});

test.each([
  ["role", { role: "nodes/none", phase: "bootstrap", path: DEFAULT }],
  ["file", { role: "master", phase: "running", path: "none/hosts.toml" }],
] as const)("no such %s, no lines", async (_, question) => {
  expect(await lineOrigins(cluster("  nodes: []\n"), {}, question)).toEqual([]);
});

test("a file far longer than any hosts.toml has none", async () => {
  const text = agentConfig(
    `    extensions:\n${extension("mine", DEFAULT, '{{ range 1001 }}{{ printf "#\\n" }}{{ end }}')}`,
  );
  const [master] = analyze(text).roles;
  expect(master?.phases[0]?.files[0]?.content.split("\n").length).toBeGreaterThan(1000);
  expect(await lineOrigins(text, {}, { role: "master", phase: "bootstrap", path: DEFAULT })).toEqual([]);
});

const SEED = process.env.LOOKINGLASS_SEED === "random" ? Date.now() : 20_261_125;
const files = readdirSync(new URL("../../../../examples", import.meta.url)).filter((file) =>
  file.endsWith(".yaml"),
);

test("whatever the spec, every line of every file has an origin, and places are inside the text", async () => {
  for (const text of mutations(files.map(example), { seed: SEED, count: 30 })) {
    const last = text.split("\n").length;
    for (const { id: role, phases } of analyze(text).roles.slice(0, 2)) {
      for (const { id: phase, files: written } of phases) {
        for (const { path, content } of written) {
          const lines = await lineOrigins(text, {}, { role, phase, path });
          expect(lines).toHaveLength(content === "" ? 0 : content.replace(/\n$/, "").split("\n").length);
          expect(
            lines.filter(({ range }) => range && (range.start.line < 1 || range.end.line > last)),
          ).toEqual([]);
        }
      }
    }
  }
});
