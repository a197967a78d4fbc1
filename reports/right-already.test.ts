/** Reports that Lookinglass answered rightly when they were first tried. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported } from "./programs.js";

const programs = askPrograms();

test("30 (goccy/go-yaml#840): of a merge list the earlier map wins, and values are not merged deeply", async () => {
  const { spegel } = await programs.preview(reported("30-merge-order-and-shallow"), {
    spegelVersion: "0.7.4",
  });
  expect(spegel).toMatchObject({ mirroredRegistries: ["https://quay.io"], resolveTags: true });
});

describe("31 (rancher/rke2#5658): root settings without any [host] table", () => {
  const spec = reported("31-root-only-tls-old-containerd");
  const image = "192.0.2.74:31443/app:1";

  test("containerd 1.7.13 cannot use the file, and says so", async () => {
    const settings = { containerdVersion: "1.7.13" };
    const { diagnostics } = await programs.validate(spec, settings);
    expect(found(diagnostics, "hosts/server-only")).toHaveLength(1);
    const path = await programs.pullPath(spec, { image }, settings);
    expect(path.fileFault).toContain("invalid `host` tree");
  });

  test("containerd 1.7.34 reads it: the registry is not verified", async () => {
    const settings = { containerdVersion: "1.7.34" };
    const { diagnostics } = await programs.validate(spec, settings);
    expect(found(diagnostics, "hosts/server-only")).toEqual([]);
    expect(found(diagnostics, "hosts/skip-verify")).toHaveLength(1);
    expect((await programs.pullPath(spec, { image }, settings)).fileFault).toBeNull();
  });
});

describe("32 (claytono/infra#2189): filters see no tag in requests by digest", () => {
  const spec = reported("32-tag-filters-and-same-node-traffic");

  test.each(["0.4.0", "0.5.0", "0.7.4"])(
    "Spegel %s: the registry resolves latest, a node serves the rest",
    async (spegelVersion) => {
      const path = await programs.pullPath(spec, { image: "nginx:latest" }, { spegelVersion });
      const answers = path.steps.filter(({ outcome }) => outcome === "answers");
      expect(answers.map(({ object, source }) => [object, source.replace(/-.*/, "")])).toEqual([
        ["manifest", "upstream"],
        ["manifest", "spegel"],
        ["blob", "spegel"],
      ]);
    },
  );

  test("with 0.7.4 there is one target, the node port, and Kublr's own file is told to point elsewhere", async () => {
    const { diagnostics } = await programs.validate(spec, { spegelVersion: "0.7.4" });
    expect(found(diagnostics, "spegel/port-changed")).toHaveLength(1);
    const file = await programs.file(spec, "_default/hosts.toml", { spegelVersion: "0.7.4" });
    expect(file?.match(/^\[host\..*$/gm)).toEqual(["[host.'http://10.0.0.11:30021']"]);
  });
});

describe("33 (moby/moby#20056, openshift/oc-mirror#1499): image references", () => {
  const files = { "_default/hosts.toml": '[host."https://m.example.com"]\n' };

  test.each([
    ["REGISTRY.EXAMPLE.COM:5000/team/app:1", "REGISTRY.EXAMPLE.COM:5000", "team/app"],
    ["MyRegistry/app:1", "MyRegistry", "app"],
    ["[2001:db8::1]:5000/app:1", "[2001:db8::1]:5000", "app"],
    ["docker.io/python", "docker.io", "library/python"],
  ])("%s", async (image, registry, repository) => {
    const answer = await programs.inspect({ files, image });
    expect(answer.image).toMatchObject({ registry, repository });
  });

  test.each(["my_repo:5000/repo/app", "registry.example.com:5000app:1:2"])("%s is none", async (image) => {
    const { image: read } = await programs.inspect({ files, image });
    expect(read).toHaveProperty("error");
  });

  test("a tag beside a digest does not count", async () => {
    const digest = "sha256:18634e45b29c0dd1a9a3a3d0781f9f8a221fe32ee7a853db01e9120c710ef535";
    const { image } = await programs.inspect({ files, image: `nginx:1.27@${digest}` });
    expect(image).toMatchObject({ registry: "docker.io", repository: "library/nginx", digest });
  });
});

test("34 (containerd/containerd#13359): proxy is a key of no release", async () => {
  const { diagnostics } = await programs.validate(reported("34-proxy-key-and-server-in-host"));
  expect(found(diagnostics, "hosts/ignored-key").map(({ message }) => message)).toEqual([
    expect.stringContaining("proxy"),
  ]);
});

test("35 (cozystack/cozystack#3331): a mirror with a path, and the fix where it is one", async () => {
  const spec = reported("35-path-mirrors");
  const paths = found((await programs.validate(spec)).diagnostics, "hosts/path-mirror");
  expect(paths).toHaveLength(2);
  expect(paths.map(({ fixes }) => fixes.map(({ title }) => title))).toEqual([
    ["Add override_path = true"],
    [],
  ]);
  const fixed = await programs.fixed(spec, "hosts/path-mirror", /override_path/);
  expect(found((await programs.validate(fixed)).diagnostics, "hosts/path-mirror")).toHaveLength(1);
});

describe("36 (patchloom/patchloom#2227): edits keep anchors, aliases and merge keys", () => {
  const spec = reported("36-anchors-kept-by-edits");
  const contentOf = (group: number) => [
    "spec",
    "nodes",
    group,
    "kublrAgentConfig",
    "extensions",
    "h1",
    "content",
  ];

  test("a key beside a merge key is added", async () => {
    const edited = await programs.edits({ spec, edits: [{ path: contentOf(1), value: "# none\n" }] });
    expect(edited.spec).toContain("<<: *ext\n");
    expect(edited.spec).toContain("# none\n");
    expect(edited.spec.match(/[&*]\w+/g)).toEqual(spec.match(/[&*]\w+/g));
  });

  test("what is reached through an alias is not changed", async () => {
    const refused = programs.edits({ spec, edits: [{ path: contentOf(0), value: "# none\n" }] });
    await expect(refused).rejects.toThrow(/alias/);
  });
});

describe("38 (helm/helm#30908, #10454, redpanda-data/helm-charts#1198): templates", () => {
  const data = {
    config: { port: 30020, flag: false, ver: "v1.31.6-eks-bc803b4" },
    values: [{ config: "foo" }],
    Release: { Namespace: "ns" },
  };
  const rendered = (template: string) => programs.render({ template, data, functions: "sprig" });

  test.each([
    ['{{ semverCompare ">=1.18.0" .config.ver }}', "false"],
    ["{{ range .values }}{{ .Release.Namespace }}{{ end }}", "<no value>"],
    ['{{ and (typeIs "float64" .config.flag) (eq (floor .config.flag) .config.flag) }}', "false"],
  ])("%s", async (template, output) => {
    expect(await rendered(template)).toEqual({ ok: true, output });
  });

  test.each([
    ["{{ gt .config.port 1.0 }}", "incompatible types for comparison"],
    ["{{ /* comment */ }}", 'unexpected "/" in command'],
  ])("%s", async (template, message) => {
    expect(await rendered(template)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message) },
    });
  });
});
