import { describe, expect, it, test } from "vitest";
import { analyze } from "../../analyze.js";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example, fixed } from "../../testing/marked-spec.js";
import { agentConfig, dockerIo, extension, hostsFile, MIRROR } from "../../testing/specs.js";

/** The templates' text without its last line break. */
const unended = (spec: string) => spec.replaceAll("content: |\n", "content: |-\n");

const under = { settings: { containerdVersion: "2.1" } };

describeRule("hosts/ignored-key", {
  ...under,
  fires: {
    "a misspelt field": dockerIo(...MIRROR, "«skipVerify = true»"),
    "a misspelt table": dockerIo("«[hosts.'https://m.example']»"),
    "a key of another program": dockerIo("«endpoint = 'https://m.example'»", ...MIRROR),
    "what is near nothing": dockerIo(...MIRROR, "«something = 1»"),
  },
  silent: {
    "known fields": dockerIo(...MIRROR, "dial_timeout = '1s'", "override_path = false"),
    "server below a host, which is a rule of its own": dockerIo(...MIRROR, "server = 'https://s.example'"),
  },
  unfixed: {
    "what is near nothing": dockerIo(...MIRROR, "something = 1"),
    "a name written with an escape": dockerIo(...MIRROR, '"skipVerif\\u0079" = true'),
    "a table where a value belongs": dockerIo(...MIRROR, "[host.'https://m.example'.skipVerify]"),
  },
  fixes: {
    "a field renamed": {
      title: /skip_verify/,
      before: dockerIo(...MIRROR, "skipVerify = true # lab"),
      after: dockerIo(...MIRROR, "skip_verify = true # lab"),
    },
    "a table renamed": {
      title: /host$/,
      before: dockerIo("[hosts.'https://m.example']"),
      after: dockerIo("[host.'https://m.example']"),
    },
  },
});

const TWO = [...MIRROR, "«dial_timeout = '1s'»", "[host.'https://n.example']", "dial_timeout = '1s'"];

describeRule("hosts/ignored-key", {
  settings: { containerdVersion: "2.0.6" },
  fires: {
    "a field of later releases, once for a file": dockerIo(...TWO),
    "once for each file": agentConfig(
      `    extensions:\n${extension("a", "docker.io/hosts.toml", ...TWO)}${extension("b", "quay.io/hosts.toml", ...TWO)}`,
    ),
  },
  silent: { "no such field": dockerIo(...MIRROR) },
});

describe("hosts/ignored-key", () => {
  it.each([
    ["2.0.6", ["info"]],
    ["2.0.7", []],
    ["2.1", []],
  ])("dial_timeout in %s", (containerdVersion, severities) => {
    const text = dockerIo(...MIRROR, "dial_timeout = '1s'");
    const found = diagnosticsOf(text, "hosts/ignored-key", { settings: { containerdVersion } });
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });
});

