import { editSpec } from "@lookinglass/cluster-spec";
import { describe, expect, it } from "vitest";
import type { Analysis, Diagnostic, Settings } from "../analysis.js";
import { analyze } from "../analyze.js";
import { MOST_PLACE_CHARACTERS } from "../limits.js";
import { atEveryPlace } from "../places.js";
import { previewSpec } from "../preview-spec.js";
import { diagnosticsOf } from "../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster, extension, spegelValues } from "../testing/specs.js";
import { findingRange } from "./finding-range.js";

it("places what is found in a text without documents at its beginning", () => {
  const preview = previewSpec({ sprig: null }, "", {});
  expect(findingRange(preview, { path: ["spec"] })).toEqual({ start: 0, end: 0 });
});

describe("two findings of a rule at one place", () => {
  const NODES_SPEGEL = ["[host.'http://{{ .config.node_address_ip }}:30020']", "capabilities = ['pull']"];
  const repeating = spegelValues(
    "prependExisting: true",
    "mirroredRegistries: ['https://docker.io', 'https://quay.io']",
  ).replace(
    "    cluster:",
    `    extensions:\n${extension("hub", "docker.io/hosts.toml", ...NODES_SPEGEL)}${extension("quay", "quay.io/hosts.toml", ...NODES_SPEGEL)}    cluster:`,
  );

  it.each([
    { file: "docker.io/hosts.toml", id: "spegel/prepend-duplicate:prepend-off" },
    { file: "quay.io/hosts.toml", id: "spegel/prepend-duplicate:prepend-off~2" },
  ])("are told apart where one setting spoils two files: $id for $file", ({ file, id }) => {
    const found = diagnosticsOf(repeating, "spegel/prepend-duplicate").find((one) => fixId(one) === id);
    expect(found?.message).toContain(file);
    const { text } = editSpec(repeating, found?.fixes[0]?.edits ?? []);
    expect(text).toBe(repeating.replace("prependExisting: true", "prependExisting: false"));
  });

  const ofTwoSites = cluster(
    `  kublrAgentConfig:\n    site: a\n    extensions:\n${extension(
      "hub",
      "docker.io/hosts.toml",
      '{{ if eq .config.site "a" -}}',
      "[host.'https://a.example']",
      "{{ else -}}",
      "[host.'https://b.example']",
      "{{ end -}}",
      "server = 'https://mirror.gcr.io'",
    )}  nodes:\n    - {name: far, kublrAgentConfig: {site: b}}\n`,
  );

  it.each([
    { role: "master", id: "hosts/server-misplaced:move" },
    { role: "nodes/far", id: "hosts/server-misplaced:move~2" },
  ])("of one line mend it on all nodes: $id on $role", ({ role, id }) => {
    const found = diagnosticsOf(ofTwoSites, "hosts/server-misplaced").find((one) => fixId(one) === id);
    expect(found?.roles).toEqual([role]);
    const { text } = editSpec(ofTwoSites, found?.fixes[0]?.edits ?? []);
    expect(dockerIoFile(analyze(text), "master")).toBe(
      "server = 'https://mirror.gcr.io'\n[host.'https://a.example']\n",
    );
    expect(dockerIoFile(analyze(text), "nodes/far")).toBe(
      "server = 'https://mirror.gcr.io'\n[host.'https://b.example']\n",
    );
  });
});

/** The id of the first fix, without the place, which both findings have in common. */
function fixId({ fixes }: Diagnostic): string | undefined {
  return fixes[0]?.id.replace(/@\d+/, "");
}

/** What the agent writes to a role's nodes. */
function dockerIoFile({ roles }: Analysis, id: string): string | undefined {
  const bootstrap = roles.find((role) => role.id === id)?.phases.find((phase) => phase.id === "bootstrap");
  return bootstrap?.files.find(({ path }) => path === "docker.io/hosts.toml")?.content;
}

