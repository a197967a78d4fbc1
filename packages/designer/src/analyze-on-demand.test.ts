import { expect, test } from "vitest";
import { analyze } from "./analyze.js";
import { analyzeOnDemand } from "./analyze-on-demand.js";

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
  "gives what analyze gives, with %s's functions",
  async (templateFunctions) => {
    const settings = { templateFunctions };
    expect(await analyzeOnDemand(TEXT, settings)).toEqual(analyze(TEXT, settings));
  },
);

test("Sprig's functions are there when the settings ask for them", async () => {
  const { diagnostics } = await analyzeOnDemand(TEXT, { templateFunctions: "sprig" });
  expect(diagnostics.map(({ code }) => code)).not.toContain("template/unknown-function");
});
