import { describe, expect, it } from "vitest";
import { type ParsedImageRef, parseImageRef } from "./image-ref.js";
import { type PullRequest, planPull } from "./pull.js";
import { resolveHosts } from "./resolve.js";

const DIGEST = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

function imageOf(ref: string): ParsedImageRef {
  const image = parseImageRef(ref);
  if ("error" in image) throw new Error(image.error);
  return image;
}

function plan(ref: string, files: Record<string, string>, version = "2.3.4"): PullRequest[] {
  const image = imageOf(ref);
  return planPull(image, resolveHosts({ files, host: image.registry }, { version }), { version });
}

/** One line a request: what is done, or why not. */
function lines(requests: PullRequest[]): string[] {
  return requests.map(
    ({ operation, method, role, url, skipped }) => `${operation} ${role} ${skipped ?? `${method} ${url}`}`,
  );
}

describe("planPull", () => {
  it("asks Docker Hub itself without ns when nothing is configured", () => {
    expect(lines(plan("nginx", {}))).toEqual([
      "resolve registry HEAD https://registry-1.docker.io/v2/library/nginx/manifests/latest",
      "pull registry GET https://registry-1.docker.io/v2/library/nginx/manifests/{digest}",
      "pull registry GET https://registry-1.docker.io/v2/library/nginx/blobs/{digest}",
    ]);
  });

  it("asks mirrors first, with the registry in ns", () => {
    const files = {
      "_default/hosts.toml": "[host.'http://10.0.0.7:30020']\ncapabilities = ['pull', 'resolve']",
    };
    expect(lines(plan("reg.example.com:5000/team/app:v1", files))).toEqual([
      "resolve mirror HEAD http://10.0.0.7:30020/v2/team/app/manifests/v1?ns=reg.example.com%3A5000",
      "resolve registry HEAD https://reg.example.com:5000/v2/team/app/manifests/v1",
      "pull mirror GET http://10.0.0.7:30020/v2/team/app/manifests/{digest}?ns=reg.example.com%3A5000",
      "pull registry GET https://reg.example.com:5000/v2/team/app/manifests/{digest}",
      "pull mirror GET http://10.0.0.7:30020/v2/team/app/blobs/{digest}?ns=reg.example.com%3A5000",
      "pull registry GET https://reg.example.com:5000/v2/team/app/blobs/{digest}",
    ]);
  });

  it("resolves a digest at every host with pull, as a manifest and then as a blob", () => {
    const files = { "ghcr.io/hosts.toml": '[host."https://m"]\ncapabilities = ["pull"]\n' };
    expect(lines(plan(`ghcr.io/org/app@${DIGEST}`, files)).slice(0, 4)).toEqual([
      `resolve mirror HEAD https://m/v2/org/app/manifests/${DIGEST}?ns=ghcr.io`,
      `resolve registry HEAD https://ghcr.io/v2/org/app/manifests/${DIGEST}`,
      `resolve mirror HEAD https://m/v2/org/app/blobs/${DIGEST}?ns=ghcr.io`,
      `resolve registry HEAD https://ghcr.io/v2/org/app/blobs/${DIGEST}`,
    ]);
  });

  it("passes over hosts that may not resolve tags, and fetches from them all the same", () => {
    const text = '[host."https://a"]\ncapabilities = ["pull"]\n[host."https://b"]\ncapabilities = ["push"]\n';
    expect(lines(plan("quay.io/a/b:1", { "quay.io/hosts.toml": text })).slice(0, 6)).toEqual([
      "resolve mirror no-resolve-capability",
      "resolve mirror no-pull-capability",
      "resolve registry HEAD https://quay.io/v2/a/b/manifests/1",
      "pull mirror GET https://a/v2/a/b/manifests/{digest}?ns=quay.io",
      "pull mirror GET https://b/v2/a/b/manifests/{digest}?ns=quay.io",
      "pull registry GET https://quay.io/v2/a/b/manifests/{digest}",
    ]);
  });

  it("fetches nothing when no host has pull", () => {
    const text =
      'server = "https://s"\ncapabilities = ["push"]\n[host."https://a"]\ncapabilities = ["push"]\n';
    const requests = plan("quay.io/a/b:1", { "quay.io/hosts.toml": text });
    expect(new Set(requests.map(({ skipped }) => skipped))).toEqual(new Set(["no-pull-capability"]));
  });

  it("asks a server in place of the registry, with ns", () => {
    const files = { "quay.io/hosts.toml": 'server = "https://cache.example/quay"\noverride_path = true\n' };
    expect(lines(plan("quay.io/a/b:1", files))[0]).toBe(
      "resolve server HEAD https://cache.example/quay/a/b/manifests/1?ns=quay.io",
    );
  });

  it("uses what containerd falls back to when it ignores the file", () => {
    const files = { "quay.io/hosts.toml": "[host.https://m]\n" };
    expect(lines(plan("quay.io/a/b:1", files))[0]).toBe(
      "resolve registry HEAD https://quay.io/v2/a/b/manifests/1",
    );
  });

  it("plans nothing when the lookup fails", () => {
    expect(plan("quay.io/a/b:1", { "quay.io": "a file" })).toEqual([]);
  });

  it.each([
    ["200ms", 0.2],
    ["0s", 127],
    ["-1s", 0],
    ["", 30],
  ])("a host with dial_timeout %j that does not answer costs %d seconds", (timeout, seconds) => {
    const files = { "quay.io/hosts.toml": `[host."https://m"]\ndial_timeout = "${timeout}"\n` };
    expect(plan("quay.io/a/b:1", files)[0]?.dialTimeoutSeconds).toBe(seconds);
  });

  it.each([
    ["/a%2Fb/c%20d", "/a/b/c%20d/v2/"],
    ["/é", "/%C3%A9/v2/"],
    ["/%C3%A9", "/%C3%A9/v2/"],
    ["/a;b,c&d=e:f@g+h$", "/a;b,c&d=e:f@g+h$/v2/"],
    ["/!*'()", "/!*'()/v2/"],
    ["/[a]", "/[a]/v2/"],
    ["/{a}|b^c`d", "/%7Ba%7D%7Cb%5Ec%60d/v2/"],
    ["/a%253Fb", "/a%3Fb/v2/"],
    ["/a//b/../c/", "/a/c/v2/"],
    // What Go parses once more: what follows is a fragment.
    ["/a%23b", "/a"],
  ])("the path %s goes out as %s", (path, sent) => {
    const files = { "quay.io/hosts.toml": `[host."https://m${path}"]\n` };
    const [request, , pulled] = plan("quay.io/a/b:1", files);
    const rest = sent.endsWith("/v2/") ? "a/b/manifests/1?ns=quay.io" : "";
    expect(request?.url).toBe(`https://m${sent}${rest}`);
    if (rest !== "") expect(pulled?.url).toBe(`https://m${sent}a/b/manifests/{digest}?ns=quay.io`);
  });

  it.each([
    ["2.0.11", 0, 0, 5],
    ["2.1.9", 1, 0, 5],
    ["2.3.1", 1, 0, 5],
    ["2.3.4", 1, 4, 4],
  ])(
    "containerd %s repeats requests after 408 and 429 to every host, after other errors to the last one",
    (version, serverError, connectionError, tooManyRequests) => {
      const text = 'capabilities = ["pull"]\nserver = "https://s"\n[host."https://a"]\n[host."https://b"]\n';
      const repeats = plan("quay.io/a/b:1", { "quay.io/hosts.toml": text }, version).map(
        (request) => request.repeats,
      );
      const none = { serverError: 0, connectionError: 0, tooManyRequests };
      const some = { serverError, connectionError, tooManyRequests };
      // The server does not resolve tags, so b is the last to be asked there.
      expect(repeats).toEqual([none, some, none, none, none, some, none, none, some]);
    },
  );

  it.each([
    ["1.6.20", `a/b@${DIGEST}`, [[405], [], [], []]],
    ["2.3.2", `a/b@${DIGEST}`, [[405], [], [], []]],
    ["2.3.3", `a/b@${DIGEST}`, [[403, 405], [403], [], []]],
    ["2.0.12", `a/b@${DIGEST}`, [[403, 405], [403], [], []]],
    ["2.3.4", "a/b:1", [[403, 405], [], []]],
    // The path of a blob of such a repository looks like a manifest's.
    ["2.1.9", `manifests/b@${DIGEST}`, [[405], [405], [], []]],
  ])("containerd %s asks %s again with GET after %j", (version, name, statuses) => {
    expect(plan(`quay.io/${name}`, {}, version).map(({ getAfter }) => getAfter)).toEqual(statuses);
  });

  it.each([
    ["1.7.34", false],
    ["2.0.10", false],
    ["2.0.11", true],
    ["2.1.9", false],
    ["2.2.5", false],
    ["2.2.6", true],
    ["2.3.0", true],
  ])("containerd %s asks for a blob only after 404: %s", (version, only) => {
    const requests = plan(`quay.io/a/b@${DIGEST}`, {}, version);
    expect(requests.map(({ onlyAfterNotFound }) => onlyAfterNotFound)).toEqual([false, only, false, false]);
  });

  it.each([
    ['[host."https://m"]\ndial_timeout = "-1s"\n', "2.3.4", "i/o timeout"],
    ['[host."https://m"]\ndial_timeout = "-1ns"\n', "2.0.7", "i/o timeout"],
    ['[host."https://m"]\ndial_timeout = "-1s"\n', "1.7.34", null],
    ['[host."https://m"]\ndial_timeout = "0s"\n', "2.3.4", null],
    ['[host."https://m"]\n', "2.3.4", null],
    ['[host."httpd.local:5000"]\n', "2.3.4", 'unsupported protocol scheme "httpd.local"'],
    ['[host."https:///v2"]\n', "2.3.4", "no Host in request URL"],
    ['[host."http://fd00::1:5000"]\n', "2.2.7", null],
    ['[host."http://[fd00::1]"]\n', "2.2.7", null],
    ['[host."http://[fe80::1%25eth0]:80"]\n', "2.3.4", 'invalid URL escape "%et"'],
    ['[host."http://m/%2525"]\n', "2.3.4", null],
    ['[host."http://m/%25zz"]\n', "2.3.4", 'invalid URL escape "%zz"'],
    ['[host."http://m/%2541"]\n', "2.3.4", null],
    ['[host."http://m/a%0Ab"]\n', "2.3.4", "net/url: invalid control character in URL"],
    ['[host."http://fd00::1"]\n', "2.2.7", "lookup fd00:: no such host"],
    ['[host."http://m:80:81"]\n', "2.1.9", "lookup m:80: no such host"],
    ['[host."http://m:70000"]\n', "2.3.4", "address 70000: invalid port"],
  ])("%j in %s fails unsent: %j", (text, version, failure) => {
    const [first, last] = plan("quay.io/a/b:1", { "quay.io/hosts.toml": text }, version);
    expect([first?.failure, last?.failure]).toEqual([failure, null]);
  });
});