describeRule("hosts/invisible-host", {
  ...under,
  fires: {
    "an inline table": dockerIo('host = { «"https://m.example"» = { capabilities = ["pull"] } }'),
    "below [host]": dockerIo("[host]", "«'https://m.example'» = { capabilities = ['pull'] }"),
    "a dotted key": dockerIo("host.«'https://m.example'».capabilities = ['pull']"),
    "capitals in the header": dockerIo("[Host.«'https://m.example'»]"),
  },
  silent: { "a table": dockerIo(...MIRROR) },
  unfixed: {
    "a list of tables": dockerIo("[[host.'https://m.example']]", "skip_verify = true"),
    "an empty name": dockerIo("[host.'']", "skip_verify = true"),
    "an inline table over several lines": dockerIo(
      "[host]",
      "'https://m' = { capabilities = ['pull',",
      "'resolve'] }",
    ),
    "an inline table with a comment": dockerIo(
      "host = { 'https://m' = { skip_verify = true } } # mine, for now",
    ),
    "an inline table with a short comment": dockerIo(
      "host = { 'https://m' = { skip_verify = true } } # mine",
    ),
    "a dotted key with blanks": dockerIo("host . 'https://m' . skip_verify = true"),
    "dotted keys that one piece of the template writes": dockerIo(
      `{{ define "field" }}host.'https://m'.{{ . }} = true`,
      '{{ end }}{{ template "field" "skip_verify" }}{{ template "field" "override_path" }}# mine',
    ),
  },
  fixes: {
    "an inline table": {
      title: /table/,
      before: dockerIo(
        "server = 'https://registry-1.docker.io'",
        'host = { "https://m" = { capabilities = ["pull", "resolve"], ca = \'a=b, c\' } }',
      ),
      after: dockerIo(
        "server = 'https://registry-1.docker.io'",
        '[host."https://m"]',
        'capabilities = ["pull", "resolve"]',
        "ca = 'a=b, c'",
      ),
    },
    "below [host]": {
      title: /table/,
      before: dockerIo("[host]", "'https://m' = { skip_verify = true }"),
      after: dockerIo("[host]", "[host.'https://m']", "skip_verify = true"),
    },
    "dotted keys": {
      title: /table/,
      before: dockerIo(
        "host.'https://m'.capabilities = ['pull']",
        "server = 'https://registry-1.docker.io'",
        "host.'https://m'.skip_verify = true",
      ),
      after: dockerIo(
        "server = 'https://registry-1.docker.io'",
        "[host.'https://m']",
        "capabilities = ['pull']",
        "skip_verify = true",
      ),
    },
    "a dotted key above a table": {
      title: /table/,
      before: dockerIo("host.'https://m'.skip_verify = true", "[header]", "x-team = 'a'"),
      after: dockerIo("[header]", "x-team = 'a'", "[host.'https://m']", "skip_verify = true"),
    },
    "a dotted key in a text without a last line break": {
      title: /table/,
      before: unended(
        dockerIo("host.'https://m'.skip_verify = true", "server = 'https://registry-1.docker.io'"),
      ),
      after: dockerIo("server = 'https://registry-1.docker.io'", "[host.'https://m']", "skip_verify = true"),
    },
    "capitals in the header": {
      title: /lower case/,
      before: dockerIo("[Host.'https://m.example']"),
      after: dockerIo("[host.'https://m.example']"),
    },
    "capitals in quotes": {
      title: /lower case/,
      before: dockerIo('["Host"."https://m.example"]'),
      after: dockerIo('["host"."https://m.example"]'),
    },
    "capitals in quotes with blanks": {
      title: /lower case/,
      before: dockerIo("  [ 'HOST' . 'https://m.example' ] # mine"),
      after: dockerIo("  [ 'host' . 'https://m.example' ] # mine"),
    },
    "capitals in each of its tables": {
      title: /lower case/,
      before: dockerIo("[Host.m]", "skip_verify = true", "[HOST.m.header]", "x-team = 'Host'"),
      after: dockerIo("[host.m]", "skip_verify = true", "[host.m.header]", "x-team = 'Host'"),
    },
    "capitals that are escaped": {
      title: /lower case/,
      before: dockerIo('["\\u0048ost"."https://m.example"]'),
      after: dockerIo('["host"."https://m.example"]'),
    },
    "capitals in the header of a table of the host": {
      title: /lower case/,
      before: dockerIo("[ Host.'https://m.example'.header ]", "x-team = 'a'"),
      after: dockerIo("[ host.'https://m.example'.header ]", "x-team = 'a'"),
    },
  },
});

describeRule("hosts/server-misplaced", {
  fires: { "below a host": dockerIo(...MIRROR, "«server = 'https://s.example'»") },
  silent: { "at the top": dockerIo("server = 'https://registry-1.docker.io'", ...MIRROR) },
  fixes: {
    "moved to the top": {
      title: /Move/,
      before: dockerIo("# mine", ...MIRROR, "server = 'https://s.example'"),
      after: dockerIo("server = 'https://s.example'", "# mine", ...MIRROR),
    },
    "moved with the comment beside it": {
      title: /Move/,
      before: dockerIo(...MIRROR, "  server = 'https://s.example' # ours").replace(
        "content: |",
        "content: |-",
      ),
      after: dockerIo("server = 'https://s.example' # ours", ...MIRROR),
    },
    "removed where the file has one": {
      title: /Remove/,
      before: dockerIo("server = 'https://s.example'", ...MIRROR, "server = 'https://t.example'"),
      after: dockerIo("server = 'https://s.example'", ...MIRROR),
    },
  },
});

const HEADER = ["[host.'https://m.example'.header]", "x-team = 'a'"];

describeRule("hosts/host-repeated", {
  ...under,
  fires: {
    "a header after another host": dockerIo(
      ...MIRROR,
      "[host.'https://n.example']",
      `«${HEADER[0]}»`,
      "x-team = 'a'",
    ),
  },
  silent: { "a header below its host": dockerIo(...MIRROR, ...HEADER, "[host.'https://n.example']") },
  fixes: {
    "moved below its host": {
      title: /Move/,
      before: dockerIo(...MIRROR, "[host.'https://n.example']", ...HEADER),
      after: dockerIo(...MIRROR, ...HEADER, "[host.'https://n.example']"),
    },
    "moved from the end of a text without a last line break": {
      title: /Move/,
      before: unended(
        dockerIo(...MIRROR, "[host.'https://n.example']", ...HEADER.map((line) => `${line} # ours`)),
      ),
      after: dockerIo(...MIRROR, ...HEADER.map((line) => `${line} # ours`), "[host.'https://n.example']"),
    },
  },
});

