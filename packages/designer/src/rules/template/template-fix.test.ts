import { editSpec } from "@lookinglass/cluster-spec";
import { describe, expect, it } from "vitest";
import { analyze } from "../../analyze.js";
import { previewSpec } from "../../preview-spec.js";
import { diagnosticsOf } from "../../testing/marked-spec.js";
import { cluster, extension } from "../../testing/specs.js";
import { ruleInput } from "../rule-input.js";
import { renderingsOf } from "./renderings.js";
import { renderedTemplates } from "./template-places.js";

const settings = { containerdVersion: "2.1" };

/** A template of the cluster's, for masters of site a and a group of site b. */
const ofTwoSites = (...lines: string[]) =>
  cluster(
    `  kublrAgentConfig:\n    site: a\n    extensions:\n${extension("hub", "docker.io/hosts.toml", ...lines)}` +
      "  nodes:\n    - {name: far, kublrAgentConfig: {site: b}}\n",
  );

const onSite = (a: readonly string[], b: readonly string[]) => [
  '{{ if eq .config.site "a" -}}',
  ...a,
  "{{ else -}}",
  ...b,
  "{{ end -}}",
];

describe("one text, two groups", () => {
  const tooSlow = ofTwoSites(
    ...onSite(["[host.'https://a.example']"], ["[host.'https://b.example']"]),
    "capabilities = ['pull']",
  );

  it.each([
    ["https://a.example", "master"],
    ["https://b.example", "nodes/far"],
  ])("dial_timeout of %s goes into its own branch, and into the file of %s only", (host, role) => {
    const file = (name: string) => `[host.'${name}']\ncapabilities = ['pull']\n`;
    const before = { master: file("https://a.example"), "nodes/far": file("https://b.example") };
    expect(filesOf(tooSlow)).toEqual(before);
    expect(filesAfter(tooSlow, "hosts/slow-fallback", host)).toEqual({
      ...before,
      [role]: `[host.'${host}']\ndial_timeout = '1s'\ncapabilities = ['pull']\n`,
    });
  });

  const served = onSite(
    ["[host.'https://a.example']", "server = 'https://s.example'"],
    ["[host.'https://b.example']"],
  );

  it("server of one branch stays in it", () => {
    expect(filesAfter(ofTwoSites(...served), "hosts/server-misplaced", "a.example")).toEqual({
      master: "server = 'https://s.example'\n[host.'https://a.example']\n",
      "nodes/far": "[host.'https://b.example']\n",
    });
  });

  it("server of one branch is not moved above a text that both have", () => {
    expect(titles(ofTwoSites("# mine", ...served), "hosts/server-misplaced")).toEqual([]);
  });
});

describe("one line, right to remove for one group and to move for another", () => {
  const text = ofTwoSites(
    ...onSite(
      ["server = 'https://top.example'", "[host.'https://a.example']"],
      ["[host.'https://b.example']"],
    ),
    "server = 'https://s.example'",
  );

  it.each(["a.example", "b.example"])("is left to the user at %s", (host) => {
    expect(titles(text, "hosts/server-misplaced", host)).toEqual([]);
  });
});

describe("several nodes of one role", () => {
  const onFirst = (masters: number, ...lines: string[]) =>
    cluster(
      `  kublrAgentConfig:\n    extensions:\n${extension(
        "hub",
        "docker.io/hosts.toml",
        "# mine",
        '{{ if eq .config.node_name "master-0" }}[host.a]',
        "{{ end }}server = 'https://s.example'",
        ...lines,
      )}  master: {minNodes: ${masters}}\n`,
    );

  it("a line that is right on a later node is not moved", () => {
    expect(titles(onFirst(1), "hosts/server-misplaced")).toEqual(["Move it to the top of the file"]);
    expect(titles(onFirst(2), "hosts/server-misplaced")).toEqual([]);
  });
});

