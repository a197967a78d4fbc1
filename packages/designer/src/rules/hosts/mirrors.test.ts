import { describe, expect, it } from "vitest";
import type { Settings } from "../../analysis.js";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, dockerIo, extension, hostsFile, MIRROR } from "../../testing/specs.js";

const under = { settings: { containerdVersion: "2.1" } };
const [HEADER = "", CAPABILITIES = ""] = MIRROR;

describeRule("hosts/no-capability", {
  fires: {
    "no pull": dockerIo(HEADER, "capabilities = «['resolve']»"),
    push: dockerIo(HEADER, "capabilities = ['pull', «'push'»]"),
  },
  silent: { "pull and resolve": dockerIo(...MIRROR), "none given, which is all": dockerIo(HEADER) },
});

describeRule("hosts/url", {
  ...under,
  fires: {
    "no scheme": dockerIo("[host.«'m.example:5000'»]"),
    "http with TLS options": dockerIo("[host.«'http://m.example:5000'»]", "skip_verify = true"),
    "a server's path": dockerIo("server = «'https://m.example/hub'»", ...MIRROR),
    "a bad port (error)": dockerIo("[host.«'https://m.example:x'»]"),
    "another scheme (error)": dockerIo("[host.«'ftp://m.example'»]"),
    "IPv6 without brackets (info)": dockerIo("[host.«'http://fd00::1:5000'»]"),
    "IPv6 without brackets and port (error)": dockerIo("[host.«'http://fd00::1'»]"),
  },
  unfixed: {
    "a server's path outside of /v2, where no registry's API is": dockerIo(
      "server = 'https://m.example/hub'",
      ...MIRROR,
    ),
    "an address that an escape spells": dockerIo('[host."http://fd00::\\u0031:5000"]'),
    "a port in the place of the last group": dockerIo("[host.'http://fd00::1']"),
  },
  silent: {
    "a mirror": dockerIo(...MIRROR),
    "a server's path that is kept": example("12-air-gapped-internal-mirror.yaml"),
  },
  fixes: {
    "a scheme": {
      title: /https/,
      before: dockerIo('[host."m.example:5000"] # cache'),
      after: dockerIo('[host."https://m.example:5000"] # cache'),
    },
    brackets: {
      title: /brackets/,
      before: dockerIo("[host.'http://fd00::1:5000/v2'] # node"),
      after: dockerIo("[host.'http://[fd00::1]:5000/v2'] # node"),
    },
    "override_path for the server": {
      title: /override_path/,
      before: dockerIo("server = 'https://m.example/v2/hub' # proxy", ...MIRROR),
      after: dockerIo("server = 'https://m.example/v2/hub' # proxy", "override_path = true", ...MIRROR),
    },
  },
});

describeRule("hosts/url", {
  settings: { containerdVersion: "1.7" },
  fires: { "IPv6 without brackets (info)": dockerIo("[host.«'http://fd00::1:5000'»]") },
  silent: {},
  unfixed: {
    "IPv6 without brackets, which 1.x cannot read in a table's header": dockerIo(
      "[host.'http://fd00::1:5000']",
    ),
  },
});

describe("hosts/url", () => {
  it.each([
    ["m.example", "warning"],
    ["https://m.example:x", "error"],
    ["ftp://m.example", "error"],
    ["http://fd00::1:5000", "info"],
    ["http://fd00::1", "error"],
  ])("%s: %s", (host, severity) => {
    const found = diagnosticsOf(dockerIo(`[host.'${host}']`), "hosts/url", under);
    expect(found.map((one) => one.severity)).toEqual([severity]);
  });
});

