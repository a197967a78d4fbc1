import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster } from "../../testing/specs.js";

const master = (body: string) => cluster(`  master:\n    kublrAgentConfig:\n      kublr:\n        ${body}\n`);

describeRule("spegel/runtime-assumed", {
  fires: {
    "CRI-O": master("container_runtime: «cri-o»"),
    "CRI-O in other spellings": master("a: [«crio», «CRI-O», «cri_o»]"),
    "its socket": master("socket: «unix:///var/run/crio/crio.sock»"),
    "an argument": master("kubelet_flag: {r: «--container-runtime-endpoint=unix:///run/crio/crio.sock»}"),
    Docker: master("container_runtime: «docker»"),
    "Docker's sockets": master(
      "a: [«/var/run/docker.sock», «unix:///run/cri-dockerd.sock», «unix:///var/run/dockershim.sock»]",
    ),
    "an argument for Docker": master("a: «--container-runtime=docker»"),
    "with a version": master(
      "a: [«cri-o://1.24.6», «crio-1.28», «docker://20.10.7», «docker-20.10», «Docker CE»]",
    ),
    "other ones": master("a: [«moby», «rkt», «podman», «isulad», «docker-engine», «cri-dockerd://0.3.4»]"),
    "below any key of the cluster's config": agentConfig("    runtime: {name: «docker»}\n"),
  },
  silent: {
    containerd: master("container_runtime: containerd"),
    "a registry": master("mirror: docker.io"),
    "an image": master("image: docker/getting-started"),
    "an image's parts": master("a: {image: docker, repository: docker, tag: docker, registry: docker}"),
    "who logs in": master("auth: {username: docker, password: podman}"),
    "a tag of an image": master("a: [docker:24-dind, docker:20.10, podman/stable]"),
    "containerd with a version": master("container_runtime: containerd://1.7.2"),
    "a directory": master("a: /var/lib/docker"),
    "a label": cluster("  master:\n    kublrAgentConfig:\n      labels: {builder: docker}\n"),
    "a chart value": agentConfig("    cluster: {addon: {spegel: {helm_values: {a: docker}}}}\n"),
    "a template": agentConfig(
      `    extensions: {a: {path: ${CERTS_D}/docker.io/hosts.toml, content: docker}}\n`,
    ),
    "outside an agent config": cluster("  features: {runtime: docker}\n"),
    "a key": master("docker: {}"),
  },
});

describeRule("spegel/runtime-assumed", {
  settings: { runtimes: { master: "cri-o" } },
  fires: {
    "a group without that assumption": cluster(
      "  nodes:\n    - name: a\n      kublrAgentConfig: {r: «crio»}\n",
    ),
  },
  silent: { "another runtime is assumed already": master("container_runtime: cri-o") },
});

describe("spegel/runtime-assumed", () => {
  it("offers the assumption for the roles that it concerns", () => {
    const text = cluster("  kublrAgentConfig: {r: cri-o}\n  nodes: [{name: a}, {name: b}]\n");
    const [found] = diagnosticsOf(text, "spegel/runtime-assumed");
    const runtimes = { master: "cri-o", "nodes/a": "cri-o", "nodes/b": "cri-o" } as const;
    expect(found?.fixes).toMatchObject([
      { title: "Assume CRI-O for these nodes", edits: [], assume: { runtimes } },
    ]);
    expect(diagnosticsOf(text, "spegel/runtime-assumed", { settings: { runtimes } })).toEqual([]);
  });
});
