import { editSpec } from "@lookinglass/cluster-spec";
import { describe, expect, it } from "vitest";
import type { Analysis, Diagnostic } from "../analysis.js";
import { analyze } from "../analyze.js";
import { previewSpec } from "../preview-spec.js";
import { diagnosticsOf } from "../testing/marked-spec.js";
import { cluster, extension, spegelValues } from "../testing/specs.js";
import { findingRange } from "./diagnose.js";

it("places what is found in a text without documents at its beginning", () => {
  const preview = previewSpec({ sprig: null, readToml: null }, "", {});
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