describeRule("hosts/slow-fallback", {
  ...under,
  fires: {
    "no dial_timeout": dockerIo("[host.«'https://m.example'»]", CAPABILITIES),
    "a master, which may be down": dockerIo(
      "{{ range .config.master_address_ips }}",
      "[host.«'http://{{ . }}:30020'»]",
      "{{ end }}",
    ),
  },
  silent: {
    "a dial_timeout": dockerIo(...MIRROR, "dial_timeout = '1s'"),
    "the node itself, whose closed ports answer": dockerIo(
      "[host.'http://{{ .config.node_address_ip }}:30020']",
    ),
  },
  unfixed: {
    "a table of the host's that is not its own": dockerIo(
      "[host.'https://m.example'.header]",
      "x-team = 'a'",
    ),
    "an empty dial_timeout, which is none": dockerIo(...MIRROR, "dial_timeout = ''"),
    "0, which is no limit": dockerIo(...MIRROR, "dial_timeout = '0s'"),
    "a table that an action writes": dockerIo(
      `{{ printf "[host.'https://m.example']\\ncapabilities = ['pull', 'resolve']" }}`,
    ),
  },
  fixes: {
    "added to a text without a last line break": {
      title: /dial_timeout/,
      before: dockerIo(HEADER).replace("content: |", "content: |-"),
      after: dockerIo(HEADER, "dial_timeout = '1s'").replace("content: |", "content: |-"),
    },
    "a dial_timeout added": {
      title: /dial_timeout/,
      before: dockerIo("  [host.'https://m.example'] # cache", `  ${CAPABILITIES}`),
      after: dockerIo("  [host.'https://m.example'] # cache", "  dial_timeout = '1s'", `  ${CAPABILITIES}`),
    },
  },
});

describeRule("hosts/slow-fallback", {
  settings: { containerdVersion: "1.7" },
  fires: {
    "a release that ignores it, once for a file": dockerIo(
      "[host.«'https://m.example'»]",
      "dial_timeout = '1s'",
      "[host.'https://n.example']",
      "dial_timeout = '1s'",
    ),
  },
  silent: {
    "the node itself": dockerIo("[host.'http://{{ .config.node_address_ip }}:30020']", "dial_timeout = '1s'"),
  },
});

describe("hosts/slow-fallback says", () => {
  it("which mirrors, and what an image costs", () => {
    const text = dockerIo(HEADER, "dial_timeout = '1s'", "[host.'https://n.example']", "dial_timeout = '1s'");
    expect(diagnosticsOf(text, "hosts/slow-fallback").map(({ message }) => message)).toEqual([
      "containerd 1.7 ignores dial_timeout: while https://m.example or https://n.example of docker.io/hosts.toml is unreachable, each connection to it costs 30 s, so an image at least 90 s.",
    ]);
  });

  it("the host as the template writes it, once for all roles", () => {
    const text = `${dockerIo("[host.'http://{{ .config.zone_cache }}']")}  nodes: [{name: default}]\n  master: {}\n`;
    const settings = { extraConfig: { zone_cache: "cache.example" }, containerdVersion: "2.1" };
    const found = diagnosticsOf(text, "hosts/slow-fallback", { settings });
    expect(found.map(({ message, roles }) => [message, roles])).toEqual([
      [
        "While http://{{ .config.zone_cache }} of docker.io/hosts.toml is unreachable, each connection to it costs 30 s, so an image at least 90 s.",
        ["master", "nodes/default"],
      ],
    ]);
  });
});

describeRule("hosts/path-mirror", {
  fires: {
    "a Harbor project": dockerIo("[host.«'https://m.example/v2/hub'»]"),
    "one path for all registries": hostsFile(
      "_default/hosts.toml",
      "[host.«'https://m.example/v2/hub'»]",
      "override_path = true",
    ),
  },
  silent: {
    "the path kept": dockerIo("[host.'https://m.example/v2/hub']", "override_path = true"),
    "no path": dockerIo(...MIRROR),
    "the API's own path": dockerIo("[host.'https://m.example/v2']"),
  },
  unfixed: {
    "a path that may be meant as it is": dockerIo("[host.'https://m.example/hub']"),
    "one path for all registries": hostsFile(
      "_default/hosts.toml",
      "[host.'https://m.example/v2/hub']",
      "override_path = true",
    ),
  },
  fixes: {
    override_path: {
      title: /override_path/,
      before: dockerIo("[host.'https://m.example/v2/hub']", CAPABILITIES),
      after: dockerIo("[host.'https://m.example/v2/hub']", "override_path = true", CAPABILITIES),
    },
  },
});

