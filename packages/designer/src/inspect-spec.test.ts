import { parseSpec } from "@lookinglass/cluster-spec";
import { expect, test } from "vitest";
import { analyze } from "./analyze.js";
import { readForms } from "./forms/index.js";
import { inspectSpec } from "./inspect-spec.js";

const TEXT = `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      hosts:
        path: templates/root_dir/etc/containerd/certs.d/_default/hosts.toml
        content: |
          [host."http://{{ .config.node_address_ip | upper }}:30020"]
`;

test.each(["go", "sprig"] as const)(
  "gives what analyze and readForms give, with %s's functions",
  async (templateFunctions) => {
    const settings = { templateFunctions, spegelVersion: "0.6.0" };
    const imported = TEXT.replace("upper", "lower");
    expect(await inspectSpec(TEXT, settings, imported)).toEqual({
      analysis: analyze(TEXT, settings, imported),
      forms: readForms(parseSpec(TEXT), "0.6.0"),
    });
  },
);

test("Sprig's functions are there when the settings ask for them", async () => {
  const { analysis } = await inspectSpec(TEXT, { templateFunctions: "sprig" });
  expect(analysis.diagnostics.map(({ code }) => code)).not.toContain("template/unknown-function");
});
