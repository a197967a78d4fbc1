import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example, fixed } from "../../testing/marked-spec.js";
import {
  agentConfig,
  CERTS_D,
  extension,
  helmValues,
  hostsFile,
  MIRROR,
  spegelValues,
} from "../../testing/specs.js";

const override = (key: string, target: string) => extension(key, target, "# none");
const extensions = (...entries: string[]) => agentConfig(`    extensions:\n${entries.join("")}`);
const marked = (spec: string) => spec.replace("      a:", "      «a»:");

/** Spegel as the cluster and one group of it say, with an override of the cluster's. */
const ownSetting = (enabled: string) =>
  `kind: Cluster
spec:
  kublrAgentConfig:
    cluster: {addon: {spegel: {enabled: ${enabled}}}}
    extensions:
${extension("a", "quay.io/hosts.toml", ...MIRROR)}  nodes:
    - name: a
      kublrAgentConfig: {cluster: {addon: {spegel: {enabled: ${enabled}}}}}
`;

describeRule("spegel/mirror-add-overwrites", {
  fires: {
    "an override of the default file": extensions(override("«a»", "_default/hosts.toml")),
    "a file that containerd cannot read": extensions(extension("«a»", "_default/hosts.toml", "[host")),
    "once for several files": extensions(
      override("«a»", "_default/hosts.toml"),
      override("b", "quay.io/hosts.toml"),
    ),
    "prependExisting for another registry": marked(
      spegelValues("prependExisting: true", "mirroredRegistries: [https://docker.io]") +
        `    extensions:\n${extension("a", "quay.io/hosts.toml", ...MIRROR)}`,
    ),
    "prependExisting for a file that containerd rejects and Spegel reads": marked(
      spegelValues("prependExisting: true", "mirroredRegistries: [https://quay.io]") +
        `    extensions:\n${extension("a", "quay.io/hosts.toml", "[host.'https://m.example']", "capabilities = ['guess']")}`,
    ),
  },
  silent: {
    "containerdMirrorAdd is false": example("08-mirror-add-off-with-overrides.yaml"),
    "Spegel is disabled": `${agentConfig("    cluster: {addon: {spegel: {enabled: false}}}\n")}    extensions:\n${override("a", "_default/hosts.toml")}`,
    "no override": example("10-aws-two-groups.yaml"),
    "an override that generates no file": example("04-hosts-override-empty.yaml"),
    "an extension elsewhere on the node": agentConfig(
      "    extensions:\n      a: {path: templates/root_dir/etc/motd, content: hello}\n",
    ),
    "prependExisting that keeps the mirrors":
      spegelValues("prependExisting: true") +
      `    extensions:\n${extension("a", "_default/hosts.toml", ...MIRROR)}`,
  },
  fixes: {
    "disabled for the cluster and for the group that says otherwise": {
      title: /Disable/,
      before: ownSetting("true"),
      after: ownSetting("false"),
    },
    "in helm_values that are a YAML string": {
      title: /containerdMirrorAdd/,
      before: helmValues(
        ` |\n            # mine\n            spegel: {}\n    extensions:\n${override("a", "b.example/hosts.toml")}`,
      ),
      after: helmValues(
        ` |\n            # mine\n            spegel:\n              containerdMirrorAdd: false\n    extensions:\n${override("a", "b.example/hosts.toml")}`,
      ),
    },
    "Spegel off": {
      title: /Disable/,
      before: extensions(override("a", "b.example/hosts.toml")),
      after: `${extensions(override("a", "b.example/hosts.toml"))}    cluster:\n      addon:\n        spegel:\n          enabled: false\n`,
    },
    "the mirrors kept": {
      title: /prependExisting$/,
      before: hostsFile("_default/hosts.toml", ...MIRROR),
      after: `${hostsFile("_default/hosts.toml", ...MIRROR)}    cluster:\n      addon:\n        spegel:\n          helm_values:\n            spegel:\n              prependExisting: true\n`,
    },
    "the mirrors of a registry kept, its name added to the list": {
      title: /prependExisting and mirroredRegistries/,
      before:
        spegelValues("mirroredRegistries:", "  - https://ghcr.io") +
        `    extensions:\n${extension("a", "quay.io/hosts.toml", ...MIRROR)}`,
      after: `${spegelValues(
        "mirroredRegistries:",
        "  - https://ghcr.io",
        "  - https://quay.io",
        "prependExisting: true",
      )}    extensions:\n${extension("a", "quay.io/hosts.toml", ...MIRROR)}`,
    },
  },
});

