import { readdirSync, readFileSync } from "node:fs";
import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import { describe, expect, test } from "vitest";
import { DEFAULT_CONTAINERD_VERSION } from "../settings.js";
import { formEdits } from "./form-edits.js";
import { SPEGEL_ON_NODE, writtenFor } from "./mirror.js";
import type { FormChange, ListChange, ScopeForm } from "./model.js";
import { readForms } from "./read-forms.js";

const EXAMPLES = new URL("../../../../examples/", import.meta.url);
const example = (file: string) => readFileSync(new URL(file, EXAMPLES), "utf8");

function form(text: string, scope = "cluster"): ScopeForm {
  const found = readForms(parseSpec(text)).scopes.find(({ id }) => id === scope);
  if (!found) throw new Error(`no form for ${scope}`);
  return found;
}

function change(text: string, wanted: FormChange): string {
  return editSpec(text, formEdits(parseSpec(text), wanted)).text;
}

const MIRROR_ADD = ["spegel", "containerdMirrorAdd"];

function mirrorAddOff(scope: string): FormChange {
  return { kind: "set-chart-value", scope, keys: MIRROR_ADD, value: false };
}

function filters(scope: string, change: ListChange): FormChange {
  return { kind: "change-list", scope, keys: ["spegel", "registryFilters"], initial: [], change };
}

