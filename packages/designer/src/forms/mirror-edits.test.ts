import { describe, expect, test } from "vitest";
import { readHosts } from "./hosts-content.js";
import {
  type Mirror,
  type MirrorChange,
  SPEGEL_ON_MASTERS,
  SPEGEL_ON_NODE,
  SPEGEL_SERVICE,
} from "./mirror.js";
import { changeMirrors, hostsContent } from "./mirror-edits.js";

/** Example of Kublr's page, with a comment and the layout that a careful user would give it. */
const COMMENTED = `# kept by the platform team
server = "https://great-registry.com"

# the big one
[host."https://my-mirror.internal"]
  capabilities = ["pull", "resolve"] # no push
  dial_timeout = "200ms"

[host.'http://{{.config.node_address_ip}}:30020']
  capabilities = ['pull', 'resolve']
  override_path = true
`;

const HEADERS = `[host.'https://a']
[host.'https://a'.header]
# who asks
X-Team = ['a', 'b']
X-Site = 'north' # the plant
`;

describe("changing one thing leaves every other line", () => {
  const rows: [string, MirrorChange, string, string][] = [
    [
      "a URL",
      { kind: "set-mirror", index: 0, set: { url: "https://other" } },
      `[host."https://my-mirror.internal"]`,
      `[host."https://other"]`,
    ],
    [
      "capabilities, with the comment behind them",
      { kind: "set-mirror", index: 0, set: { capabilities: ["pull"] } },
      `["pull", "resolve"] # no push`,
      `["pull"] # no push`,
    ],
    [
      "a field that was not there",
      { kind: "set-mirror", index: 1, set: { dialTimeout: "1s" } },
      "  override_path = true\n",
      "  override_path = true\n  dial_timeout = '1s'\n",
    ],
    [
      "a field taken away",
      { kind: "set-mirror", index: 1, set: { overridePath: null } },
      "  override_path = true\n",
      "",
    ],
    [
      "certificates and headers",
      {
        kind: "set-mirror",
        index: 0,
        set: {
          ca: ["/ca.pem"],
          client: [{ certificate: "/a.pem", key: "/a.key" }],
          headers: [{ name: "X-Team", values: ["it's"] }],
        },
      },
      `  dial_timeout = "200ms"\n`,
      `  dial_timeout = "200ms"\n  ca = "/ca.pem"\n  client = [["/a.pem", "/a.key"]]\n  header = { X-Team = "it's" }\n`,
    ],
    [
      "a mirror removed, with its comment",
      { kind: "remove-entry", index: 0 },
      COMMENTED.slice(COMMENTED.indexOf("# the big"), COMMENTED.indexOf("[host.'http:")),
      "",
    ],
    [
      "a mirror added, in the layout of its neighbours",
      { kind: "add-mirror", mirror: SPEGEL_SERVICE },
      "  override_path = true\n",
      `  override_path = true

[host.'http://{{.config.node_address_ip}}:30021']
  capabilities = ['pull', 'resolve']
  dial_timeout = '200ms'
`,
    ],
    [
      "Spegel of the masters added",
      { kind: "add-spegel", on: "masters" },
      "  override_path = true\n",
      `  override_path = true\n\n${SPEGEL_ON_MASTERS}\n`,
    ],
    [
      "another server",
      { kind: "set-server", server: "https://{{ .config.registry }}" },
      `server = "https://great-registry.com"`,
      `server = "https://{{ .config.registry }}"`,
    ],
    ["no server", { kind: "set-server", server: null }, `server = "https://great-registry.com"\n`, ""],
  ];
  test.each(rows)("%s", (_name, change, before, after) => {
    expect(COMMENTED).toContain(before);
    expect(changeMirrors(COMMENTED, change)).toBe(COMMENTED.replace(before, after));
  });

  const inTable: [string, Partial<Mirror>, string, string][] = [
    [
      "a header's value",
      {
        headers: [
          { name: "X-Team", values: ["a"] },
          { name: "X-Site", values: ["north"] },
        ],
      },
      "['a', 'b']",
      "['a']",
    ],
    [
      "a header's name",
      {
        headers: [
          { name: "X-Team", values: ["a", "b"] },
          { name: "X Y", values: ["north"] },
        ],
      },
      "X-Site",
      "'X Y'",
    ],
    ["a header less", { headers: [{ name: "X-Site", values: ["north"] }] }, "X-Team = ['a', 'b']\n", ""],
    [
      "a header more",
      {
        headers: [
          { name: "X-Team", values: ["a", "b"] },
          { name: "X-Site", values: ["north"] },
          { name: "Z", values: ["z"] },
        ],
      },
      "# the plant\n",
      "# the plant\nZ = 'z'\n",
    ],
    [
      "no headers",
      { headers: null },
      HEADERS.slice(HEADERS.indexOf("[host.'https://a'.header]")),
      "# who asks\n",
    ],
  ];
  test.each(inTable)("in a table of headers: %s", (_name, set, before, after) => {
    expect(changeMirrors(HEADERS, { kind: "set-mirror", index: 0, set })).toBe(
      HEADERS.replace(before, after),
    );
  });

  test("a mirror's name stands in the table of its headers too", () => {
    const changed = changeMirrors(HEADERS, { kind: "set-mirror", index: 0, set: { url: "https://b" } });
    expect(changed).toBe(HEADERS.replaceAll("https://a", "https://b"));
  });

  test("moving takes a mirror's comment along and leaves the blank lines", () => {
    const moved = changeMirrors(COMMENTED, { kind: "move-entry", from: 1, to: 0 }) ?? "";
    expect(moved).toBe(`# kept by the platform team
server = "https://great-registry.com"

[host.'http://{{.config.node_address_ip}}:30020']
  capabilities = ['pull', 'resolve']
  override_path = true

# the big one
[host."https://my-mirror.internal"]
  capabilities = ["pull", "resolve"] # no push
  dial_timeout = "200ms"
`);
    expect(changeMirrors(moved, { kind: "move-entry", from: 0, to: 1 })).toBe(COMMENTED);
  });

  test("a part of the template moves as it is", () => {
    const loop = "{{- range .config.mirrors }}\n[host.'{{ . }}']\n{{- end }}\n";
    const moved = changeMirrors(`[host.'a']\nca = 'x'\n${loop}`, { kind: "move-entry", from: 1, to: 0 });
    expect(moved).toBe(`${loop.trimEnd()}\n[host.'a']\nca = 'x'\n`);
  });

  test("a quote in a value is written so that TOML reads it back", () => {
    const changed = changeMirrors("[host.'a']", { kind: "set-mirror", index: 0, set: { url: "it's" } });
    expect(changed).toBe(`[host."it's"]`);
    const action = `it's {{ index .config "a" }}`;
    expect(changeMirrors("[host.'a']", { kind: "set-mirror", index: 0, set: { url: action } })).toBe(
      `[host."${action}"]`,
    );
  });

  test.each([
    ["a mirror that is not there", { kind: "remove-entry", index: 7 }],
    ["a move beyond the end", { kind: "move-entry", from: 0, to: 2 }],
  ] as [string, MirrorChange][])("%s: nothing is changed", (_name, change) => {
    expect(changeMirrors(COMMENTED, change)).toBeNull();
  });

  test("what the form cannot change it does not change", () => {
    const kept = "[host.'a']\nca = [\n'x',\n]\n[host.b]\n";
    expect(changeMirrors(kept, { kind: "set-mirror", index: 0, set: { ca: ["y"] } })).toBeNull();
    expect(changeMirrors(kept, { kind: "set-mirror", index: 1, set: { url: "y" } })).toBeNull();
    expect(changeMirrors(kept, { kind: "set-mirror", index: 0, set: { dialTimeout: "1s" } })).toBe(
      "[host.'a']\ndial_timeout = '1s'\nca = [\n'x',\n]\n[host.b]\n",
    );
    expect(changeMirrors("{{ if .x }}", { kind: "add-spegel", on: "node" })).toBeNull();
  });
});