describeRule("hosts/override-path", {
  fires: {
    "a host without a path": dockerIo(...MIRROR, "«override_path = true»"),
    "a proxy's path": dockerIo("[host.'https://m.example/proxy-cache']", "«override_path = true»"),
    "the server": dockerIo("server = 'https://m.example/quay'", "«override_path = true»", ...MIRROR),
  },
  silent: {
    "a path below /v2": dockerIo("[host.'https://m.example/v2/hub']", "override_path = true"),
    "a path that ends with /v2": dockerIo("[host.'https://m.example/api/docker/v2']", "override_path = true"),
    "no override_path": dockerIo("[host.'https://m.example/proxy-cache']"),
  },
  unfixed: {
    "a path, of which nobody knows what is meant": dockerIo(
      "[host.'https://m.example/proxy-cache']",
      "override_path = true",
    ),
    "a key beside another": dockerIo(
      "[host]",
      "'https://m.example' = { override_path = true, skip_verify = true }",
    ),
  },
  fixes: {
    "the key removed": {
      title: /Remove override_path/,
      before: dockerIo(...MIRROR, "override_path = true # why", "skip_verify = true"),
      after: dockerIo(...MIRROR, "skip_verify = true"),
    },
  },
});

describe("hosts/override-path says", () => {
  it.each([
    [
      "https://m.example",
      "override_path has containerd ask /… at https://m.example in docker.io/hosts.toml: no registry's API is outside of /v2.",
    ],
    [
      "https://m.example/a/b",
      "override_path has containerd ask /a/b/… at https://m.example/a/b in docker.io/hosts.toml: no registry's API is outside of /v2.",
    ],
  ])("where %s is asked", (host, message) => {
    const found = diagnosticsOf(dockerIo(`[host.'${host}']`, "override_path = true"), "hosts/override-path");
    expect(found.map((one) => [one.severity, one.message])).toEqual([["warning", message]]);
  });
});

describeRule("hosts/root-key", {
  ...under,
  fires: {
    "skip_verify that the mirror does not get": dockerIo("«skip_verify = true»", ...MIRROR),
    "ca of the server": dockerIo("server = 'https://s.example'", "«ca = '/etc/pki/ca.crt'»", ...MIRROR),
    "capabilities without server (warning)": dockerIo("«capabilities = ['pull']»", ...MIRROR),
    "override_path without server (warning)": dockerIo("«override_path = true»", ...MIRROR),
  },
  silent: {
    "the mirror's own": dockerIo("skip_verify = true", ...MIRROR, "skip_verify = true"),
    "no mirror": dockerIo("skip_verify = true"),
    server: dockerIo("server = 'https://s.example'", ...MIRROR),
  },
});

describe("hosts/root-key says", () => {
  it.each([
    [
      ["skip_verify = true", ...MIRROR],
      "skip_verify at the top of docker.io/hosts.toml counts for the image's own registry only: https://m.example does without it.",
    ],
    [
      ["server = 'https://s.example'", "ca = '/x'", ...MIRROR, "[host.'https://n.example']"],
      "ca at the top of docker.io/hosts.toml counts for https://s.example only: https://m.example and 1 more do without it.",
    ],
    [
      ["override_path = true", ...MIRROR],
      "override_path at the top of docker.io/hosts.toml has no effect: the file has no server, and no [host] table gets it.",
    ],
  ])("%j", (lines, message) => {
    const found = diagnosticsOf(dockerIo(...lines), "hosts/root-key", under);
    expect(found.map((one) => one.message)).toEqual([message]);
  });
});

describeRule("hosts/dial-timeout", {
  ...under,
  fires: {
    negative: dockerIo(...MIRROR, "«dial_timeout = '-1s'»"),
    "too short (warning)": dockerIo(...MIRROR, "«dial_timeout = '10us'»"),
    "the registry's": dockerIo("«dial_timeout = '-1s'»", ...MIRROR),
  },
  silent: { "a usual one": dockerIo(...MIRROR, "dial_timeout = '200ms'") },
});

describeRule("hosts/secret", {
  fires: {
    Authorization: dockerIo(...MIRROR, "[host.'https://m.example'.header]", "«Authorization = 'Basic x'»"),
    "a header for the registry itself": dockerIo("[header]", "«Authorization = 'Basic x'»"),
    "a password in a URL": dockerIo("[host.«'https://robot:pw@m.example'»]"),
  },
  silent: { "another header": dockerIo(...MIRROR, "[host.'https://m.example'.header]", "x-team = 'a'") },
});