describe("what holds at several places", () => {
  const files = (keys: string, lines: readonly string[]) =>
    Array.from(keys, (key) => extension(key, `${key}.example/hosts.toml`, ...lines)).join("");
  const slow = (keys: string, more = "") =>
    agentConfig(`    extensions:\n${files(keys, ["[host.'https://m.example']"])}${more}`);
  const told = (text: string, code: string, settings: Settings = { containerdVersion: "2.1" }) =>
    analyze(text, settings).diagnostics.filter((found) => found.code === code);

  it("in a few files is told for each", () => {
    const found = told(slow("abcd"), "hosts/slow-fallback");
    expect(found.map(({ places }) => places)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("in more is one diagnostic, and each place keeps its message and its fix", () => {
    const text = slow("abcde");
    const [found, ...more] = told(text, "hosts/slow-fallback");
    expect(more).toEqual([]);
    expect(found?.message).toMatch(/^5 mirrors cost 30 s /);
    expect(found?.places).toHaveLength(5);
    expect(found?.places?.[0]).toMatchObject({ range: found?.range, path: found?.path });
    for (const [index, key] of Array.from("abcde").entries()) {
      const place = found && atEveryPlace([found])[index];
      expect(place?.message).toContain(`of ${key}.example/hosts.toml is unreachable`);
      expect(place?.path).toEqual(["spec", "kublrAgentConfig", "extensions", key, "content"]);
      const after = editSpec(text, place?.fixes[0]?.edits ?? []).text;
      expect(told(after, "hosts/slow-fallback").map(({ message }) => message)).toHaveLength(4);
      expect(after).toContain(
        `${key}.example/hosts.toml\n        content: |\n          [host.'https://m.example']\n          dial_timeout`,
      );
    }
  });

  it("keeps apart what one rule says of different things", () => {
    const groups = `${files("uvwxy", ["[host.n]"])}${files("fghij", ["server = 'https://m.example/hub'", "[host.'https://o.example']"])}`;
    const found = told(slow("abcde", groups), "hosts/url");
    expect(found.map(({ message }) => message)).toEqual([
      "5 hosts have no scheme: containerd takes https.",
      "5 URLs have a path: without override_path containerd adds /v2 to it.",
    ]);
  });

  const group = (name: string) =>
    `    - name: ${name}\n      kublrAgentConfig:\n        extensions:\n          a: {path: ${CERTS_D}/a.example/hosts.toml, content: "[host.'https://m.example']"}\n`;

  it("in the same words is one diagnostic from the second place on, of the roles of all", () => {
    const found = told(cluster(`  nodes:\n${group("b")}${group("c")}`), "hosts/slow-fallback");
    expect(found).toMatchObject([
      {
        message: expect.stringContaining("a.example/hosts.toml"),
        roles: ["nodes/b", "nodes/c"],
        places: [
          {
            path: ["spec", "nodes", 0, "kublrAgentConfig", "extensions", "a", "content"],
            roles: ["nodes/b"],
          },
          {
            path: ["spec", "nodes", 1, "kublrAgentConfig", "extensions", "a", "content"],
            roles: ["nodes/c"],
          },
        ],
      },
    ]);
    expect(found[0]?.places?.map(({ message }) => message)).toEqual([undefined, undefined]);
  });

  it("counts the places for which there is no room", () => {
    const groups = Array.from({ length: 1_000 }, (_, index) => group(`g${index}`)).join("");
    const [found] = told(cluster(`  nodes:\n${groups}`), "hosts/slow-fallback");
    expect((found?.places?.length ?? 0) + (found?.morePlaces ?? 0)).toBe(1_000);
    expect(JSON.stringify(found?.places?.map(({ fixes: _, ...place }) => place)).length).toBeLessThan(
      MOST_PLACE_CHARACTERS * 1.01,
    );
    expect(found?.morePlaces).toBeGreaterThan(0);
  });

  it("has one id for every fix, which the API takes", () => {
    const { diagnostics } = analyze(slow("abcdefgh"), { containerdVersion: "2.1" });
    const ids = atEveryPlace(diagnostics).flatMap(({ fixes }) => fixes.map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith("hosts/slow-fallback@"))).toHaveLength(8);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
