import { describe, expect, test } from "vitest";
import { templateData } from "./template-data.js";
import { type TemplateQuestion, tryTemplate } from "./try-template.js";

const ask = (template: string, data = "", functions: TemplateQuestion["functions"] = "go") =>
  tryTemplate({ template, data, functions });

const LOOP = `[hosts]
{{- range .masters }}
host {{ . }}
  ok
{{- end }}
`;

test("the output, and which line of the template wrote each of its lines", () => {
  expect(ask(LOOP, "masters: [10.0.0.1, 10.0.0.2]")).toEqual({
    kind: "rendered",
    output: {
      text: "[hosts]\nhost 10.0.0.1\n  ok\nhost 10.0.0.2\n  ok\n",
      templateLines: [1, 3, 4, 3, 4],
    },
    fault: null,
  });
});

test("what an action writes belongs to the action's line", () => {
  expect(ask('a\n{{ printf "x\\ny\\nz" }}')).toMatchObject({ output: { templateLines: [1, 2, 2, 2] } });
});

describe("faults", () => {
  test("of the data: where it is, and nothing is rendered", () => {
    expect(ask("{{.a}}", "a: 1\nb: [")).toMatchObject({
      kind: "bad-data",
      range: { start: { line: 2 } },
    });
  });

  test("of the template's text: Go's message", () => {
    expect(ask("ok\n{{ if }}")).toMatchObject({
      output: { text: "" },
      fault: { phase: "parse", message: "template: hosts.toml:2: missing value for if", place: { line: 2 } },
    });
  });

  test("while it runs: what had been written stays", () => {
    expect(ask("before\n{{ .a.b.c }}", "a: {b: text}")).toEqual({
      kind: "rendered",
      output: { text: "before\n", templateLines: [1] },
      fault: {
        phase: "exec",
        message:
          'template: hosts.toml:2:5: executing "hosts.toml" at <.a.b.c>: can\'t evaluate field c in type interface {}',
        place: { line: 2, column: 6 },
      },
    });
  });

  test("of size: a bomb ends", () => {
    const bomb = '{{ range 1000000 }}{{ printf "%1000d" 1 }}{{ end }}';
    expect(ask(bomb)).toMatchObject({ fault: { phase: "limit" } });
  });
});

test("numbers are those of a cluster spec", () => {
  expect(ask('{{ printf "%T %T %v" .a .b .b }}', "a: 2\nb: 2.5")).toMatchObject({
    output: { text: "int float64 2.5" },
  });
});

test("Sprig's functions are there when asked for", () => {
  expect(ask("{{ .a | upper }}", "a: x", "sprig")).toMatchObject({ output: { text: "X" } });
  expect(ask("{{ .a | upper }}", "a: x")).toMatchObject({ fault: { phase: "parse" } });
});

test("a role's data renders the role's template as the node does", () => {
  const spec = "spec:\n  nodes:\n    - name: gpu\n      kublrAgentConfig: {mirror: m.example.com}\n";
  const [, gpu] = templateData(spec, { nodeAddresses: { "nodes/gpu": ["10.7.0.1"] } });
  expect(gpu?.role).toBe("nodes/gpu");
  expect(ask("{{ .config.mirror }} {{ .config.node_address_ip }}", gpu?.json)).toMatchObject({
    output: { text: "m.example.com 10.7.0.1" },
  });
});

test("a role's data says who shows its keys, in comments that the playground reads over", () => {
  const [master] = templateData("kind: Cluster\nmetadata: {name: c}\nspec: {}\n", {});
  expect(master?.sources).toBe(
    "# Documented by Kublr.\n#   node_address_ip, cluster.addon, cluster.addon.spegel, cluster.addon.spegel.enabled\n" +
      "# Seen in agent 1.8.\n#   is_master, node_group, cluster, cluster.name, cluster.network, cluster.network.clusterCIDR, " +
      "cluster.network.podCIDR, cluster.network.serviceCIDR, cluster.network.dnsDomain\n" +
      "# Lookinglass's own: no public source shows that the agent has it.\n#   node_name, master_address_ips\n",
  );
  const data = `${master?.sources}${master?.json}`;
  expect(ask("{{ .config.is_master }} {{ .config.cluster.name }}", data)).toMatchObject({
    output: { text: "true c" },
  });
});