describeRule("hosts/dockerhub", {
  fires: {
    "a directory that images do not have": hostsFile("registry-1.docker.io/hosts.toml", ...MIRROR).replace(
      /path: (.*)/,
      "path: «$1»",
    ),
    "a server that serves no images": dockerIo("server = «'https://docker.io'»", ...MIRROR),
  },
  silent: { "docker.io and its registry": dockerIo("server = 'https://registry-1.docker.io'", ...MIRROR) },
  unfixed: {
    "the directory of a file that there is already": `${hostsFile("index.docker.io/hosts.toml", ...MIRROR)}${extension("b", "docker.io/hosts.toml", ...MIRROR)}`,
  },
  fixes: {
    "the directory renamed": {
      title: /docker\.io\/hosts\.toml/,
      before: hostsFile("index.docker.io/hosts.toml", ...MIRROR),
      after: dockerIo(...MIRROR),
    },
    "the server renamed": {
      title: /registry-1/,
      before: dockerIo('server = "https://index.docker.io" # hub', ...MIRROR),
      after: dockerIo('server = "https://registry-1.docker.io" # hub', ...MIRROR),
    },
  },
});

const mirrorAddOff = (...files: string[]) =>
  agentConfig(
    `    cluster: {addon: {spegel: {helm_values: {spegel: {containerdMirrorAdd: false}}}}}\n    extensions:\n${files.join("")}`,
  );
const NODE = ["[host.'http://{{.config.node_address_ip}}:30020']", "capabilities = ['pull', 'resolve']"];

describeRule("hosts/shadows-default", {
  fires: {
    "a file without Spegel": mirrorAddOff(extension("«a»", "quay.io/hosts.toml", ...MIRROR)),
    "a file with no mirror at all": mirrorAddOff(extension("«a»", "quay.io/hosts.toml", "# none")),
  },
  silent: {
    "a file with the node's Spegel": mirrorAddOff(extension("a", "quay.io/hosts.toml", ...MIRROR, ...NODE)),
    "Kublr's own example": example("08-mirror-add-off-with-overrides.yaml"),
    "the default file itself": mirrorAddOff(extension("a", "_default/hosts.toml", ...MIRROR)),
    "a default without Spegel": mirrorAddOff(
      extension("a", "_default/hosts.toml", ...MIRROR),
      extension("b", "quay.io/hosts.toml", ...MIRROR),
    ),
    "directories that containerd never reads": mirrorAddOff(
      ...["my_repo:5000", "my_repo", "index.docker.io", "_default_5000_", "x-.example", "GHCR.io"].map(
        (name, at) => extension(`a${at}`, `${name}/hosts.toml`, ...MIRROR),
      ),
    ),
    "a file that Spegel moves aside": hostsFile("quay.io/hosts.toml", ...MIRROR),
    "Spegel is disabled": `${agentConfig("    cluster: {addon: {spegel: {enabled: false}}}\n")}    extensions:\n${extension("a", "quay.io/hosts.toml", ...MIRROR)}`,
  },
  fixes: {
    "in a text without a last line break": {
      title: /Spegel/,
      before: unended(mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'"))),
      after: mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'", ...NODE)),
    },
    "as the only mirror": {
      title: /Spegel/,
      before: mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'")),
      after: mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'", ...NODE)),
    },
    "the node's Spegel first": {
      title: /Spegel/,
      before: mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'", "", ...MIRROR)),
      after: mirrorAddOff(
        extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'", "", ...NODE, "", ...MIRROR),
      ),
    },
  },
});

describe("a hosts.toml that containerd never reads", () => {
  const all = ["[host.'m.example']", "capabilities = ['push']", "skip_verify = true"];
  const codesIn = (directory: string, ...lines: string[]) => {
    const { diagnostics } = analyze(mirrorAddOff(extension("a", `${directory}/hosts.toml`, ...lines)));
    return new Set(diagnostics.map(({ code }) => code).filter((code) => !code.startsWith("agent/")));
  };

  it.each(["my_repo:5000", "my_repo", "x-.example.com", "bücher.example", "registry.example.com:"])(
    "%s: nothing but that is said of it",
    (directory) => {
      expect([...codesIn(directory, ...all)]).toEqual(["template/path-unknown"]);
    },
  );

  it("index.docker.io: that it is Docker Hub's, and a secret in it", () => {
    const header = "header = { Authorization = 'Basic YTpi' }";
    expect([...codesIn("index.docker.io", ...all, header)].sort()).toEqual([
      "hosts/dockerhub",
      "hosts/secret",
    ]);
  });
});

test("Spegel is added with a dial_timeout where the release reads it", () => {
  const before = mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'"));
  const timeout = "dial_timeout = '200ms'";
  expect(fixed(before, "hosts/shadows-default", /Spegel/, { settings: { containerdVersion: "2.1" } })).toBe(
    mirrorAddOff(extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'", ...NODE, timeout)),
  );
});
