import { describe, expect, it } from "vitest";
import type { PhaseId, PullConditions } from "../analysis.js";
import { analyze } from "../analyze.js";
import { example } from "../testing/marked-spec.js";
import { dockerIo } from "../testing/specs.js";
import { pullPath } from "./pull-path.js";

const OWN_FILES = "08-mirror-add-off-with-overrides.yaml";
const ONE_MIRROR = "06-hosts-override-internal-mirror.yaml";
const KUBLRS_OWN = "10-aws-two-groups.yaml";
const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

/** The route as lines "operation object endpoint outcome", from a worker. */
function route(file: string, phase: PhaseId, image: string, conditions: PullConditions = {}): string[] {
  const analysis = analyze(example(file));
  const role = analysis.roles.find(({ kind }) => kind === "worker")?.id ?? "";
  const path = pullPath(analysis, { role, phase, image, conditions });
  if ("error" in path) return [path.error.message];
  return path.steps.map((step) => `${step.operation} ${step.object} ${step.endpoint} ${step.outcome}`);
}

describe("pullPath", () => {
  it("goes to this node's Spegel once it runs", () => {
    expect(route(OWN_FILES, "running", "docker.io/library/nginx:latest")).toEqual([
      "resolve manifest http://10.0.1.11:30020 answers",
      "pull manifest http://10.0.1.11:30020 answers",
      "pull blob http://10.0.1.11:30020 answers",
    ]);
  });

  it("goes past it while it has not started, to the registry", () => {
    expect(route(OWN_FILES, "bootstrap", "ghcr.io/org/app:v1")).toEqual([
      "resolve manifest http://10.0.1.11:30020 unreachable",
      "resolve manifest http://10.0.1.11:30021 unreachable",
      "resolve manifest https://ghcr.io answers",
      "pull manifest http://10.0.1.11:30020 unreachable",
      "pull manifest http://10.0.1.11:30021 unreachable",
      "pull manifest https://ghcr.io answers",
      "pull blob http://10.0.1.11:30020 unreachable",
      "pull blob http://10.0.1.11:30021 unreachable",
      "pull blob https://ghcr.io answers",
    ]);
  });

  it("reaches the masters' Spegel at bootstrap by Kublr's own file", () => {
    expect(route(KUBLRS_OWN, "bootstrap", `ghcr.io/org/app@${DIGEST}`).slice(0, 2)).toEqual([
      "resolve manifest http://10.0.1.11:30020 unreachable",
      "resolve manifest http://10.0.0.11:30020 answers",
    ]);
  });

  it.each([
    ["httpd.local:5000", 'containerd cannot ask it: unsupported protocol scheme "httpd.local".'],
    ["https:///v2", "containerd cannot ask it: no Host in request URL."],
  ])("no request reaches %s: the next one is asked at once", (host, why) => {
    const analysis = analyze(dockerIo(`[host.'${host}']`), { containerdVersion: "2.1" });
    const path = pullPath(analysis, { role: "master", phase: "bootstrap", image: "nginx" });
    expect(path).toMatchObject({
      steps: [
        { outcome: "unreachable", why: expect.stringContaining(why), seconds: 0 },
        { outcome: "answers" },
        { outcome: "unreachable" },
        { outcome: "answers" },
        { outcome: "unreachable" },
        { outcome: "answers" },
      ],
      servedBy: "https://registry-1.docker.io",
    });
  });

  it("uses the registry's own directory alone, not _default", () => {
    const analysis = analyze(example(OWN_FILES));
    const path = pullPath(analysis, {
      role: "master",
      phase: "running",
      image: "great-registry.com/team/app:v1",
    });
    expect(path).toMatchObject({ directory: "great-registry.com", servedBy: "https://my-mirror.internal" });
  });

  it("the mirror that Spegel has set aside is not asked", () => {
    expect(route(ONE_MIRROR, "bootstrap", "nginx")[0]).toBe(
      "resolve manifest https://my-mirror.internal answers",
    );
    expect(route(ONE_MIRROR, "running", "nginx")[0]).toBe("resolve manifest http://10.0.1.11:30020 answers");
  });

  it("a filtered tag is resolved elsewhere; this release filters no digest", () => {
    expect(route(KUBLRS_OWN, "running", "nginx:latest").slice(0, 4)).toEqual([
      "resolve manifest http://10.0.1.11:30020 not-found",
      "resolve manifest http://10.0.1.11:30021 not-found",
      "resolve manifest https://registry-1.docker.io answers",
      "pull manifest http://10.0.1.11:30020 answers",
    ]);
  });

  const conditions: readonly (readonly [string, PullConditions, string[]])[] = [
    [
      "Spegel is not ready here: the Service reaches another node's",
      { spegelNotReady: true },
      ["unreachable", "answers"],
    ],
    ["no node has it", { imageOnNoNode: true }, ["not-found", "not-found", "answers"]],
    [
      "no node has it and the registry is down",
      { imageOnNoNode: true, upstreamDown: true },
      ["not-found", "not-found", "unreachable"],
    ],
    ["a mirror is down, by name", { mirrorDown: ["http://10.0.1.11:30020"] }, ["unreachable", "answers"]],
  ];
  it.each(conditions)("%s", (_, given, outcomes) => {
    const resolving = route(OWN_FILES, "running", "quay.io/org/app:v1", given).filter((line) =>
      line.startsWith("resolve"),
    );
    expect(resolving.map((line) => line.split(" ").at(-1))).toEqual(outcomes);
  });

  it("fails, and says what it cost, when nobody answers", () => {
    const analysis = analyze(example(OWN_FILES));
    const path = pullPath(analysis, {
      role: "master",
      phase: "running",
      image: "quay.io/org/app:v1",
      conditions: { imageOnNoNode: true, upstreamDown: true },
    });
    expect(path).toMatchObject({ succeeds: false, servedBy: null, secondsLost: 30 });
  });

  describe("a digest that nobody has is asked for as a manifest and as a blob", () => {
    const nowhere = { imageOnNoNode: true, upstreamDown: true };

    it("so that the time lost is twice the timeout", () => {
      const analysis = analyze(example(OWN_FILES));
      const image = `ghcr.io/a/b@${DIGEST}`;
      const path = pullPath(analysis, { role: "master", phase: "running", image, conditions: nowhere });
      expect(path).toMatchObject({ succeeds: false, servedBy: null, secondsLost: 60 });
    });

    it("by every endpoint in the same order", () => {
      expect(route(OWN_FILES, "running", `ghcr.io/a/b@${DIGEST}`, nowhere)).toEqual([
        "resolve manifest http://10.0.1.11:30020 not-found",
        "resolve manifest http://10.0.1.11:30021 not-found",
        "resolve manifest https://ghcr.io unreachable",
        "resolve blob http://10.0.1.11:30020 not-found",
        "resolve blob http://10.0.1.11:30021 not-found",
        "resolve blob https://ghcr.io unreachable",
      ]);
    });

    it("not so a tag", () => {
      const asked = route(OWN_FILES, "running", "ghcr.io/a/b:1", nowhere);
      expect(asked.filter((line) => line.includes("blob"))).toEqual([]);
    });
  });

  it.each([
    ["-1s", "2.1", "unreachable", "containerd cannot ask it: i/o timeout.", 0],
    ["-1ns", "2.3", "unreachable", "containerd cannot ask it: i/o timeout.", 0],
    ["-0s", "2.3", "answers", "The mirror is taken to have the image.", 0],
    ["-1s", "1.7", "answers", "The mirror is taken to have the image.", 0],
    ["-1s", "2.0.6", "answers", "The mirror is taken to have the image.", 0],
  ])("dial_timeout %s with containerd %s: %s", (timeout, containerdVersion, outcome, why, seconds) => {
    const spec = dockerIo(`[host.'https://m.example']`, `dial_timeout = '${timeout}'`);
    const path = pullPath(analyze(spec, { containerdVersion }), {
      role: "master",
      phase: "bootstrap",
      image: "nginx",
    });
    expect("steps" in path && path.steps[0]).toMatchObject({ outcome, why, seconds });
    expect(path).toMatchObject({ succeeds: true });
  });

  describe("a certificate that hosts.toml names", () => {
    const spec = (line: string) => `kind: Cluster
spec:
  kublrAgentConfig:
    cluster: {addon: {spegel: {helm_values: {spegel: {prependExisting: true, mirroredRegistries: ['https://quay.io']}}}}}
    extensions:
      ca: {path: templates/root_dir/etc/containerd/certs.d/quay.io/ca.crt, content: '-----BEGIN CERTIFICATE-----'}
      hosts:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: |
          [host."https://m.example"]
          ${line}
`;
    const pull = (line: string, phase: PhaseId, spegelVersion: string) =>
      pullPath(analyze(spec(line), { spegelVersion }), { role: "master", phase, image: "quay.io/a/b:1" });
    const file = "/etc/containerd/certs.d/quay.io/ca.crt";
    const gone = (what: string) => ({
      succeeds: false,
      servedBy: null,
      directory: "quay.io",
      steps: [],
      fileFault: `The pull fails at once: unable to read ${what} "${file}": open ${file}: no such file or directory`,
    });

    it.each<[line: string, what: string]>([
      ['ca = "ca.crt"', "CA cert"],
      [`ca = "${file}"`, "CA cert"],
      ['client = "ca.crt"', "CERT file"],
    ])("%s: gone once Spegel 0.4.0 runs, and the line is kept", (line, what) => {
      expect(pull(line, "bootstrap", "0.4.0")).toMatchObject({ succeeds: true, fileFault: null });
      expect(pull(line, "running", "0.4.0")).toMatchObject(gone(what));
      expect(pull(line, "agent-rerun", "0.4.0")).toMatchObject(gone(what));
    });

    it("is kept by Spegel 0.5.0", () => {
      for (const phase of ["bootstrap", "running", "agent-rerun"] as const) {
        expect(pull('ca = "ca.crt"', phase, "0.5.0")).toMatchObject({ succeeds: true, fileFault: null });
      }
    });

    it("elsewhere on the node is taken to be there", () => {
      expect(pull('ca = "/etc/pki/ca.crt"', "running", "0.4.0")).toMatchObject({ succeeds: true });
    });
  });

  it.each([
    ["http://[fd00::1]:5000", "fd00::1"],
    ["http://[fd00::1]:5000", "[fd00::1]"],
    ["http://[fd00::1]:5000", "fd00::1:5000"],
    ["http://[fd00::1]:5000", "http://[fd00::1]:5000/"],
    ["http://fd00::1:5000", "fd00::1:5000"],
    ["http://fd00::1:5000", "[fd00::1]:5000"],
    ["http://fd00::1:5000", "fd00::1"],
    ["http://[fd00::1]", "fd00::1"],
  ])("%s is down by the name %s", (host, down) => {
    const analysis = analyze(dockerIo(`[host.'${host}']`), { containerdVersion: "2.2" });
    const asked = (mirrorDown: string[]) =>
      pullPath(analysis, { role: "master", phase: "bootstrap", image: "nginx", conditions: { mirrorDown } });
    expect(asked([down])).toMatchObject({ servedBy: "https://registry-1.docker.io", secondsLost: 90 });
    expect(asked(["fd00::2", "[fd00::1]:5001"])).toMatchObject({ servedBy: host, secondsLost: 0 });
  });

  it.each([
    ["2.2", "fd00::1", "containerd cannot ask it: lookup fd00:: no such host."],
    ["2.2", "m:80:81", "containerd cannot ask it: lookup m:80: no such host."],
  ])("containerd %s takes what follows the last colon of %s for the port", (containerdVersion, host, why) => {
    const analysis = analyze(dockerIo(`[host.'http://${host}']`), { containerdVersion });
    const path = pullPath(analysis, { role: "master", phase: "bootstrap", image: "nginx" });
    expect("steps" in path && path.steps[0]).toMatchObject({ outcome: "unreachable", why, seconds: 0 });
  });

  it("sums timeouts to whole milliseconds", () => {
    const analysis = analyze(example(OWN_FILES), { containerdVersion: "2.3" });
    const path = pullPath(analysis, {
      role: "master",
      phase: "running",
      image: "quay.io/org/app:v1",
      conditions: { mirrorDown: ["10.0.0.11:30020"] },
    });
    expect(path).toMatchObject({ succeeds: true, secondsLost: 0.6 });
  });

  it("says that an unreadable file sends every pull to the registry", () => {
    const broken = example(ONE_MIRROR).replace(
      "'https://my-mirror.internal']",
      "'https://my-mirror.internal'",
    );
    const path = pullPath(analyze(broken), {
      role: "master",
      phase: "bootstrap",
      image: "quay.io/org/app:v1",
    });
    expect(path).toMatchObject({ directory: "_default", servedBy: "https://quay.io", succeeds: true });
    expect("fileFault" in path && path.fileFault).toContain("containerd ignores _default/hosts.toml");
  });

  it("asks with ns wherever the endpoint is not the image's registry", () => {
    const analysis = analyze(example(OWN_FILES));
    const path = pullPath(analysis, { role: "master", phase: "running", image: "nginx:1.27" });
    expect("steps" in path && path.steps[0]?.url).toBe(
      "http://10.0.0.11:30020/v2/library/nginx/manifests/1.27?ns=docker.io",
    );
  });

  const refusals: readonly (readonly [string, string, string, string])[] = [
    ["an unknown role", "nodes/none", "nginx", "role"],
    ["a wrong image reference", "master", "nginx:not a tag", "image"],
  ];
  it.each(refusals)("refuses %s", (_, role, image, field) => {
    const path = pullPath(analyze(example(OWN_FILES)), { role, phase: "running", image });
    expect(path).toMatchObject({ error: { field } });
  });
});