describe("spegel/mirror-add-overwrites on example 08 without its containerdMirrorAdd", () => {
  const original = example("08-mirror-add-off-with-overrides.yaml");
  const line = "              containerdMirrorAdd: false\n";
  const without = {
    "its line deleted": original.replace(line, ""),
    "its line commented out": original.replace(line, ""),
    "the whole of helm_values deleted": original.replace(/ {10}helm_values:\n {12}spegel:\n.*\n/, ""),
    "set to true": original.replace("containerdMirrorAdd: false", "containerdMirrorAdd: true"),
  };

  it.each(Object.entries(without))(
    "%s: names both files and both roles, and the fix restores the text",
    (_, text) => {
      expect(text).not.toBe(original);
      const [diagnostic, ...more] = diagnosticsOf(text, "spegel/mirror-add-overwrites");
      expect(more).toEqual([]);
      expect(diagnostic?.message).toBe(
        "_default/hosts.toml and great-registry.com/hosts.toml on master and default are set aside when Spegel starts; " +
          "containerd no longer reads them.",
      );
      expect(diagnostic?.items).toEqual(["_default/hosts.toml", "great-registry.com/hosts.toml"]);
      expect(diagnostic?.roles).toEqual(["master", "nodes/default"]);
      expect(fixed(text, "spegel/mirror-add-overwrites", /containerdMirrorAdd/)).toBe(original);
    },
  );
});

describe("the fix that keeps mirrors with prependExisting", () => {
  const titles = (spec: string, spegelVersion = "0.4.0") =>
    diagnosticsOf(spec, "spegel/mirror-add-overwrites", { settings: { spegelVersion } }).flatMap(
      ({ fixes }) => fixes.map(({ title }) => title).filter((title) => title.includes("prependExisting")),
    );
  const none: string[] = [];
  const kept = ["Keep my mirrors behind Spegel's: set prependExisting"];
  const listed = ["Keep my mirrors behind Spegel's: set prependExisting and mirroredRegistries"];
  const ofOneGroup = `kind: Cluster
spec:
  nodes:
    - name: a
      kublrAgentConfig:
        extensions: {a: {path: ${CERTS_D}/_default/hosts.toml, content: "[host.'https://m.example']"}}
`;
  const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["the default file", "0.4.0", hostsFile("_default/hosts.toml", ...MIRROR), kept],
    ["a file on some nodes only", "0.4.0", ofOneGroup, kept],
    ["a chart without the value", "0.0.30", hostsFile("_default/hosts.toml", ...MIRROR), none],
    ["nothing to keep", "0.4.0", hostsFile("_default/hosts.toml", "# none"), none],
    [
      "a host that Spegel writes too",
      "0.4.0",
      hostsFile("_default/hosts.toml", "[host.'http://{{ .config.node_address_ip }}:30020']"),
      none,
    ],
    [
      "0.4.0 with a list announces no other images",
      "0.4.0",
      hostsFile("quay.io/hosts.toml", ...MIRROR),
      none,
    ],
    [
      "0.5.0 takes a wildcard and a list",
      "0.5.0",
      hostsFile("quay.io/hosts.toml", ...MIRROR) + extension("b", "_default/hosts.toml", ...MIRROR),
      listed,
    ],
    [
      "Kublr's own _default, in which Spegel would repeat a host",
      "0.5.0",
      hostsFile("quay.io/hosts.toml", ...MIRROR),
      none,
    ],
    ["a directory that Spegel does not look into", "0.5.0", hostsFile("r_5000_/hosts.toml", ...MIRROR), none],
  ];

  it.each(rows)("%s (%s)", (_, version, spec, expected) => {
    expect(titles(spec, version)).toEqual(expected);
  });
});

const before = hostsFile("_default/hosts.toml", "# none");

describeRule("spegel/backup-only-once", {
  imported: before,
  fires: {
    "another text": marked(hostsFile("_default/hosts.toml", ...MIRROR)),
    "a further file": `${before}${override("«b»", "quay.io/hosts.toml")}`,
  },
  silent: {
    "the same text": before,
    "a change elsewhere": `# mine\n${before}`,
    "the extension removed": agentConfig("    extensions: {}\n"),
  },
  fixes: {
    "containerdMirrorAdd off": {
      title: /containerdMirrorAdd/,
      before: hostsFile("_default/hosts.toml", "# other"),
      after: `${hostsFile("_default/hosts.toml", "# other")}    cluster:\n      addon:\n        spegel:\n          helm_values:\n            spegel:\n              containerdMirrorAdd: false\n`,
    },
  },
});

describe("spegel/backup-only-once", () => {
  it("is silent where Spegel has written nothing so far", () => {
    const imported = spegelValues("containerdMirrorAdd: false");
    const text = hostsFile("_default/hosts.toml", ...MIRROR);
    expect(diagnosticsOf(text, "spegel/backup-only-once", { imported })).toEqual([]);
  });

  it("is silent where the imported text is not known", () => {
    const text = hostsFile("_default/hosts.toml", ...MIRROR);
    expect(diagnosticsOf(text, "spegel/backup-only-once")).toEqual([]);
  });
});
