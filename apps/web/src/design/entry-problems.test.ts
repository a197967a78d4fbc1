import { parseSpec } from "@lookinglass/cluster-spec";
import { analyze, readForms } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { partOf, splitProblems } from "./entry-problems.js";
import { problemsAt } from "./field-problems.js";

const SPEC = `spec:
  kublrAgentConfig:
    extensions:
      quay:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: |
          server = 'https://other.example'

          [host.'https://a.example']
          capabilities = ['resolve']
          dial_timeout = '1s'

          # the second
          [host.'https://b.example']
          dial_timeout = '1s'
          [host.'https://b.example'.header]
          Authorization = 'Basic eA=='
`;

test("every problem is told at the entry and the part that it is about, or above all", () => {
  const [override] = readForms(parseSpec(SPEC)).scopes[0]?.overrides ?? [];
  if (!override) throw new Error("no override");
  const { diagnostics } = analyze(SPEC, { containerdVersion: "2.3" });
  const { entries, rest } = splitProblems(override, problemsAt(diagnostics, override.path));
  const told = entries.map((problems) => problems.map((problem) => [partOf(problem), problem.code]));
  expect(told[0]).toContainEqual(["capabilities", "hosts/no-capability"]);
  expect(told[1]).toContainEqual(["headers", "hosts/secret"]);
  expect(rest.map(({ code }) => code)).toContain("hosts/server-no-fallback");
  expect(rest.map(({ code }) => code)).not.toContain("hosts/secret");
});
