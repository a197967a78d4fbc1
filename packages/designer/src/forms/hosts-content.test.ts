import { describe, expect, test } from "vitest";
import { readHosts } from "./hosts-content.js";
import { NEW_MIRROR, SPEGEL_ON_MASTERS } from "./mirror.js";

const read = (content: string) => readHosts(content).content;
const mirror = (content: string) => {
  const hosts = read(content);
  const [entry] = hosts.form === "structured" ? hosts.entries : [];
  return entry?.kind === "mirror" ? entry : null;
};
const HOST = "[host.'https://a']\n";
const bare = { ...NEW_MIRROR, url: "https://a", capabilities: null, dialTimeout: null };

describe("the fields of a mirror", () => {
  test.each([
    ["capabilities = ['pull', \"resolve\"] # both", { capabilities: ["pull", "resolve"] }],
    ["capabilities = []", { capabilities: [] }],
    ['dial_timeout = "1s"', { dialTimeout: "1s" }],
    ["override_path = true\nskip_verify = false", { overridePath: true, skipVerify: false }],
    ["ca = '/ca.pem'", { ca: ["/ca.pem"] }],
    ["ca = ['/a.pem', '/b.pem']", { ca: ["/a.pem", "/b.pem"] }],
    ["client = '/both.pem'", { client: [{ certificate: "/both.pem", key: null }] }],
    [
      "client = [['/a.pem', '/a.key'], ['/b.pem', '/b.key']]",
      {
        client: [
          { certificate: "/a.pem", key: "/a.key" },
          { certificate: "/b.pem", key: "/b.key" },
        ],
      },
    ],
    [
      "header = { X-Team = 'a', 'x y' = ['b', 'c'] }",
      {
        headers: [
          { name: "X-Team", values: ["a"] },
          { name: "x y", values: ["b", "c"] },
        ],
      },
    ],
    ["[host.'https://a'.header]\n\"X\" = 'a'", { headers: [{ name: "X", values: ["a"] }] }],
    [`dial_timeout = "{{ index .config "a-b" }}"`, { dialTimeout: `{{ index .config "a-b" }}` }],
    [
      "ca = '{{ if .config.x }}/a{{ else }}/b{{ end }}'",
      { ca: ["{{ if .config.x }}/a{{ else }}/b{{ end }}"] },
    ],
  ])("%s", (lines, fields) => {
    expect(mirror(HOST + lines)).toEqual({
      kind: "mirror",
      mirror: { ...bare, ...fields },
      keptFields: [],
      kept: [],
    });
  });

  test.each([
    ["a list over several lines", "capabilities = [\n  'pull', # one\n]", "capabilities"],
    ["pairs over several lines", "client = [\n['a', 'b']\n]", "client"],
    ["a list of other things", "capabilities = [1]", "capabilities"],
    ["a pair of three", "client = [['a', 'b', 'c']]", "client"],
    ["a value of another type", "dial_timeout = true", "dialTimeout"],
    ["a key written twice", "ca = 'a'\nca = 'b'", "ca"],
    ["an escape that JSON has not", 'ca = "\\U0000006D"', "ca"],
    ["a condition", "{{ if .config.x }}\nca = 'a'\n{{ end }}", "ca"],
    ["an action outside of a string", "override_path = {{ .config.x }}", "overridePath"],
    ["headers in two places", "header = { a = 'b' }\n[host.'https://a'.header]\nc = 'd'", "headers"],
  ])("%s: the field is kept as it is", (_name, lines, field) => {
    expect(mirror(HOST + lines)?.keptFields).toEqual([field]);
  });

  test("a key that the form has no field for is kept with its mirror", () => {
    expect(mirror(`${HOST}mirror = 'x'\nserver = 'https://b'`)?.kept).toEqual([
      "mirror = 'x'",
      "server = 'https://b'",
    ]);
  });
});

describe("what stands among the mirrors", () => {
  const kinds = (content: string) => {
    const hosts = read(content);
    return hosts.form === "structured" ? hosts.entries.map(({ kind }) => kind) : hosts.reason;
  };
  const LOOP = "{{ range .config.mirrors }}\n[host.'{{ . }}']\n{{ end }}\n";

  test.each([
    ["nothing", "", []],
    ["comments only", "# no mirrors\n{{/* nor here */}}", []],
    ["a loop", HOST + LOOP + HOST, ["mirror", "block", "mirror"]],
    [
      "a loop on one line",
      `{{ range .config.x }}[host.'{{ . }}']{{ end }}\nca = 'a'\n${HOST}`,
      ["block", "mirror"],
    ],
    ["Spegel of the masters", `${HOST}\n${SPEGEL_ON_MASTERS}\n`, ["mirror", "masters"]],
    [
      "another spelling of it",
      '{{- range $ip := .config.master_ips }}\n[host."http://{{$ip}}:30020"]\n{{ end }}',
      ["masters"],
    ],
    ["a loop over masters with another port", SPEGEL_ON_MASTERS.replace("30020", "5000"), ["block"]],
    ["a bare key as host", "[host.mirror]\n", ["block"]],
    ["another table", `[hosts.'https://a']\nx = 1\n${HOST}`, ["block", "mirror"]],
    [
      "headers away from their mirror",
      `${HOST}[host.'https://b']\n[host.'https://a'.header]\n`,
      ["mirror", "mirror", "block"],
    ],
    ["all of it under a condition", `{{ if .config.x }}\n${HOST}{{ else }}\n${HOST}{{ end }}\n`, ["block"]],
  ])("%s", (_name, content, expected) => {
    expect(kinds(content)).toEqual(expected);
  });

  test.each([
    ["carriage returns", "[host.'https://a']\r\n", /carriage returns/],
    ["a string over several lines", 'ca = """\n"""', /several lines/],
    ["a block that is not closed", "{{ range .x }}\n[host.'a']", /line 1 has no \{\{ end \}\}/],
    ["an end of nothing", `${HOST}{{ end }}`, /Line 2/],
    ["a list that is not closed", "ca = [\n'a'", /list/],
    [
      "a block over the edge of a table",
      `${HOST}{{ if .x }}\nca = 'a'\n${HOST}{{ end }}`,
      /one table and ends in another/,
    ],
    ["an action that joins lines", `${HOST}{{- if .x -}}\n${HOST}{{ end }}`, /line breaks/],
    ["an action that joins lines at its end", `{{ if .x }}\n${HOST}{{- end -}}\n${HOST}`, /line breaks/],
    ["a variable between mirrors", `${HOST}{{ $port := 1 }}\n${HOST}`, /variable/],
  ])("%s: text only, and why", (_name, content, why) => {
    expect(kinds(content)).toMatch(why);
  });
});

test("the server, and what is kept above the mirrors", () => {
  const content = `# ours\nserver = 'https://a'\ndial_timeout = '1s'\n{{ $x := 1 }}\n\n${HOST}`;
  expect(read(content)).toMatchObject({
    server: "https://a",
    serverKept: false,
    kept: ["dial_timeout = '1s'", "{{ $x := 1 }}"],
    entries: [{ kind: "mirror" }],
  });
  expect(read("server = {{ .config.x }}\n")).toMatchObject({ server: null, serverKept: true });
});

test("every entry says where it stands", () => {
  const content = `server = 'x'\n\n# one\n${HOST}ca = 'a'\n\n${SPEGEL_ON_MASTERS}\n`;
  const parts = readHosts(content).ranges.map(({ start, end }) => content.slice(start, end));
  expect(parts).toEqual([`# one\n${HOST}ca = 'a'`, SPEGEL_ON_MASTERS]);
});
