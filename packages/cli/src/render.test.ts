import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyze } from "@lookinglass/designer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { example, run } from "./testing/run.js";
import { writeCertsD } from "./write-certs-d.js";

const GROUPS = example("10-aws-two-groups.yaml");
const OVERRIDES = example("08-mirror-add-off-with-overrides.yaml");

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "lookinglass-cli-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

test("text names each file, who wrote it and what became of it", async () => {
  const { exitCode, out } = await run(["render", GROUPS, "--role", "nodes/batch"]);
  expect(exitCode).toBe(0);
  expect(out).toContain("# /etc/containerd/certs.d/_default/hosts.toml (spegel)\n");
  expect(out).toContain(
    "# /etc/containerd/certs.d/_backup/_default/hosts.toml (kublr, moved aside by Spegel: containerd does not read it)\n",
  );
});

test("one file is printed to the byte", async () => {
  const [master] = analyze(readFileSync(OVERRIDES, "utf8")).roles;
  const file = master?.phases[0]?.files.find(({ path }) => path === "great-registry.com/hosts.toml");
  const { out } = await run([
    ...["render", OVERRIDES, "--phase", "bootstrap"],
    ...["--file", "great-registry.com/hosts.toml"],
  ]);
  expect(out).toBe(file?.content);
});

test("JSON holds the phase of the role", async () => {
  const { out } = await run(["render", OVERRIDES, "--format", "json", "--phase", "bootstrap"]);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ role: "master", phase: "bootstrap" });
  expect(answer.files.map(({ path }: { path: string }) => path)).toEqual([
    "_default/hosts.toml",
    "great-registry.com/hosts.toml",
  ]);
});

describe("--out", () => {
  test("writes what is on the node's disk", async () => {
    const folder = join(scratch, "batch");
    const { exitCode, out } = await run(["render", GROUPS, "--role", "nodes/batch", "--out", folder]);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `2 files in ${folder}\n` });
    expect(readdirSync(folder).sort()).toEqual(["_backup", "_default"]);
    const { out: printed } = await run([
      "render",
      GROUPS,
      "--role",
      "nodes/batch",
      "--file",
      "_default/hosts.toml",
    ]);
    expect(readFileSync(join(folder, "_default/hosts.toml"), "utf8")).toBe(printed);
  });

  test("leaves a folder that is not empty alone", async () => {
    const folder = mkdtempSync(join(scratch, "full-"));
    writeFileSync(join(folder, "mine"), "");
    const { exitCode, err } = await run(["render", GROUPS, "--out", folder]);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: `error: ${folder} is not empty\n` });
    expect(readdirSync(folder)).toEqual(["mine"]);
  });

  test("writes nothing for a role that is not there", async () => {
    const folder = join(scratch, "none");
    expect((await run(["render", GROUPS, "--role", "nodes/x", "--out", folder])).exitCode).toBe(2);
    expect(existsSync(folder)).toBe(false);
  });

  test("never leaves the folder", () => {
    const folder = join(scratch, "inside");
    const result = writeCertsD(folder, new Map([["../escaped", ""]]));
    expect(result).toMatchObject({ ok: false });
    expect(existsSync(join(scratch, "escaped"))).toBe(false);
  });
});

describe("faults", () => {
  const spec = (content: string) =>
    JSON.stringify({
      kind: "Cluster",
      metadata: { name: "c" },
      spec: {
        kublrAgentTgzUrl: "kublr/1.31.4/kublr-1.31.4-linux.tar.gz",
        kublrAgentConfig: {
          cluster: { addon: { spegel: { enabled: false } } },
          extensions: {
            x: { path: "templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml", content },
          },
        },
      },
    });

  test("a template that fails makes the exit code 1, and the rest is shown", async () => {
    const { exitCode, out, err } = await run(["render", "-"], { stdin: spec("{{.config.a.b.c.d | nope}}") });
    expect(exitCode).toBe(1);
    expect(out).toContain("# /etc/containerd/certs.d/_default/hosts.toml");
    expect(err).toBe("error: the spec has 1 error for this role: see validate\n");
  });

  test.each([
    ["an unknown role", ["--role", "nodes/x"], /there is no role nodes\/x; there are master/],
    ["an unknown phase", ["--phase", "later"], /Allowed choices are bootstrap, running, agent-rerun/],
    ["a file that is not there", ["--file", "ghcr.io/hosts.toml"], /has no file ghcr.io\/hosts.toml/],
  ])("%s", async (_name, options, message) => {
    const { exitCode, out, err } = await run(["render", GROUPS, ...options]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toMatch(message);
  });

  test("a text without a cluster", async () => {
    const { exitCode, err } = await run(["render", "-"], { stdin: "a: [" });
    expect({ exitCode, err }).toEqual({
      exitCode: 2,
      err: "error: the text holds no cluster that could be read: see validate\n",
    });
  });
});
