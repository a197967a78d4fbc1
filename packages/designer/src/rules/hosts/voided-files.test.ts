import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { dockerIo, hostsFile, MIRROR } from "../../testing/specs.js";

describeRule("hosts/toml", {
  fires: {
    "a table header that is not closed": dockerIo(
      "# ok",
      "[«host.'https://a.example'»",
      "capabilities = ['pull']",
    ),
    "below an action": dockerIo("{{ range .config.master_address_ips }}# {{ . }}", "{{ end }}x = «»"),
  },
  silent: {
    "comments only": dockerIo("# no mirrors"),
    "a correct file": example("12-air-gapped-internal-mirror.yaml"),
    "another file": hostsFile("docker.io/ca.crt", "-----BEGIN CERTIFICATE-----"),
  },
});

describeRule("hosts/rejected", {
  settings: { containerdVersion: "2.1" },
  fires: {
    "an unknown capability": dockerIo("[host.'https://m.example']", "capabilities = ['pull', «'list'»]"),
    "a bad duration": dockerIo("[host.'https://m.example']", "dial_timeout = «'5'»"),
    "a wrong type": dockerIo("[host.'https://m.example']", "skip_verify = «'true'»"),
    "a capability of a later release": dockerIo(
      "[host.'https://m.example']",
      "capabilities = [«'referrers'»]",
    ),
  },
  silent: {
    "good values": dockerIo(...MIRROR, "dial_timeout = '1s'", "skip_verify = true"),
    "a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
  },
});

const OWN = ["[host.'http://{{ .config.node_address_ip }}:30020']", "capabilities = ['pull']"];
const LOOP = "{{ range .config.master_address_ips -}}";

describeRule("hosts/duplicate-host", {
  fires: {
    "the same table again": dockerIo(...MIRROR, "«[host.'https://m.example']»", "capabilities = ['pull']"),
    "a master's own entry": dockerIo(...OWN, LOOP, "«[host.'http://{{ . }}:30020']»", "{{ end }}"),
  },
  silent: {
    "two hosts": dockerIo(...MIRROR, "[host.'https://n.example']"),
    "a guarded loop": dockerIo(
      ...OWN,
      "{{ range .config.master_address_ips }}{{ if ne . $.config.node_address_ip }}",
      "[host.'http://{{ . }}:30020']",
      "{{ end }}{{ end }}",
    ),
  },
  fixes: {
    "the second table removed": {
      title: /Remove/,
      before: dockerIo(
        ...MIRROR,
        "",
        "[host.'https://m.example']",
        "skip_verify = true",
        "",
        "[host.'https://n.example']",
      ),
      after: dockerIo(...MIRROR, "", "", "[host.'https://n.example']"),
    },
    "the node's own address skipped": {
      title: /Skip/,
      before: dockerIo(...OWN, LOOP, "[host.'http://{{ . }}:30020']", "capabilities = ['pull']", "{{ end }}"),
      after: dockerIo(
        ...OWN,
        LOOP,
        "{{- if ne . $.config.node_address_ip }}",
        "[host.'http://{{ . }}:30020']",
        "capabilities = ['pull']",
        "{{- end }}",
        "{{ end }}",
      ),
    },
  },
});

describe("hosts/duplicate-host", () => {
  it("of a table that an action writes and one that stands there, the latter may go", () => {
    const text = dockerIo(`{{ printf "[host.'https://m.example']\\n" }}`, "[host.'https://m.example']");
    const found = diagnosticsOf(text, "hosts/duplicate-host");
    expect(found.map(({ fixes }) => fixes.map(({ title }) => title))).toEqual([["Remove this table"]]);
  });

  it("in a loop over masters concerns the masters only", () => {
    const text = dockerIo(...OWN, LOOP, "[host.'http://{{ . }}:30020']", "{{ end }}");
    expect(diagnosticsOf(text, "hosts/duplicate-host").map(({ message, roles }) => [message, roles])).toEqual(
      [
        [
          "docker.io/hosts.toml has the table of http://{{ . }}:30020 twice: containerd ignores the file and uses no mirror.",
          ["master"],
        ],
      ],
    );
  });
});

describeRule("hosts/no-scheme-http-prefix", {
  fires: {
    "a host": dockerIo("[host.«'httpd.example:5000'»]"),
    "a server": dockerIo("server = «'http-cache.example'»", ...MIRROR),
  },
  silent: { "with a scheme": dockerIo("[host.'https://httpd.example:5000']") },
  fixes: {
    "in quotes": {
      title: /https:\/\//,
      before: dockerIo("[host.'httpd.example:5000']"),
      after: dockerIo("[host.'https://httpd.example:5000']"),
    },
    "without quotes": {
      title: /https:\/\//,
      before: dockerIo("[host.httpd]"),
      after: dockerIo('[host."https://httpd"]'),
    },
  },
});

describeRule("hosts/server-only", {
  settings: { containerdVersion: "1.6" },
  fires: { "a server": dockerIo("«server = 'https://registry-1.docker.io'»") },
  silent: { "a host": dockerIo(...MIRROR), "comments only": dockerIo("# none") },
});

describe("hosts/server-only", () => {
  it.each([
    ["1.6.39", 1],
    ["1.7.31", 1],
    ["1.7", 1],
    ["1.7.32", 0],
    ["2.1", 0],
  ])("containerd %s: %d", (containerdVersion, count) => {
    const text = dockerIo("server = 'https://registry-1.docker.io'");
    const found = diagnosticsOf(text, "hosts/server-only", { settings: { containerdVersion } });
    expect(found).toHaveLength(count);
  });
});
