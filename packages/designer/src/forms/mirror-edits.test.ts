import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHosts } from "./hosts-document.js";
import {
  type HostsContent,
  type Mirror,
  type MirrorChange,
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

function read(content: string): HostsContent {
  const parsed = parseHosts(content);
  return parsed.ok ? parsed.content : { form: "raw", reason: parsed.reason };
}

const bare = { dialTimeout: null, overridePath: null, skipVerify: null, ca: null };

describe("reading hosts.toml templates", () => {
  test("mirrors with their fields, in order", () => {
    expect(read(COMMENTED)).toEqual({
      form: "structured",
      server: "https://great-registry.com",
      mirrors: [
        {
          ...bare,
          url: "https://my-mirror.internal",
          capabilities: ["pull", "resolve"],
          dialTimeout: "200ms",
        },
        {
          ...bare,
          url: "http://{{.config.node_address_ip}}:30020",
          capabilities: ["pull", "resolve"],
          overridePath: true,
        },
      ],
    });
  });

  test.each([
    ["nothing", ""],
    ["comments only", "# no mirrors"],
    ["blank lines", "\n\n"],
  ])("%s: no mirrors", (_name, content) => {
    expect(read(content)).toEqual({ form: "structured", server: null, mirrors: [] });
  });

  test.each([
    ["a loop", "{{ range .config.master_address_ips }}\n[host.'http://{{ . }}:30020']\n{{ end }}"],
    ["a condition in a string", "[host.'{{ if .config.x }}a{{ else }}b{{ end }}']"],
    ["a condition in a comment", "# {{ if .config.x }}"],
    ["headers", "[host.'https://a'.header]\nAuthorization = 'x'"],
    ["a key without a field", "[host.'https://a']\nclient = ['a', 'b']"],
    ["a key of a mirror before the first", "dial_timeout = '1s'"],
    ["server in a mirror", "[host.'https://a']\nserver = 'https://b'"],
    ["a bare key as host", "[host.mirror]"],
    ["another table", "[hosts.'https://a']"],
    ["a list over several lines", "[host.'https://a']\ncapabilities = [\n'pull'\n]"],
    ["a list of other things", "[host.'https://a']\ncapabilities = [1]"],
    ["a value of another type", "[host.'https://a']\ndial_timeout = true"],
    ["a key written twice", "[host.'https://a']\nca = 'a'\nca = 'b'"],
    ["an escape that JSON has not", '[host."https://\\U0000006D"]'],
    ["carriage returns", "[host.'https://a']\r\n"],
  ])("%s: text only", (_name, content) => {
    expect(read(content).form).toBe("raw");
    expect(changeMirrors(content, { kind: "add-mirror", mirror: SPEGEL_ON_NODE })).toBeNull();
  });
});

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
      "a mirror removed, with its comment",
      { kind: "remove-mirror", index: 0 },
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
  ];
  test.each(rows)("%s", (_name, change, before, after) => {
    expect(COMMENTED).toContain(before);
    expect(changeMirrors(COMMENTED, change)).toBe(COMMENTED.replace(before, after));
  });

  test("moving takes a mirror's comment along and leaves the blank lines", () => {
    const moved = changeMirrors(COMMENTED, { kind: "move-mirror", from: 1, to: 0 }) ?? "";
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
    expect(changeMirrors(moved, { kind: "move-mirror", from: 0, to: 1 })).toBe(COMMENTED);
  });

  test("a quote in a value is written so that TOML reads it back", () => {
    const changed = changeMirrors("[host.'a']", { kind: "set-mirror", index: 0, set: { url: "it's" } });
    expect(changed).toBe(`[host."it's"]`);
  });

  test.each([
    ["a mirror that is not there", { kind: "remove-mirror", index: 7 } as const],
    ["a move beyond the end", { kind: "move-mirror", from: 0, to: 2 } as const],
  ])("%s: nothing is changed", (_name, change) => {
    expect(changeMirrors(COMMENTED, change)).toBeNull();
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

const oneLine = fc.string({ unit: "binary" }).filter((text) => !/[\r\n]|\{\{/.test(text));
const mirrors: fc.Arbitrary<Mirror> = fc.record({
  url: oneLine,
  capabilities: fc.option(fc.array(oneLine)),
  dialTimeout: fc.option(oneLine),
  overridePath: fc.option(fc.boolean()),
  skipVerify: fc.option(fc.boolean()),
  ca: fc.option(oneLine),
});

test("whatever is written is read back", () => {
  fc.assert(
    fc.property(fc.array(mirrors, { maxLength: 4 }), (written) => {
      expect(read(hostsContent(written))).toEqual({ form: "structured", server: null, mirrors: written });
    }),
  );
});

test("setting a mirror to what it is changes no byte", () => {
  const content = read(COMMENTED);
  const mirrors = content.form === "structured" ? content.mirrors : [];
  expect(mirrors).toHaveLength(2);
  mirrors.forEach((set, index) => {
    expect(changeMirrors(COMMENTED, { kind: "set-mirror", index, set })).toBe(COMMENTED);
  });
});
