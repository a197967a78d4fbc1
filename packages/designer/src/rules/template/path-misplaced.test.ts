import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster } from "../../testing/specs.js";
import { meantTarget } from "./path-misplaced.js";

const withPath = (path: string) =>
  agentConfig(`    extensions:\n      a:\n        path: ${path} # hub\n        content: '# none'\n`);

const DOCKER_IO = withPath(`${CERTS_D}/docker.io/hosts.toml`);

describeRule("template/path-misplaced", {
  fires: {
    "the file on the node": withPath("«/etc/containerd/certs.d/docker.io/hosts.toml»"),
    "without templates": withPath("«root_dir/etc/containerd/certs.d/_default/hosts.toml»"),
    "a word of the prefix misspelt": withPath(
      "«template/root_dir/etc/containerd/certs.d/docker.io/hosts.toml»",
    ),
    "wrong case": withPath("«templates/root_dir/etc/containerd/Certs.d/docker.io/hosts.toml»"),
    "a doubled slash": withPath("«templates//root_dir/etc/containerd/certs.d/docker.io/hosts.toml»"),
    "blanks around it": withPath(`«' ${CERTS_D}/docker.io/hosts.toml'»`),
    "in a group": cluster(
      "  nodes:\n    - name: w\n      kublrAgentConfig: {extensions: {a: {path: «etc/containerd/certs.d/quay.io/hosts.toml», content: x}}}\n",
    ),
  },
  silent: {
    "the right path": DOCKER_IO,
    "a registry's path, which is template/path-unknown": withPath(`${CERTS_D}/quay.io/team/hosts.toml`),
    "another template": withPath("templates/network/calico.yaml"),
    "a path that is no text, which is spec/type": withPath("5"),
    "a complete spec": example("13-cluster-with-secrets.yaml"),
  },
  unfixed: {
    "a file that another extension writes": `${withPath("/etc/containerd/certs.d/quay.io/hosts.toml")}      b: {path: ${CERTS_D}/quay.io/hosts.toml, content: x}\n`,
  },
  fixes: {
    "the template's path": {
      title: /templates\/root_dir\/etc\/containerd\/certs\.d\/docker\.io\/hosts\.toml/,
      before: withPath("/etc/containerd/certs.d/docker.io/hosts.toml"),
      after: DOCKER_IO,
    },
    "quotes stay": {
      title: /Write/,
      before: withPath("'root_dir/etc//containerd/certs.d/docker.io/hosts.toml'"),
      after: withPath(`'${CERTS_D}/docker.io/hosts.toml'`),
    },
  },
});

describe("meantTarget", () => {
  it.each([
    ["templates/rootdir/etc/containerd/certs.d/a.example/hosts.toml", "a.example/hosts.toml"],
    ["templates/root-dir/etc/containerd/certs.d/a.example/ca.crt", "a.example/ca.crt"],
    ["templates/root_dir/etc/containered/cert.d/a.example/hosts.toml", "a.example/hosts.toml"],
    ["templates/root_dir/etc/certs.d/a.example/hosts.toml", "a.example/hosts.toml"],
    ["templates\\root_dir\\etc\\containerd\\certs.d\\a.example\\hosts.toml", "a.example/hosts.toml"],
    ["./template/root_dir/etc/containerd/certs.d/a.example/hosts.toml", "a.example/hosts.toml"],
    ["certs.d/a.example:5000/hosts.toml", "a.example:5000/hosts.toml"],
    ["_default/hosts.toml", "_default/hosts.toml"],
  ])("%s means %s", (path, target) => {
    expect(meantTarget(path)).toBe(target);
  });

  it.each([
    ["another program's", "templates/root_dir/etc/docker/certs.d/a.example/ca.crt"],
    ["another program's hosts.toml", "templates/root_dir/etc/docker/certs.d/a.example/hosts.toml"],
    ["another program's, bare", "/etc/docker/certs.d/a.example/ca.crt"],
    ["a copy kept elsewhere", "templates/root_dir/opt/backup/etc/containerd/certs.d/a.example/hosts.toml"],
    ["k3s", "templates/root_dir/var/lib/rancher/k3s/agent/etc/containerd/certs.d/a/hosts.toml"],
    ["certificates beside it", "templates/root_dir/etc/containerd/certs/ca.crt"],
    ["certificates of a folder with a like name", "templates/root_dir/etc/cert.d/ca.crt"],
    ["containerd's own configuration", "templates/root_dir/etc/containerd/config.toml"],
    ["the directory itself", "templates/root_dir/etc/containerd/certs.d"],
    ["a way out of certs.d", "templates/root_dir/etc/containerd/certs.d/../hosts.toml"],
    ["a file of that name", "templates/root_dir/opt/hosts.toml"],
    ["a folder of another program's", "tool/hosts.toml"],
    ["nothing", ""],
  ])("%s is something else", (_, path) => {
    expect(meantTarget(path)).toBeNull();
  });
});

describe("template/path-misplaced", () => {
  it("names the extension and the path that it needs", () => {
    const found = diagnosticsOf(
      withPath("/etc/containerd/certs.d/quay.io/hosts.toml"),
      "template/path-misplaced",
    );
    expect(found.map(({ message }) => message)).toEqual([
      `a does not become certs.d/quay.io/hosts.toml on any node: its path would have to be ${CERTS_D}/quay.io/hosts.toml.`,
    ]);
  });
});
