import type { FindingCode } from "@lookinglass/containerd";
import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.js";
import { hostsFile } from "../testing/specs.js";
import { inspectCertsD } from "./inspect-certs-d.js";

const MIRROR = `[host."https://mirror.example.com"]
capabilities = ["pull", "resolve"]
dial_timeout = "1s"
`;
const PULL_ONLY = MIRROR.replace(', "resolve"', "");
const BROKEN = MIRROR.replace('com"]', 'com"');

/** The requests as lines "operation object host", and what is passed over. */
function requestsOf(files: Record<string, string>, image: string, containerdVersion?: string): string[] {
  return inspectCertsD({ files, image, containerdVersion }).requests.map(
    ({ operation, object, host, skipped }) =>
      [operation, object, host.host, ...(skipped ? [skipped] : [])].join(" "),
  );
}

describe("the requests of an image", () => {
  it("go to the mirrors, then to the registry", () => {
    expect(requestsOf({ "quay.io/hosts.toml": MIRROR }, "quay.io/org/app:v1")).toEqual([
      "resolve manifest mirror.example.com",
      "resolve manifest quay.io",
      "pull manifest mirror.example.com",
      "pull manifest quay.io",
      "pull blob mirror.example.com",
      "pull blob quay.io",
    ]);
  });

  it("pass over a mirror that may not resolve", () => {
    expect(requestsOf({ "quay.io/hosts.toml": PULL_ONLY }, "quay.io/org/app:v1").slice(0, 3)).toEqual([
      "resolve manifest mirror.example.com no-resolve-capability",
      "resolve manifest quay.io",
      "pull manifest mirror.example.com",
    ]);
  });

  it("use one directory alone", () => {
    const files = { "_default/hosts.toml": MIRROR, "quay.io/hosts.toml": "# nothing\n" };
    expect(requestsOf(files, "quay.io/org/app:v1", "2.3")[0]).toBe("resolve manifest quay.io");
    expect(requestsOf(files, "nginx")[0]).toBe("resolve manifest mirror.example.com");
  });

  it("go to the registry alone where the file is broken, and the fault is told", () => {
    const answer = inspectCertsD({ files: { "_default/hosts.toml": BROKEN }, image: "quay.io/org/app:v1" });
    expect(answer.requests.map(({ host }) => host.host)).toEqual(["quay.io", "quay.io", "quay.io"]);
    expect(answer.resolution).toMatchObject({ dir: "_default", parseErrorKind: "toml-syntax" });
  });

  it("are none for a name that is no image's, while the files are still looked over", () => {
    const answer = inspectCertsD({ files: { "_default/hosts.toml": BROKEN }, image: "Nginx" });
    expect(answer).toMatchObject({
      image: { error: "invalid reference format: repository name (library/Nginx) must be lowercase" },
      resolution: null,
      requests: [],
      findings: [{ code: "hosts/toml" }],
    });
  });
});