describe("hosts/secret", () => {
  it("names no host where the registry itself is meant", () => {
    const [diagnostic] = diagnosticsOf(dockerIo("[header]", "Authorization = 'Basic x'"), "hosts/secret");
    expect(diagnostic?.message).toBe(
      "The header Authorization stands in docker.io/hosts.toml in clear text.",
    );
  });

  it("does not repeat the secret", () => {
    const [diagnostic] = diagnosticsOf(dockerIo("[host.'https://robot:pw@m.example']"), "hosts/secret");
    expect(diagnostic?.message).toBe(
      "The password of robot for https://robot:…@m.example stands in docker.io/hosts.toml in clear text.",
    );
  });
});

const withCa = dockerIo(...MIRROR, "ca = 'ca.crt'");

describeRule("hosts/cert-missing", {
  fires: {
    "a file beside hosts.toml": dockerIo(...MIRROR, "ca = «'ca.crt'»"),
    "a file elsewhere": dockerIo(...MIRROR, "client = [[«'/etc/pki/m.crt'», «'/etc/pki/m.key'»]]"),
  },
  silent: {
    "an extension writes it": `${withCa}${extension("b", "docker.io/ca.crt", "-----BEGIN CERTIFICATE-----")}`,
    "no certificate": dockerIo(...MIRROR),
  },
});

describe("hosts/cert-missing", () => {
  const found = (text: string, settings: Settings = {}) =>
    diagnosticsOf(text, "hosts/cert-missing", { settings }).map(({ severity, message }) => [
      severity,
      message,
    ]);

  it("an empty template writes no file", () => {
    const text = `${withCa}      b: {path: ${CERTS_D}/docker.io/ca.crt, content: ''}\n`;
    expect(found(text)).toEqual([["warning", expect.stringContaining("its extension writes nothing")]]);
  });

  it.each(["''", "no certificate", "'{{ if false }}-----BEGIN CERTIFICATE-----{{ end }}'"])(
    "a file that holds %s",
    (content) => {
      const text = `${withCa}      b: {path: ${CERTS_D}/docker.io/ca.crt, content: ${content}}\n`;
      const [severity] = found(text)[0] ?? [];
      expect(severity).toBe(content === "''" ? "warning" : "error");
    },
  );

  it("says nothing of a file whose content is not known", () => {
    expect(
      found(`${withCa}      b: {path: ${CERTS_D}/docker.io/ca.crt, content: '{{ .config.ca }}'}\n`),
    ).toEqual([]);
  });

  /** Spegel keeps the hosts of docker.io; extensions beside its hosts.toml. */
  function kept(line: string, files: readonly string[] = [], directory = "docker.io"): string {
    const list = directory === "_default" ? "[]" : `['https://${directory}']`;
    const pem = "-----BEGIN CERTIFICATE-----";
    const extensions = files.map((file, index) => extension(`b${index}`, file, pem));
    return `${hostsFile(`${directory}/hosts.toml`, ...MIRROR, line)}${extensions.join("")}    cluster: {addon: {spegel: {helm_values: {spegel: {prependExisting: true, mirroredRegistries: ${list}}}}}}\n`;
  }
  const absolute = "/etc/containerd/certs.d";

  it.each([
    ["ca = 'ca.crt'", ["docker.io/ca.crt"], `${absolute}/docker.io/ca.crt`],
    ["ca = 'ca.crt'", [], `${absolute}/docker.io/ca.crt`],
    [`ca = '${absolute}/docker.io/ca.crt'`, ["docker.io/ca.crt"], `${absolute}/docker.io/ca.crt`],
    [`ca = ['${absolute}/shared/ca.crt']`, ["shared/ca.crt"], `${absolute}/shared/ca.crt`],
  ])("Spegel 0.4.0 keeps %s and moves the file away (extensions: %j)", (line, files, file) => {
    expect(found(kept(line, files), { spegelVersion: "0.4.0" })).toEqual([
      [
        "error",
        `Once Spegel runs, every pull from docker.io fails: Spegel 0.4.0 keeps ca in docker.io/hosts.toml and moves ${file} to _backup.`,
      ],
    ]);
  });

  it("both files of a pair", () => {
    const text = kept("client = [['c.crt', 'c.key']]", ["docker.io/c.crt", "docker.io/c.key"]);
    const said = found(text, { spegelVersion: "0.4.0" });
    expect(said).toHaveLength(2);
    expect(said.map(([severity]) => severity)).toEqual(["error", "error"]);
  });

  it("_default, where Spegel writes no other directory", () => {
    const text = kept("ca = 'ca.crt'", ["_default/ca.crt"], "_default");
    expect(found(text, { spegelVersion: "0.4.0" })).toEqual([
      ["error", expect.stringContaining("every pull of a registry without a directory of its own fails")],
    ]);
  });

  it.each([
    ["0.5.0", "ca = 'ca.crt'", ["docker.io/ca.crt"], []],
    ["0.7.4", "ca = 'sub/ca.crt'", ["docker.io/sub/ca.crt"], []],
    ["0.7.4", "ca = 'ca.crt'", [], ["info"]],
    ["0.7.4", "ca = '../shared/ca.crt'", ["shared/ca.crt"], ["error"]],
    ["0.4.0", "ca = '/etc/pki/ca.crt'", [], ["info"]],
  ])("Spegel %s and %s (extensions: %j): %j", (spegelVersion, line, files, severities) => {
    expect(found(kept(line, files), { spegelVersion }).map(([severity]) => severity)).toEqual(severities);
  });

  it("a registry that Spegel does not write, so that the line is gone as well", () => {
    const text = kept("ca = 'ca.crt'", ["docker.io/ca.crt"]).replace(
      "https://docker.io'",
      "https://quay.io'",
    );
    expect(found(text, { spegelVersion: "0.4.0" })).toEqual([]);
  });
});