describe("server", () => {
  test.each([
    ["an empty file", "", "server = 'https://s'\n"],
    ["comments", "# none\n", "# none\nserver = 'https://s'\n"],
    ["mirrors", '# one\n[host."a"]\n', 'server = "https://s"\n\n# one\n[host."a"]\n'],
    ["other keys", "ca = 'x'\n\n[host.'a']\n", "ca = 'x'\nserver = 'https://s'\n\n[host.'a']\n"],
  ])("above the first table, in %s; and away again", (_name, before, after) => {
    expect(changeMirrors(before, { kind: "set-server", server: "https://s" })).toBe(after);
    expect(changeMirrors(after, { kind: "set-server", server: null })).toBe(before);
  });
});

test("new content has the style of Kublr's page", () => {
  expect(
    hostsContent([SPEGEL_ON_NODE, SPEGEL_SERVICE]),
  ).toBe(`[host.'http://{{.config.node_address_ip}}:30020']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'
[host.'http://{{.config.node_address_ip}}:30021']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'
`);
});

test("a changed certificate stays in its form, pairs and texts are not mixed", () => {
  const set = (client: Mirror["client"], content = "[host.'a']") =>
    changeMirrors(content, { kind: "set-mirror", index: 0, set: { client } })?.split("\n")[1];
  expect(set([{ certificate: "a", key: null }])).toBe("client = 'a'");
  expect(
    set([
      { certificate: "a", key: null },
      { certificate: "b", key: null },
    ]),
  ).toBe("client = ['a', 'b']");
  expect(
    set([
      { certificate: "a", key: null },
      { certificate: "b", key: "k" },
    ]),
  ).toBe("client = [['a', 'a'], ['b', 'k']]");
  expect(set([{ certificate: "b", key: null }], "[host.'a']\nclient = ['a'] # one")).toBe(
    "client = ['b'] # one",
  );
});

test("the form reads what the form writes", () => {
  const content = changeMirrors(hostsContent([SPEGEL_ON_NODE]), { kind: "add-spegel", on: "masters" });
  expect(readHosts(content ?? "").content).toMatchObject({
    entries: [{ kind: "mirror", mirror: SPEGEL_ON_NODE }, { kind: "masters" }],
  });
});
