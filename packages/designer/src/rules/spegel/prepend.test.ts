import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf } from "../../testing/marked-spec.js";
import { extension, MIRROR, spegelValues } from "../../testing/specs.js";

const withFiles = (values: string, ...files: string[]) => `${values}    extensions:\n${files.join("")}`;
const all = spegelValues("prependExisting: true");
const listed = (...registries: string[]) =>
  spegelValues(
    "prependExisting: true",
    "mirroredRegistries:",
    ...registries.map((registry) => `  - https://${registry}`),
  );

describeRule("spegel/prepend-partial", {
  fires: {
    "a registry that is not listed": withFiles(
      listed("ghcr.io"),
      extension("«a»", "quay.io/hosts.toml", ...MIRROR),
    ),
    "lines above the first table": withFiles(
      listed("quay.io"),
      extension("a", "quay.io/hosts.toml", "«server = 'https://quay.io'» # last", "", ...MIRROR).replace(
        "» # last",
        " # last»",
      ),
    ),
    "a certificate of a registry that is not listed": withFiles(
      listed("ghcr.io"),
      extension("«a»", "quay.io/ca.crt", "PEM"),
    ),
    "a file without a table, of which nothing is kept": withFiles(
      listed("quay.io"),
      extension("«a»", "quay.io/hosts.toml", "server = 'https://quay.io'"),
    ),
    "a directory in which Spegel does not look for the registry's file": withFiles(
      listed("quay.io:5000"),
      extension("«a»", "quay.io_5000_/hosts.toml", ...MIRROR),
    ),
    "a per-registry file where Spegel writes _default only": withFiles(
      all,
      extension("«a»", "quay.io/hosts.toml", ...MIRROR),
    ),
  },
  silent: {
    "tables only": withFiles(listed("quay.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)),
    "prependExisting is off": withFiles(
      spegelValues("prependExisting: false"),
      extension("a", "quay.io/hosts.toml", ...MIRROR),
    ),
    "Spegel writes nothing": withFiles(
      spegelValues("prependExisting: true", "containerdMirrorAdd: false"),
      extension("a", "quay.io/hosts.toml", ...MIRROR),
    ),
  },
  fixes: {
    "the registry listed": {
      title: /mirroredRegistries/,
      before: withFiles(listed("ghcr.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)),
      after: withFiles(listed("ghcr.io", "quay.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)),
    },
  },
});

const withCertificate = (registry: string, key: string) =>
  withFiles(
    listed(registry),
    extension("a", `${registry}/hosts.toml`, ...MIRROR),
    extension(key, "quay.io/ca.crt", "PEM"),
  );

// Releases since 0.5.0 copy what lies beside a hosts.toml of which they keep a host.
describeRule("spegel/prepend-partial", {
  settings: { spegelVersion: "0.5.0" },
  fires: { "a certificate of another registry": withCertificate("ghcr.io", "«b»") },
  silent: { "a certificate beside a host that is kept": withCertificate("quay.io", "b") },
});

describeRule("spegel/prepend-partial", {
  settings: { spegelVersion: "0.4.0" },
  fires: { "a certificate, which this release leaves behind": withCertificate("quay.io", "«b»") },
  silent: { "no certificate": withFiles(listed("quay.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)) },
});

const OWN = ["[host.'http://{{ .config.node_address_ip }}:30020']", "capabilities = ['pull']"];

describeRule("spegel/prepend-duplicate", {
  fires: {
    "Kublr's own template": spegelValues("prependExisting: «true»"),
    "an extension's entry for the node": withFiles(
      spegelValues("prependExisting: «true»"),
      extension("a", "_default/hosts.toml", ...OWN),
    ),
  },
  silent: {
    "prependExisting is off": spegelValues("prependExisting: false"),
    "another port": withFiles(
      all,
      extension("a", "_default/hosts.toml", ...OWN.map((line) => line.replace("30020", "30022"))),
    ),
    "registries whose files do not exist": listed("quay.io"),
  },
  fixes: {
    "prependExisting off": {
      title: /false/,
      before: all,
      after: spegelValues("prependExisting: false"),
    },
    "Kublr's file not written": {
      title: /agent/,
      before: all,
      after: `${all}    extensions:\n      containerd-default-hosts-override:\n        path: templates/root_dir/etc/containerd/certs.d/_default/hosts.toml\n        content: ''\n`,
    },
  },
});

describe("spegel/prepend-duplicate", () => {
  it("names the file and whose entry it is, once for all roles", () => {
    const found = diagnosticsOf(all, "spegel/prepend-duplicate");
    expect(found.map(({ message, roles }) => [message, roles])).toEqual([
      [
        "prependExisting repeats a host of Kublr's own template in _default/hosts.toml: containerd ignores the file and uses no mirror.",
        ["master", "nodes/default"],
      ],
    ]);
  });
});

describe("spegel/prepend-duplicate", () => {
  it("does not override Kublr's file where the extension's key is taken", () => {
    const key = "containerd-default-hosts-override";
    const text = withFiles(all, extension(key, "quay.io/hosts.toml", ...MIRROR));
    expect(titles(text)).toEqual(["Set prependExisting to false"]);
  });

  it("takes the place of no group's own file", () => {
    const own = extension("b", "_default/hosts.toml", "# none").replaceAll(/^/gm, "    ").trimEnd();
    const text = `${all}  nodes:\n    - name: w\n      kublrAgentConfig:\n        extensions:\n${own}\n`;
    expect(titles(text)).toEqual(["Set prependExisting to false"]);
  });

  it("keeps the mirrors of other files", () => {
    const text = withFiles(listed("quay.io", "_default"), extension("a", "quay.io/hosts.toml", ...MIRROR));
    const both = text.replace("https://_default", "_default");
    expect(titles(both)).toEqual(["Have the agent write no _default/hosts.toml on any node"]);
  });

  function titles(text: string): string[] {
    const found = diagnosticsOf(text, "spegel/prepend-duplicate");
    return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  }
});
