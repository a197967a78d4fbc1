import { analyze, lineOrigins } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { lineProblems } from "./line-problems.js";

const SPEC = `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      mine:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: |
          server = "https://quay.io"
          [host."https://m.example"]
            capabilities = ["pull", "resolv"]
`;

test("a problem of a template is at the rendered line that it comes from", async () => {
  const { diagnostics } = analyze(SPEC);
  const lines = await lineOrigins(
    SPEC,
    {},
    { role: "master", phase: "bootstrap", path: "quay.io/hosts.toml" },
  );
  const codes = lineProblems(lines, diagnostics, "master").map((problems) =>
    problems.map(({ code }) => code),
  );
  expect(codes.map((each) => each.includes("hosts/rejected"))).toEqual([false, false, true]);
});

test("a problem of another role is none here", async () => {
  const lines = [{ kind: "extension", title: "", range: range(1, 1, 9) }] as const;
  const problem = {
    code: "x",
    severity: "error",
    message: "",
    explanation: "",
    path: [],
    fixes: [],
    range: range(1, 3, 4),
    roles: ["nodes/a"],
  } as const;
  expect(lineProblems(lines, [problem], "nodes/a")).toEqual([[problem]]);
  expect(lineProblems(lines, [problem], "master")).toEqual([[]]);
});

function range(line: number, from: number, to: number) {
  return { start: { line, column: from }, end: { line, column: to } };
}
