import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../analysis.js";
import { analyze } from "../analyze.js";
import { formEdits } from "./form-edits.js";
import { type MirrorChange, NEW_MIRROR, SPEGEL_SERVICE } from "./mirror.js";
import { ownServer } from "./mirror-url.js";
import type { FormChange } from "./model.js";

/** The forms write nothing that the rules then find fault with. */

const RELEASES = ["1.6", "1.7", "2.0", "2.1", "2.2", "2.3"];

const GROUPS = `  master: { minNodes: 3 }
  nodes:
    - name: web
    - name: gpu
`;

const SPECS: Readonly<Record<string, string>> = {
  "Kublr's defaults": `kind: Cluster\nspec:\n${GROUPS}`,
  "a fragment": "spec: {}\n",
  "you write hosts.toml": `kind: Cluster
spec:
${GROUPS}  kublrAgentConfig:
    cluster: { addon: { spegel: { helm_values: { spegel: { containerdMirrorAdd: false } } } } }
`,
  "Spegel off": `kind: Cluster
spec:
${GROUPS}  kublrAgentConfig:
    cluster: { addon: { spegel: { enabled: false } } }
`,
};

const REGISTRIES = ["docker.io", "quay.io", "registry.example:5000", "_default"];
const API_ROOTS = [
  "https://harbor.example/v2/dockerhub",
  "https://harbor.example:8443/v2/proxy/quay/",
  "https://harbor.example//v2//hub",
  "https://{{ .config.node_address_ip }}:8443/v2/hub",
];
const URLS = [
  "https://mirror.example",
  "https://mirror.example:5000",
  "https://mirror.example/v2",
  ...API_ROOTS,
];

/** Key of the override that the forms make for a registry. */
const keyOf = (registry: string) =>
  `containerd-${registry.replace(/\W+|^_/g, "-").replace(/^-/, "")}-hosts-override`;

/**
 * Said of what somebody wants, whatever text it is written as: that Spegel moves overrides aside, that a mirror which may
 * be down holds up a release that reads no timeout, that one path of _default stands for all registries, and that the
 * nodes of a group have no file.
 */
function isWish({ code, message }: Diagnostic, version: string): boolean {
  if (code === "spegel/mirror-add-overwrites" || code === "template/empty") return true;
  if (code === "hosts/slow-fallback") return ["1.6", "1.7"].includes(version) && !message.includes("ignores");
  return code === "hosts/path-mirror" && message.includes("_default") && !message.includes("override_path");
}

function after(text: string, changes: readonly FormChange[], containerdVersion: string): string {
  return changes.reduce((spec, change) => {
    const { text: next, refused } = editSpec(spec, formEdits(parseSpec(spec), change, { containerdVersion }));
    expect(refused).toBeUndefined();
    return next;
  }, text);
}