describe("files that are not written", () => {
  const failing = (condition: string) => [
    "[host.'https://a.example']",
    `{{ if ${condition} }}{{ index .config.master_address_ips 9 }}{{ end }}`,
  ];

  it("do not keep the others from being mended", () => {
    const onGroup = ofTwoSites(...failing('eq .config.site "b"'));
    expect(titles(onGroup, "hosts/slow-fallback")).toEqual(["Add dial_timeout = '1s'"]);
    const onNode = ofTwoSites(...failing('eq .config.node_name "master-1"'));
    expect(titles(`${onNode}  master: {minNodes: 2}\n`, "hosts/slow-fallback")).toEqual([
      "Add dial_timeout = '1s'",
    ]);
  });

  it("of a template that no role has there are none", () => {
    const preview = ruleInput(previewSpec({ sprig: null }, ofTwoSites("# mine"), {}), null);
    const [one] = renderedTemplates(preview);
    expect(one && renderingsOf(preview, one.template)).toHaveLength(2);
    expect(one && renderingsOf(preview, { ...one.template, contentPath: ["spec"] })).toEqual([]);
  });
});

describe("values that actions write", () => {
  it("are moved as the template writes them", () => {
    const line = "server = 'https://{{ .config.node_address_ip }}:5000'";
    const text = ofTwoSites("[host.'https://a.example']", line);
    const [fix] = fixesOf(text, "hosts/server-misplaced");
    expect(editSpec(text, fix?.edits ?? []).text).toBe(ofTwoSites(line, "[host.'https://a.example']"));
  });

  it("stay behind the line that is moved to the top", () => {
    const table = `{{ "[host.'https://a.example']\\n" }}`;
    const line = "server = 'https://s.example'";
    const file = `${line}\n[host.'https://a.example']\n`;
    expect(filesAfter(ofTwoSites(`${table}${line}`), "hosts/server-misplaced", "a.example")).toEqual({
      master: file,
      "nodes/far": file,
    });
  });

  it("are not taken apart", () => {
    const text = ofTwoSites(`{{ "[host.'https://a.example']\\nserver = 'https://s.example'\\n" }}`);
    expect(titles(text, "hosts/server-misplaced")).toEqual([]);
  });

  it("too long to be written anew keep their file as it is", () => {
    const lines = ["[host.'https://a.example']", "capabilities = ['pull']"];
    expect(titles(ofTwoSites(...lines, '# {{ printf "%040000d" 1 }}'), "hosts/slow-fallback")).toHaveLength(
      1,
    );
    expect(titles(ofTwoSites(...lines, '# {{ printf "%0140000d" 1 }}'), "hosts/slow-fallback")).toEqual([]);
  });

  it("are not written over by a fixed text", () => {
    const text = ofTwoSites("server = 'https://{{ .config.hub }}docker.io'", "[host.'https://a.example']");
    const [found] = diagnosticsOf(text, "hosts/dockerhub", { settings: { extraConfig: { hub: "index." } } });
    expect(found?.fixes).toEqual([]);
  });
});

/** Fixes of what is said of a host. */
function fixesOf(text: string, code: Parameters<typeof diagnosticsOf>[1], host = "") {
  const found = diagnosticsOf(text, code, { settings }).filter(({ message }) => message.includes(host));
  expect(found).not.toEqual([]);
  return found.flatMap(({ fixes }) => fixes);
}

function titles(text: string, code: Parameters<typeof diagnosticsOf>[1], host = ""): string[] {
  return fixesOf(text, code, host).map(({ title }) => title);
}

/** What the agent writes to the nodes of each role after the first fix. */
function filesAfter(text: string, code: Parameters<typeof diagnosticsOf>[1], host: string) {
  const [fix] = fixesOf(text, code, host);
  return filesOf(editSpec(text, fix?.edits ?? []).text);
}

function filesOf(text: string): Record<string, string | undefined> {
  const { roles } = analyze(text, settings);
  const files = roles.map(({ id, phases }) => [
    id,
    phases
      .find((phase) => phase.id === "bootstrap")
      ?.files.find(({ path }) => path === "docker.io/hosts.toml")?.content,
  ]);
  return Object.fromEntries(files);
}
