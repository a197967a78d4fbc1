/** What stands at the top of a hosts.toml counts for the last one asked, and not for the mirrors below it. */
import { describe, expect, test } from "vitest";
import { askPrograms, found } from "./programs.js";

const programs = askPrograms();

async function inspect(text: string, containerdVersion = "2.0.11") {
  const files = { "docker.io/hosts.toml": text };
  const answer = await programs.inspect({ files, image: "nginx:1.27", containerdVersion });
  const said = answer.findings.filter(({ code }) => code === "hosts/root-key");
  return { answer, said: said.map(({ severity, message }) => [severity, message]) };
}

const MIRROR =
  '[host."https://192.0.2.59/v2/proxy-cache"]\n  capabilities = ["pull", "resolve"]\n  override_path = true\n';
const SERVER = 'server = "https://registry-1.docker.io"\n';

describe("20 (k3s-io/k3s#13215): skip_verify at the top does not cover the mirror", () => {
  const report = `${SERVER}capabilities = ["pull", "resolve", "push"]\nskip_verify = true\n\n[host]\n\n${MIRROR}`;

  test("so it is said, and the resolution shows it", async () => {
    const { answer, said } = await inspect(report);
    expect(said).toEqual([
      [
        "info",
        "skip_verify at the top counts for https://registry-1.docker.io only, not for https://192.0.2.59/v2/proxy-cache.",
      ],
    ]);
    expect(answer.resolution).toMatchObject({ hosts: [{ skipVerify: null }, { skipVerify: true }] });
  });

  test("push to the registry itself is no fault", async () => {
    const { answer } = await inspect(report);
    expect(answer.findings.filter(({ code }) => code === "hosts/no-capability")).toEqual([]);
    const asHost = `[host."https://registry-1.docker.io"]\ncapabilities = ["pull", "resolve", "push"]\n`;
    const { answer: again } = await inspect(asHost);
    expect(again.findings.filter(({ code }) => code === "hosts/no-capability")).toEqual([]);
  });

  test.each([
    [
      `${SERVER}ca = "/etc/pki/ca.crt"\n${MIRROR}`,
      "info",
      "ca at the top counts for https://registry-1.docker.io only",
    ],
    [
      `client = "/etc/pki/node.pem"\n${MIRROR}`,
      "info",
      "client at the top counts for the image's own registry only",
    ],
    [`${SERVER}[header]\nx-team = "a"\n${MIRROR}`, "info", "header at the top counts for"],
    [`capabilities = ["pull"]\n${MIRROR}`, "warning", "capabilities at the top has no effect without server"],
    [`override_path = true\n${MIRROR}`, "warning", "override_path at the top has no effect without server"],
  ])("%j", async (text, severity, words) => {
    const { said } = await inspect(text);
    expect(said).toEqual([[severity, expect.stringContaining(words)]]);
  });

  test("without effect means that containerd puts its own in the place", async () => {
    const { answer } = await inspect(`capabilities = ["push"]\noverride_path = true\n${MIRROR}`, "2.1.9");
    expect(answer.resolution).toMatchObject({
      hosts: [{}, { host: "registry-1.docker.io", path: "/v2", capabilities: ["pull", "resolve", "push"] }],
    });
  });

  test.each([
    `${SERVER}skip_verify = true\n${MIRROR}skip_verify = true\n`,
    `${SERVER}skip_verify = true\n`,
    `${SERVER}skip_verify = true\n[host."http://192.0.2.59"]\n`,
  ])("nothing to say of %j", async (text) => {
    expect((await inspect(text)).said).toEqual([]);
  });

  test("a spec's file says the same", async () => {
    const content = report.replace(/^/gm, "          ");
    const spec = `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      hosts:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: |
${content}
`;
    const { diagnostics } = await programs.validate(spec, { containerdVersion: "2.0.11" });
    const [diagnostic, ...more] = found(diagnostics, "hosts/root-key");
    expect(more).toEqual([]);
    expect(diagnostic?.message).toContain("skip_verify at the top of docker.io/hosts.toml counts for");
  });
});