function findings(text: string, containerdVersion: string): readonly string[] {
  const { diagnostics } = analyze(text, { containerdVersion });
  return diagnostics
    .filter((diagnostic) => !isWish(diagnostic, containerdVersion))
    .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

const addOverride = (registry: string, mirrors: "spegel" | "none"): FormChange => ({
  kind: "add-override",
  scope: "cluster",
  registry,
  mirrors,
});
const mirrors = (registry: string, change: MirrorChange): FormChange => ({
  kind: "change-mirrors",
  scope: "cluster",
  key: keyOf(registry),
  change,
});

const ACTIONS: Readonly<Record<string, (registry: string, url: string) => readonly FormChange[]>> = {
  "an override": (registry) => [addOverride(registry, "spegel")],
  "a mirror by its URL": (registry, url) => [
    addOverride(registry, "spegel"),
    mirrors(registry, { kind: "add-mirror", mirror: { ...NEW_MIRROR, url } }),
  ],
  "a URL typed over another": (registry, url) => [
    addOverride(registry, "spegel"),
    mirrors(registry, { kind: "add-mirror", mirror: { ...NEW_MIRROR, url: "https://old.example" } }),
    mirrors(registry, { kind: "set-mirror", index: 1, set: { url } }),
  ],
  "all of Spegel, in another order": (registry) => [
    addOverride(registry, "spegel"),
    mirrors(registry, { kind: "add-spegel", on: "masters" }),
    mirrors(registry, { kind: "add-mirror", mirror: SPEGEL_SERVICE }),
    mirrors(registry, { kind: "move-entry", from: 2, to: 0 }),
    mirrors(registry, { kind: "remove-entry", index: 0 }),
  ],
  "its own server": (registry) => [
    addOverride(registry, "spegel"),
    ...(registry === "_default"
      ? []
      : [mirrors(registry, { kind: "set-server", server: ownServer(registry) })]),
  ],
  "a group's own copy": (registry, url) => [
    addOverride(registry, "spegel"),
    mirrors(registry, { kind: "add-mirror", mirror: { ...NEW_MIRROR, url } }),
    { kind: "copy-override", scope: "master", key: keyOf(registry) },
  ],
  "a group without the file": (registry) => [
    addOverride(registry, "spegel"),
    { kind: "empty-override", scope: "master", key: keyOf(registry) },
  ],
};

describe.each(RELEASES)("containerd %s", (version) => {
  describe.each(Object.entries(SPECS))("%s", (_, spec) => {
    const before = findings(spec, version);
    test.each(Object.entries(ACTIONS))("%s", (name, changes) => {
      // The masters' loop reads a key of ours, and the spec tells that it is one.
      const isTold = (finding: string) =>
        name === "all of Spegel, in another order" && finding.includes("template/config-assumed");
      for (const [index, url] of (changes.length > 1 ? URLS : REGISTRIES).entries()) {
        const registry = REGISTRIES[index % REGISTRIES.length] ?? "";
        const text = after(spec, changes(registry, url), version);
        const found = findings(text, version).filter(
          (finding) => !before.includes(finding) && !isTold(finding),
        );
        expect({ registry, url, found }).toEqual({ registry, url, found: [] });
      }
    });
  });
});

describe("override_path", () => {
  const set = (first: string, ...urls: string[]) =>
    after(
      SPECS["Kublr's defaults"] ?? "",
      [
        addOverride("quay.io", "none"),
        mirrors("quay.io", { kind: "add-mirror", mirror: { ...NEW_MIRROR, url: first } }),
        ...urls.map((url) => mirrors("quay.io", { kind: "set-mirror", index: 0, set: { url } })),
      ],
      "2.3",
    );

  const IN_ACTION = 'https://{{ index .config "a/v2/b" }}/v2/hub';
  test.each([...API_ROOTS, IN_ACTION])("comes with %s", (url) => {
    expect(set(url)).toContain("override_path = true");
    expect(set("https://mirror.example", url)).toContain("override_path = true");
  });

  test("comes and goes while an address is typed", () => {
    const typed = ["https://m", "https://m/", "https://m/v2", "https://m/v2/", "https://m/v2/h"];
    expect(set("https://", ...typed)).toContain("override_path = true");
    expect(set("https://m/v2/h", "https://m/v2", "https://m")).not.toContain("override_path");
  });

  test.each([
    "https://m",
    "https://m/v2",
    "https://m/v2/",
    "https://nexus/repository/hub",
    "https://m/V2/h",
    'https://{{ index .config "a/v2/b" }}',
  ])("is not written for %s", (url) => {
    expect(set(url)).not.toContain("override_path");
  });

  test("stays as somebody wrote it", () => {
    const written = (value: boolean | null, url: string) =>
      after(
        set("https://art.example/api/docker/hub"),
        [
          mirrors("quay.io", { kind: "set-mirror", index: 0, set: { overridePath: value } }),
          mirrors("quay.io", { kind: "set-mirror", index: 0, set: { url } }),
        ],
        "2.3",
      );
    expect(written(true, "https://art.example/api/docker/quay")).toContain("override_path = true");
    expect(written(false, "https://m/v2/hub")).toContain("override_path = false");
  });
});
