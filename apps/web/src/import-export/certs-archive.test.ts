import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeFile } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { filesOnDisk, packCertsD } from "./certs-archive.js";

const file = (path: string, state: NodeFile["state"], content = `# ${path}\n`): NodeFile => ({
  path,
  state,
  content,
  origin: { kind: "extension" },
});

test.each([
  ["active", "a/hosts.toml", ["certs.d/a/hosts.toml"]],
  ["backup", "_backup/a/hosts.toml", ["certs.d/_backup/a/hosts.toml"]],
  ["deleted", "a/hosts.toml", []],
  ["not-generated", "a/hosts.toml", []],
  ["active", "../a/hosts.toml", []],
  ["active", "/etc/passwd", []],
] as const)("%s: %s", (state, path, paths) => {
  expect(filesOnDisk([file(path, state)]).map((packed) => packed.path)).toEqual(paths);
});

test("tar unpacks it, a long path, an empty file and other letters included", async () => {
  const long = `${"registry-".repeat(24)}.example.com_5000_/hosts.toml`;
  const files = [file("_default/hosts.toml", "active", ""), file(long, "active", "# ü\n")];
  const packed = Buffer.from(await (await packCertsD(files)).arrayBuffer());
  expect(Buffer.from(await (await packCertsD(files)).arrayBuffer()).equals(packed)).toBe(true);
  const directory = mkdtempSync(join(tmpdir(), "lookinglass-tar-"));
  try {
    execFileSync("tar", ["-xzf", "-", "-C", directory], { input: packed });
    expect(readFileSync(join(directory, "certs.d/_default/hosts.toml"), "utf8")).toBe("");
    expect(readFileSync(join(directory, "certs.d", long), "utf8")).toBe("# ü\n");
  } finally {
    rmSync(directory, { recursive: true });
  }
});
