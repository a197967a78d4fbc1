import { describe, expect, test } from "vitest";
import { filesByPath, pathBelowCertsD, pathProblem, splitTail, withFiles } from "./node-files.js";

describe("splitTail", () => {
  const rows: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    [
      "several files, with and without a newline at the end, and an empty one",
      "==> /etc/containerd/certs.d/_default/hosts.toml <==\na = 1\n\n==> /etc/containerd/certs.d/docker.io/hosts.toml <==\n" +
        "b = 2\n==> /etc/containerd/certs.d/empty/hosts.toml <==\n\n==> /etc/containerd/certs.d/quay.io/hosts.toml <==\n\nc = 3\n",
      [
        ["_default/hosts.toml", "a = 1\n"],
        ["docker.io/hosts.toml", "b = 2"],
        ["empty/hosts.toml", ""],
        ["quay.io/hosts.toml", "\nc = 3\n"],
      ],
    ],
    ["a single one", "==> quay.io/hosts.toml <==\na", [["quay.io/hosts.toml", "a"]]],
    ["what stands before the first header", "$ tail\n==> a/hosts.toml <==\nx", [["a/hosts.toml", "x"]]],
    ["Windows line ends", "==> a/hosts.toml <==\r\nx\r\n", [["a/hosts.toml", "x\n"]]],
    ["a plain file", 'server = "https://a"\n', []],
    ["nothing", "", []],
  ];
  test.each(rows)("%s", (_, output, files) => {
    expect(splitTail(output).map(({ path, text }) => [path, text])).toEqual(files);
  });
});

test.each([
  ["/etc/containerd/certs.d/docker.io/hosts.toml", "docker.io/hosts.toml"],
  ["./docker.io/hosts.toml", "docker.io/hosts.toml"],
  [" docker.io/hosts.toml ", "docker.io/hosts.toml"],
  ["/mnt/node/etc/containerd/certs.d/_default/hosts.toml", "_default/hosts.toml"],
])("%s is %s", (path, below) => {
  expect(pathBelowCertsD(path)).toBe(below);
});

describe("a set of files", () => {
  const first = { id: 3, path: "a/hosts.toml", text: "old" };

  test("takes what is pasted; a file that is there already gets the new text", () => {
    expect(
      withFiles(
        [first],
        [
          { path: "a/hosts.toml", text: "new" },
          { path: "b/hosts.toml", text: "b" },
        ],
      ),
    ).toEqual([
      { id: 3, path: "a/hosts.toml", text: "new" },
      { id: 4, path: "b/hosts.toml", text: "b" },
    ]);
  });

  test("leaves out files without a path of their own", () => {
    const again = { id: 4, path: "/etc/containerd/certs.d/a/hosts.toml", text: "again" };
    const nowhere = { id: 5, path: " ", text: "x" };
    const files = [first, again, nowhere];
    expect(filesByPath(files)).toEqual({ "a/hosts.toml": "old" });
    expect(files.map((file) => pathProblem(files, file) !== null)).toEqual([false, true, true]);
  });
});