/** What stands in `after` and not in `before`, and the other way round, line by line. */
function lineDiff(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

const GROUPS = `kind: Cluster
spec:
  master:
    minNodes: 1
    kublrAgentConfig:
      cluster: { addon: { spegel: { helm_values: { spegel: { containerdMirrorAdd: false } } } } }
  nodes:
    - name: gpu
      kublrAgentConfig:
        extensions:
          b-docker:
            content: '# ours'
    - name: web
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          enabled: false
          helm_values:
            spegel:
              registryFilters:
                - ':latest$' # stale
                - "^ghcr\\\\.io/"
    extensions:
      a-docker:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: ''
      b-docker:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: '# theirs'
      motd:
        path: templates/root_dir/etc/motd
        content: hello
`;

const IN_STRING = `spec:
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          helm_values: |
            # unset
            resources:
              limits: null
`;

describe("reading", () => {
  test("a text without a cluster has no forms", () => {
    expect(readForms(parseSpec("kind: Secret")).scopes).toEqual([]);
  });

  test("the whole cluster comes first, then the groups that the spec names", () => {
    expect(readForms(parseSpec(GROUPS)).scopes.map(({ id }) => id)).toEqual([
      "cluster",
      "master",
      "nodes/gpu",
      "nodes/web",
    ]);
    expect(readForms(parseSpec("spec: {}")).scopes.map(({ id }) => id)).toEqual(["cluster"]);
  });

  test("every value says where it comes from, and the cluster's who overrules it", () => {
    expect(form(GROUPS).spegelEnabled).toMatchObject({ value: false, from: "here", overruledBy: [] });
    expect(form(GROUPS).mirrorAdd).toMatchObject({ value: true, from: "default", overruledBy: ["master"] });
    expect(form(GROUPS, "master").mirrorAdd).toMatchObject({ value: false, from: "here" });
    expect(form(GROUPS, "master").filters).toMatchObject({ from: "cluster" });
    expect(form(GROUPS, "nodes/web").spegelEnabled).toMatchObject({ value: false, from: "cluster" });
    expect(form("spec: {}").spegelEnabled).toMatchObject({ value: true, from: "default" });
  });

  test("filters", () => {
    expect(form(GROUPS).filters).toMatchObject({ value: [":latest$", "^ghcr\\.io/"], editable: true });
    const wrong = GROUPS.replace("- ':latest$' # stale", "- 5");
    expect(form(wrong).filters).toMatchObject({ value: [], editable: false });
  });

  test("overrides: those under certs.d, merged as the agent merges them, the last one for a file wins", () => {
    const seen = form(GROUPS, "nodes/gpu").overrides.map(({ key, from, registry, content, shadowedBy }) => ({
      key,
      from,
      registry,
      content,
      shadowedBy,
    }));
    expect(seen).toEqual([
      { key: "a-docker", from: "cluster", registry: "docker.io", content: "", shadowedBy: "b-docker" },
      { key: "b-docker", from: "here", registry: "docker.io", content: "# ours", shadowedBy: null },
    ]);
  });

  test.each([
    ["absent", "spec: {}"],
    ["map", "spec: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {}}}}}}"],
    ["string", IN_STRING],
    ["unreadable", "spec: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: '[1'}}}}}"],
    ["unreadable", "spec: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: [1]}}}}}"],
  ])("helm_values %s", (value, text) => {
    expect(form(text).helmValues.value).toBe(value);
  });
});

describe("a change edits its own lines only", () => {
  const scope = "cluster";
  const rows: [string, FormChange, readonly string[], readonly string[]][] = [
    [
      "Spegel on",
      { kind: "set-enabled", scope, value: true },
      ["          enabled: false"],
      ["          enabled: true"],
    ],
    [
      "a filter",
      filters(scope, { kind: "set", index: 0, value: ":edge$" }),
      ["                - ':latest$' # stale"],
      ["                - ':edge$' # stale"],
    ],
    ["another filter", filters(scope, { kind: "add", value: "x" }), [], ["                - x"]],
    [
      "a filter less",
      filters(scope, { kind: "remove", index: 0 }),
      ["                - ':latest$' # stale"],
      [],
    ],
    [
      "an override's registry",
      { kind: "rename-override", scope, key: "a-docker", registry: "quay.io" },
      [],
      ["        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml"],
    ],
    [
      "an override's content",
      { kind: "set-override-content", scope, key: "a-docker", content: "# none" },
      ["        content: ''"],
      ["        content: '# none'"],
    ],
  ];
  test.each(rows)("%s", (_name, wanted, gone, come) => {
    const after = change(GROUPS, wanted);
    expect(after).not.toBe(GROUPS);
    expect(lineDiff(GROUPS, after)).toEqual({ gone, come });
  });

  test("filters change places, and no comment is lost", () => {
    const after = change(GROUPS, filters(scope, { kind: "move", from: 0, to: 1 }));
    expect(form(after).filters.value).toEqual(["^ghcr\\.io/", ":latest$"]);
    expect(after).toContain(" # stale\n");
  });

  test("taking away what is not written changes nothing", () => {
    expect(change("spec: {}\n", { kind: "set-enabled", scope, value: null })).toBe("spec: {}\n");
    expect(change("spec: {}\n", { kind: "unset-chart-value", scope, keys: MIRROR_ADD })).toBe("spec: {}\n");
    expect(change(GROUPS, { kind: "remove-override", scope: "nodes/web", key: "a-docker" })).toBe(GROUPS);
  });

  test.each([
    ["a level that is not there", { kind: "set-enabled", scope: "nodes/none", value: true }],
    ["a filter that is not there", filters(scope, { kind: "set", index: 9, value: "x" })],
    ["a move beyond the end", filters(scope, { kind: "move", from: 0, to: 9 })],
    ["an override that is not there", { kind: "remove-override", scope, key: "none" }],
    ["an extension that writes no mirrors", { kind: "remove-override", scope, key: "motd" }],
  ] as [string, FormChange][])("%s changes nothing", (_name, wanted) => {
    expect(change(GROUPS, wanted)).toBe(GROUPS);
  });
});

describe("the levels of a spec", () => {
  test("a group's own value is written to the group", () => {
    const after = change(GROUPS, { kind: "set-enabled", scope: "nodes/web", value: true });
    expect(form(after, "nodes/web").spegelEnabled).toMatchObject({ value: true, from: "here" });
    expect(form(after).spegelEnabled.value).toBe(false);
    expect(form(after).spegelEnabled.overruledBy).toEqual(["web"]);
  });

  test("a level that changes an inherited list writes all of it", () => {
    const after = change(GROUPS, filters("master", { kind: "remove", index: 0 }));
    expect(form(after, "master").filters).toMatchObject({ value: ["^ghcr\\.io/"], from: "here" });
    expect(form(after).filters.value).toHaveLength(2);
  });

  test("an inherited override is copied before it can differ", () => {
    const after = change(GROUPS, { kind: "copy-override", scope: "nodes/web", key: "b-docker" });
    const copy = form(after, "nodes/web").overrides.find(({ key }) => key === "b-docker");
    expect(copy).toMatchObject({ from: "here", content: "# theirs", registry: "docker.io" });
  });

  test("in a group an inherited override is emptied, and inherited again", () => {
    const empty = change(GROUPS, { kind: "empty-override", scope: "nodes/web", key: "b-docker" });
    const of = (text: string, scope: string) =>
      form(text, scope).overrides.find(({ key }) => key === "b-docker");
    expect(of(empty, "nodes/web")).toMatchObject({ from: "here", coversCluster: true, content: "" });
    expect(of(empty, "cluster")).toMatchObject({ content: "# theirs", overruledBy: ["gpu", "web"] });
    const back = change(empty, { kind: "remove-override", scope: "nodes/web", key: "b-docker" });
    expect(of(back, "nodes/web")).toMatchObject({
      from: "cluster",
      coversCluster: false,
      content: "# theirs",
    });
  });

  test("a registry that has an override gets no second one", () => {
    for (const scope of ["cluster", "nodes/web"]) {
      const again: FormChange = { kind: "add-override", scope, registry: "docker.io", mirrors: "spegel" };
      expect(change(GROUPS, again)).toBe(GROUPS);
    }
  });

  test("every entry of an override has its place in the text", () => {
    const text = example("08-mirror-add-off-with-overrides.yaml");
    const places = form(text).overrides.flatMap((override) => override.places);
    const first = places.map((place) => text.split("\n")[(place?.start.line ?? 0) - 1]?.trim());
    expect(first).toHaveLength(5);
    for (const line of first) expect(line).toMatch(/^\[host\./);
  });

  test("a new override has a free key like those of Kublr's page", () => {
    const add: FormChange = {
      kind: "add-override",
      scope: "cluster",
      registry: "great-registry.com",
      mirrors: "none",
    };
    const taken = GROUPS.replace("motd:", "containerd-great-registry-com-hosts-override:");
    expect(form(change(taken, add)).overrides.map(({ key }) => key)).toEqual([
      "a-docker",
      "b-docker",
      "containerd-great-registry-com-hosts-override-2",
    ]);
  });
});

describe("helm_values as a string of YAML", () => {
  test("is edited inside", () => {
    const after = change(IN_STRING, mirrorAddOff("cluster"));
    expect(after.startsWith(IN_STRING)).toBe(true);
    expect(after.slice(IN_STRING.length)).toBe(
      "            spegel:\n              containerdMirrorAdd: false\n",
    );
    expect(form(after).mirrorAdd).toMatchObject({ value: false, from: "here" });
  });

  test("filters in it are added, moved and removed", () => {
    const add = (text: string, value: string) => change(text, filters("cluster", { kind: "add", value }));
    const two = add(add(IN_STRING, "a"), "b");
    expect(form(two).filters.value).toEqual(["a", "b"]);
    const moved = change(two, filters("cluster", { kind: "move", from: 1, to: 0 }));
    expect(form(moved).filters.value).toEqual(["b", "a"]);
    const one = change(moved, filters("cluster", { kind: "remove", index: 0 }));
    expect(form(one).filters.value).toEqual(["a"]);
  });

  test("a level that inherits it takes the whole string along", () => {
    const text = `${IN_STRING}  master: {minNodes: 1}\n`;
    const after = change(text, mirrorAddOff("master"));
    expect(form(after, "master")).toMatchObject({
      helmValues: { value: "string", from: "here" },
      mirrorAdd: { value: false, from: "here" },
    });
    expect(form(after).mirrorAdd.value).toBe(true);
  });
});

describe("every example", () => {
  const files = readdirSync(EXAMPLES).filter((file) => file.endsWith(".yaml"));
  test("is there", () => expect(files.length).toBeGreaterThanOrEqual(12));

  test.each(files)("%s: toggling Spegel off and taking it back leaves every other line", (file) => {
    const text = example(file);
    const enabled = form(text).spegelEnabled;
    const off = change(text, { kind: "set-enabled", scope: "cluster", value: !enabled.value });
    expect(form(off).spegelEnabled).toMatchObject({ value: !enabled.value, from: "here" });
    const back = change(off, {
      kind: "set-enabled",
      scope: "cluster",
      value: enabled.from === "default" ? null : enabled.value,
    });
    expect(form(back).spegelEnabled.value).toBe(enabled.value);
    expect(lineDiff(text, off).gone.length).toBeLessThanOrEqual(1);
  });

  test.each(files)("%s: a mirror added to an override and removed again gives the text back", (file) => {
    const text = example(file);
    for (const { key, hosts } of form(text).overrides) {
      if (hosts.form === "raw" || hosts.entries.length === 0) continue;
      const index = hosts.entries.length;
      const added = change(text, {
        kind: "change-mirrors",
        scope: "cluster",
        key,
        change: { kind: "add-spegel", on: "node" },
      });
      expect(form(added).overrides.find((override) => override.key === key)?.hosts).toMatchObject({
        entries: [
          ...hosts.entries,
          { kind: "mirror", mirror: writtenFor(SPEGEL_ON_NODE, DEFAULT_CONTAINERD_VERSION) },
        ],
      });
      const back = change(added, {
        kind: "change-mirrors",
        scope: "cluster",
        key,
        change: { kind: "remove-entry", index },
      });
      expect(form(back).overrides.find((override) => override.key === key)?.hosts).toEqual(hosts);
    }
  });
});