describeRule("hosts/server-no-fallback", {
  fires: {
    "a mirror as server": dockerIo("server = «'https://m.example'»", ...MIRROR),
    "any server in _default": hostsFile("_default/hosts.toml", "server = «'https://m.example'»", ...MIRROR),
  },
  silent: {
    "the registry": dockerIo("server = 'https://registry-1.docker.io'", ...MIRROR),
    "no server": dockerIo(...MIRROR),
  },
});

describeRule("hosts/plain-http", {
  settings: { nodeAddresses: { master: ["10.9.0.1"] } },
  fires: {
    "a mirror": dockerIo("[host.«'http://m.example'»]"),
    "a server": dockerIo("server = «'http://m.example'»", ...MIRROR),
  },
  silent: {
    https: dockerIo(...MIRROR),
    "the node's Spegel": dockerIo("[host.'http://{{ .config.node_address_ip }}:30020']"),
    "another service on a master": dockerIo("[host.'http://10.9.0.1:5000']"),
    "Spegel's port on nodes written by hand": dockerIo("[host.'http://192.168.7.7:30021']"),
    "a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
  },
});

describe("hosts/plain-http", () => {
  it("names the host that containerd asks where the template spells it with escapes", () => {
    const text = dockerIo('[host."http://m\\u002eexample"]');
    expect(diagnosticsOf(text, "hosts/plain-http", under).map(({ message }) => message)).toEqual([
      "Traffic to http://m.example of docker.io/hosts.toml is neither encrypted nor verified.",
    ]);
  });
});

describeRule("hosts/skip-verify", {
  fires: {
    "a host's": dockerIo(...MIRROR, "«skip_verify = true»"),
    "the registry's": dockerIo("«skip_verify = true»", ...MIRROR),
  },
  silent: {
    "switched off": dockerIo(...MIRROR, "skip_verify = false"),
    "not set": agentConfig("    extensions: {}\n"),
  },
});

describe("hosts/skip-verify", () => {
  it.each([
    ["as the template writes it", "[host.'https://{{ `m` }}.example']", "https://{{ `m` }}.example"],
    [
      "as containerd reads it where the template has its end before its beginning",
      `{{ define "end" }}ple'{{ end }}[host.'https://m.exam{{ template "end" }}]`,
      "https://m.example",
    ],
  ])("names the host %s", (_, header, host) => {
    const found = diagnosticsOf(dockerIo(header, "skip_verify = true"), "hosts/skip-verify");
    expect(found.map(({ message }) => message)).toEqual([
      `The certificate of ${host} in docker.io/hosts.toml is not verified.`,
    ]);
  });
});
