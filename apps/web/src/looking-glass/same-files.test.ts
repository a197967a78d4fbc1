import { analyze, type Role } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { asOnNodeOf, groupBySameFiles, rolesTitle, withoutNode } from "./same-files.js";

const nodes = (...names: string[]) => names.map((name) => `    - name: ${name}\n`).join("");
const spec = (groups: string, rest = "") => `kind: Cluster\nspec:\n  nodes:\n${groups}${rest}`;
const groupsOf = (text: string) =>
  groupBySameFiles(analyze(text).roles).map(({ roles }) => roles.map(({ title }) => title));

const OWN_FILE = `      kublrAgentConfig:
        extensions:
          mine:
            path: templates/root_dir/etc/containerd/certs.d/_default/hosts.toml
            content: "# mine"
`;

describe("roles with the same files", () => {
  test("groups that differ in nothing but their nodes are one; the masters do not list themselves twice", () => {
    expect(groupsOf(spec(nodes("a", "b", "c")))).toEqual([["master"], ["a", "b", "c"]]);
  });

  test("a group with a file of its own stands alone", () => {
    expect(groupsOf(spec(nodes("a", "b"), `${OWN_FILE}${nodes("c")}`))).toEqual([
      ["master"],
      ["a", "c"],
      ["b"],
    ]);
  });

  test("another runtime is another group", () => {
    const { roles } = analyze(spec(nodes("a", "b")), { runtimes: { "nodes/b": "cri-o" } });
    expect(groupBySameFiles(roles)).toHaveLength(3);
  });
});

const role = (address: string, name: string): Role => {
  const [master] = analyze(spec(nodes("a"))).roles;
  if (!master) throw new Error("no master");
  return { ...master, sampleNodes: [{ name, address }] };
};

test.each([
  ["[host.'http://10.0.1.1:30020']", "[host.'http://{this node's address}:30020']"],
  ["10.0.1.11 and 110.0.1.1", "10.0.1.11 and 110.0.1.1"],
  ["# gpu-0, gpu-0.example", "# {this node's name}, gpu-0.example"],
])("%s without its node", (text, without) => {
  expect(withoutNode(text, role("10.0.1.1", "gpu-0"))).toBe(without);
});

test("an address with signs that mean something in expressions", () => {
  expect(withoutNode("http://[fd00::7]:30020", role("fd00::7", "x+"))).toBe(
    "http://[{this node's address}]:30020",
  );
});

test("a file as another node has it", () => {
  const [before, after] = [role("10.0.1.11", "a-0"), role("10.0.2.11", "b-0")];
  expect(asOnNodeOf("http://10.0.1.11 http://10.0.0.11 # a-0", before, after)).toBe(
    "http://10.0.2.11 http://10.0.0.11 # b-0",
  );
});

test.each([
  [["master"], "master"],
  [["master", "gpu"], "master and gpu"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b", "c", "d"], "a, b and 2 more"],
])("%j is called %s", (titles, title) => {
  expect(rolesTitle(titles.map((each) => ({ title: each })))).toBe(title);
});
