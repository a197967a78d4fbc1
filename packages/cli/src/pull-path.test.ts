import { expect, test } from "vitest";
import { example, run } from "./testing/run.js";

const MIRROR = example("06-hosts-override-internal-mirror.yaml");

test("text tells each request, who answers, and what is lost", async () => {
  const { exitCode, out } = await run([
    ...["pull-path", MIRROR, "nginx:1.27", "--phase", "bootstrap"],
    ...["--spegel-not-ready", "--containerd-version", "2.1.9"],
  ]);
  expect(exitCode).toBe(0);
  expect(out).toContain("docker.io/library/nginx:1.27 on master, bootstrap\ncerts.d: _default\n");
  expect(out).toMatch(/Served by https:\/\//);
});

test("a pull that fails makes the exit code 1", async () => {
  const { exitCode, out } = await run([
    "pull-path",
    MIRROR,
    "nginx",
    "--upstream-down",
    "--image-on-no-node",
  ]);
  expect(exitCode).toBe(1);
  expect(out).toContain("The pull fails: nobody serves the image.");
});

test("JSON is the API's answer", async () => {
  const { out } = await run(["pull-path", MIRROR, "quay.io/a/b:1", "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({ image: { registry: "quay.io" }, succeeds: true });
});

test("an image reference that is wrong is a wrong question", async () => {
  const { exitCode, err } = await run(["pull-path", MIRROR, "Nginx"]);
  expect({ exitCode, err }).toEqual({
    exitCode: 2,
    err: "error: invalid reference format: repository name (library/Nginx) must be lowercase\n",
  });
});