describe("what is found in the files", () => {
  /** Findings of one file as "severity code line: message". */
  function found(file: string, text: string, containerdVersion?: string): string[] {
    const { findings } = inspectCertsD({ files: { [file]: text }, image: "nginx", containerdVersion });
    return findings.map(({ code, severity, message, range }) =>
      [severity, code, `${range.start.line}:`, message].join(" "),
    );
  }

  it.each(["quay.io/hosts.toml", "_default/hosts.toml", "_backup/quay.io/hosts.toml", "quay.io/ca.crt"])(
    "nothing in %s when all is well",
    (path) => {
      expect(found(path, MIRROR)).toEqual([]);
    },
  );

  it("the place of a fault", () => {
    expect(found("quay.io/hosts.toml", `# comment\n${BROKEN}`)).toEqual([
      "error hosts/toml 2: containerd ignores the whole file and uses no mirror: toml: expected character ]",
    ]);
  });

  it.each([
    [
      "_default_/hosts.toml",
      "containerd never reads certs.d/_default_: the directory for all registries is _default.",
    ],
    ["quay.io/host.toml", "containerd reads only hosts.toml in certs.d/quay.io, not host.toml."],
    ["hosts.toml", "containerd reads hosts.toml only inside a directory named after the registry."],
  ])("%s is never read", (path, message) => {
    expect(found(path, MIRROR)).toEqual([`warning template/path-unknown 1: ${message}`]);
  });

  it("the first 500 of a text that is wrong in every line", () => {
    expect(found("quay.io/hosts.toml", "a =\n".repeat(600)).at(-1)).toContain(" 500: ");
  });

  it("what the release decides", () => {
    expect(found("quay.io/hosts.toml", MIRROR, "1.7")).toEqual([
      "info hosts/slow-fallback 1: If https://mirror.example.com does not answer, each connection waits 30 s: this containerd ignores dial_timeout.",
      "info hosts/ignored-key 3: This containerd ignores dial_timeout; it is read from 2.1.0 and 2.0.7 on.",
    ]);
  });

  const SPEGELS = ["http://10.0.1.11:30020", "http://10.0.1.11:30021"];
  const table = (host: string) =>
    `[host.'${host}']\ncapabilities = ['pull', 'resolve']\ndial_timeout = '200ms'\n`;
  const byQuotes = (text: string) => [text, text.replaceAll("'", '"').replaceAll(/^(?=[cd])/gm, "  ")];
  describe.each(byQuotes(SPEGELS.map(table).join("\n")))("of what Spegel itself writes", (spegel) => {
    it.each(["2.0.7", "2.1", "2.3"])("nothing, with containerd %s", (version) => {
      expect(found("_default/hosts.toml", spegel, version)).toEqual([]);
    });

    it.each(["1.6", "1.7", "2.0.6"])("what it costs, once, with containerd %s", (version) => {
      expect(found("_default/hosts.toml", spegel, version)).toEqual([
        "info hosts/slow-fallback 1: While the Spegel of a node is down, each connection to it waits 30 s: this containerd ignores the dial_timeout that Spegel writes.",
      ]);
    });

    it("and all that somebody else wrote beside it, a key once", () => {
      const own = [table("http://10.0.0.5:5000"), table("https://m.example")].join("\n");
      expect(
        found("_default/hosts.toml", `${spegel}\n${own}`, "1.7").map((text) => text.split(" ")[1]),
      ).toEqual([
        "hosts/slow-fallback",
        "hosts/slow-fallback",
        "hosts/plain-http",
        "hosts/ignored-key",
        "hosts/slow-fallback",
      ]);
    });
  });

  it("nothing of a node's Spegel at an IPv6 address", () => {
    expect(found("_default/hosts.toml", table("http://[fd00::1]:30021"), "2.3")).toEqual([]);
  });

  it("faults in what Spegel writes", () => {
    const text = `${table("http://10.0.1.11:30020")}skipVerify = true\n`;
    expect(found("_default/hosts.toml", text, "2.1")).toEqual([
      "warning hosts/ignored-key 4: containerd does not read skipVerify. Was skip_verify meant?",
    ]);
  });

  const H = '[host."https://m"]\ndial_timeout = "1s"\n';
  const rows: Readonly<Record<FindingCode, readonly [text: string, words: string]>> = {
    toml: ["a = ", "error containerd ignores the whole file and uses no mirror: toml: "],
    rejected: [
      `${H}capabilities = ["list"]`,
      "error containerd ignores the whole file and uses no mirror: unknown capability list",
    ],
    "duplicate-host": [
      `${H}${H}`,
      "error containerd ignores the whole file and uses no mirror: the table of https://m stands there twice.",
    ],
    "ignored-key": [
      `${H}skipVerify = true`,
      "warning containerd does not read skipVerify. Was skip_verify meant?",
    ],
    "invisible-host": [
      '[host]\n"https://m" = {}',
      'error containerd never tries https://m: it is an inline table. Write it as a table, [host."https://m"].',
    ],
    "no-capability": [
      `${H}capabilities = ["resolve"]`,
      "warning https://m resolves nothing: its capabilities lack pull.",
    ],
    url: [H.replace("https://m", "m:5000"), "warning m:5000 has no scheme: containerd asks https://m:5000."],
    "server-misplaced": [
      `${H}server = "https://s"`,
      "error server = https://s belongs to the table of https://m here and is lost.",
    ],
    "host-repeated": [
      `${H}${H.replace("//m", "//n")}[host."https://m".header]\n`,
      "info containerd tries https://m once more here",
    ],
    "server-only": [
      'server = "https://quay.io"',
      "info No [host] table: containerd before 1.7.32 ignores such a file.",
    ],
    "no-scheme-http-prefix": [
      H.replace("https://m", "httpd.local:5000"),
      "error containerd reads httpd.local:5000 as ",
    ],
    "slow-fallback": [
      '[host."https://m"]',
      "info If https://m does not answer, each connection waits 30 s. A dial_timeout shortens that.",
    ],
    "path-mirror": [
      H.replace("//m", "//m/hub"),
      "warning containerd asks https://m/hub below /hub/v2. If /hub is the API's root, set override_path = true.",
    ],
    "override-path": [
      `${H}override_path = true`,
      "warning override_path makes / the API's root at https://m, and no registry's API is outside of /v2.",
    ],
    "root-key": [
      `capabilities = ["pull"]\n${H}`,
      "warning capabilities at the top has no effect without server, and never counts for a [host] table.",
    ],
    "dial-timeout": [
      H.replace("1s", "-1s"),
      "error dial_timeout = -1s: no connection to https://m is ever made.",
    ],
    secret: [
      `${H}[host."https://m".header]\nAuthorization = "Basic x"`,
      "warning The header Authorization is a secret, in plain text on the node.",
    ],
    "cert-missing": [
      `${H}ca = "ca.crt"`,
      "info Pulls fail if /etc/containerd/certs.d/quay.io/ca.crt is not on the node.",
    ],
    "server-no-fallback": [
      `server = "https://s"\n${H}`,
      "info The last one asked is https://s: quay.io itself is never asked.",
    ],
    dockerhub: [
      `server = "https://index.docker.io"\n${H}`,
      "warning https://index.docker.io does not serve Docker Hub's registry API: write https://registry-1.docker.io.",
    ],
    "plain-http": [
      H.replace("https", "http"),
      "info http://m is asked over plain http: nothing protects what it answers.",
    ],
    "skip-verify": [
      `${H}skip_verify = true`,
      "info https://m is not verified: anyone on the way can answer in its place.",
    ],
  };
  it.each(Object.entries(rows))("%s, in words", (code, [text, words]) => {
    const { findings } = inspectCertsD({ files: { "quay.io/hosts.toml": text }, image: "nginx" });
    const said = findings.filter((finding) => finding.code === `hosts/${code}`);
    expect(said.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringContaining(words),
    ]);
  });

  it.each([
    [
      'skip_verify = true\n[host."https://m"]',
      "skip_verify at the top counts for the image's own registry only, not for https://m.",
    ],
    [
      'server = "https://s"\nca = "/x"\n[host."https://m"]\n[host."https://n"]\n[host."http://o"]',
      "ca at the top counts for https://s only, not for https://m and 1 more.",
    ],
  ])("%j: a key at the top that the mirrors do not get", (text, message) => {
    const { findings } = inspectCertsD({ files: { "quay.io/hosts.toml": text }, image: "nginx" });
    const said = findings.filter(({ code }) => code === "hosts/root-key");
    expect(said).toMatchObject([{ severity: "info", message }]);
  });

  it.each([
    [
      "http://fd00::1:5000",
      "2.2",
      "info",
      "has no brackets: containerd asks [fd00::1]:5000, and from 2.3 on",
    ],
    ["http://fd00::1", "2.2", "error", "takes what follows the last colon for the port and asks [fd00:]:1"],
    ["http://fd00::1", "2.3", "error", "containerd ignores the whole file and uses no mirror"],
    ["http://fd00::abcd", "1.7", "error", "containerd ignores the whole file and uses no mirror"],
  ])("%s in %s", (host, containerdVersion, severity, words) => {
    const files = { "quay.io/hosts.toml": `[host."${host}"]\n` };
    const { findings } = inspectCertsD({ files, image: "nginx", containerdVersion });
    const said = findings.filter(({ code }) => code === "hosts/url");
    expect(said).toMatchObject([{ severity, message: expect.stringContaining(words) }]);
  });

  /** A release that refuses a file with nothing but a server. */
  const release = (code: string) => (code === "server-only" ? "1.7.20" : "2.3");
  it.each(Object.entries(rows))("%s is as bad as in a spec", (code, [text]) => {
    const containerdVersion = release(code);
    const { findings } = inspectCertsD({
      files: { "quay.io/hosts.toml": text },
      image: "nginx",
      containerdVersion,
    });
    const spec = hostsFile("quay.io/hosts.toml", ...text.split("\n"));
    const { diagnostics } = analyze(spec, { containerdVersion });
    const severities = (found: readonly { code: string; severity: string }[]) =>
      found.filter((one) => one.code === `hosts/${code}`).map(({ severity }) => severity);
    expect(severities(findings)).toEqual(severities(diagnostics));
  });
});
