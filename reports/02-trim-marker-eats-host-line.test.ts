/** go-debos/debos#184, fiffeek/hyprdynamicmonitors#19: a config line ended up in the comment above it. */
import { describe, expect, test } from "vitest";
import { hostsFile } from "../packages/designer/src/testing/specs.js";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();
const CODE = "template/line-in-comment";
const marked = async (spec: string) => {
  const { diagnostics } = await programs.validate(spec, { containerdVersion: "2.1.9" });
  return found(diagnostics, CODE).map(({ range }) => textAt(spec, range));
};

describe("02 (go-debos/debos#184): a trim marker makes the next line a part of the comment", () => {
  const spec = reported("02-trim-marker-eats-host-line");

  test("each of the three lines is named at its place", async () => {
    expect(await marked(spec)).toEqual([
      "[host.'http://{{ $ip }}:30020']",
      "[host.'http://{{ .config.node_address_ip }}:30020']",
      'server = "https://harbor.example.com/v2/ghcr"',
    ]);
  });

  test("the fix brings the line back on the node", async () => {
    const fixed = await programs.fixed(spec, CODE, /trim marker/);
    expect(await marked(fixed)).toHaveLength(2);
    expect(await programs.file(fixed, "_default/hosts.toml")).toContain(
      "\n[host.'http://10.0.0.11:30020']\n",
    );
  });
});

describe("of the same kind", () => {
  test.each([
    [
      "a loop between a comment and a table",
      [
        "# masters",
        "{{- range .config.master_address_ips -}}",
        "[host.'http://{{ . }}:30020']",
        "{{- end }}",
      ],
      ["[host.'http://{{ . }}:30020']"],
    ],
    [
      "a condition around a server",
      ["# cache", "{{- if .config.node_name -}}", "server = 'https://m.example.com'", "{{- end }}"],
      ["server = 'https://m.example.com'"],
    ],
    [
      "a comment of Go's",
      ["[host.'https://a.example.com'] # first {{- /* of two */ -}}", "[host.'https://b.example.com']"],
      ["[host.'https://b.example.com']"],
    ],
  ])("%s", async (_, lines, expected) => {
    expect(await marked(hostsFile("quay.io/hosts.toml", ...lines))).toEqual(expected);
  });

  test.each([
    ["renders to nothing", ["{{ if .config.rack_mirror }}", "[host.'https://m.example.com']", "{{ end }}"]],
    [
      "keeps its server alone",
      ["server = 'https://quay.io'", "{{- range .config.mirrors }}", "[host.'{{ . }}']", "{{ end }}"],
    ],
  ])("a file that %s although its template has a mirror", async (_, lines) => {
    const { diagnostics, valid } = await programs.validate(hostsFile("quay.io/hosts.toml", ...lines));
    expect(valid).toBe(true);
    expect(found(diagnostics, "template/no-mirrors")).toMatchObject([{ severity: "warning" }]);
  });
});
