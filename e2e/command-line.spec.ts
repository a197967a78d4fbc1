import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { example } from "./support.js";

const command = fileURLToPath(new URL("../node_modules/.bin/lookinglass", import.meta.url));

/** The built command as a pipeline runs it. */
function lookinglass(args: string[], input: string) {
  const { status, stdout } = spawnSync(command, args, { input, encoding: "utf8" });
  return { status, stdout };
}

test("the command line answers with text and an exit code", () => {
  const good = example("10-aws-two-groups.yaml");
  expect(lookinglass(["validate", "-"], good)).toEqual({ status: 0, stdout: "-: no problems\n" });
  expect(lookinglass(["validate", "-"], "kind: Cluster\nspec: {")).toMatchObject({ status: 1 });
  expect(lookinglass(["render", "-", "--role", "nodes/x"], good)).toEqual({ status: 2, stdout: "" });
});

test("the JSON Schema of a spec, for editors", () => {
  const { status, stdout } = lookinglass(["schema"], "");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { kind: { type: ["string", "null"] } },
  });
});

test("a reader that has seen enough ends it without an error", () => {
  const script = `for i in 1 2 3; do "$0" schema | { read -r line; sleep 0.2; }; done`;
  const { status, stderr } = spawnSync("sh", ["-c", script, command], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a starter is the beginning of a spec that has nothing to mend", () => {
  const { status, stdout } = lookinglass(["new", "azure", "--name", "shop"], "");
  expect({ status, named: stdout.includes("\n  name: shop\n") }).toEqual({ status: 0, named: true });
  expect(lookinglass(["validate", "--fail-on", "info", "-"], stdout)).toEqual({
    status: 0,
    stdout: "-: no problems\n",
  });
  expect(lookinglass(["new", "gcp"], "")).toEqual({ status: 2, stdout: "" });
});
