import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseImageRef } from "./image-ref.js";
import { lintHostsFile } from "./lint/lint.js";
import { planPull } from "./pull.js";
import { resolveHosts } from "./resolve.js";

const pieces = fc.constantFrom(
  ..."[ ] { } = , . ' \" \\ # \n \r\n \t \ufeff \u0001 é 😀 __proto__ constructor host server capabilities ca client header".split(
    " ",
  ),
  ..."skip_verify dial_timeout override_path pull 'https://m' \"http://[::1]:80\" true 1 1.5 1979-05-27 '''  \"\"\" \\u0041".split(
    " ",
  ),
  " ",
);
const lines = fc.constantFrom(
  'server = "https://s"',
  'server = "http://bad host"',
  "[host.'https://a']",
  '[host."https://a"]',
  "[host.b]",
  "[host.b.header]",
  "[host]",
  "[Host.c]",
  "[[host.b]]",
  "[extra]",
  "[ca]",
  "host.d.skip_verify = true",
  'host = { e = { capabilities = ["list"] } }',
  'capabilities = ["pull", "resolve"]',
  'capabilities = ["referrers"]',
  "capabilities = 1",
  'ca = "a.pem"',
  "ca = 7",
  'client = [["a", "b"]]',
  'client = [["a"]]',
  "skip_verify = 'x'",
  'Dial_Timeout = "5"',
  'dial_timeout = "200ms"',
  "override_path = true",
  "header = {}",
  "x = 1979-13-01",
  "# comment",
  "x = 07",
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(lines, { maxLength: 8 }).map((all) => `${all.join("\n")}\n`) },
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const version = fc.constantFrom("1.6", "1.7", "1.7.20", "2.0", "2.1", "2.2", "2.3.4");
const runs = { numRuns: 1000 };

describe("whatever the text", { timeout: 60_000 }, () => {
  it("lintHostsFile marks ranges within it", () => {
    fc.assert(
      fc.property(text, version, (hosts, release) => {
        for (const { range } of lintHostsFile(hosts, { directory: "_default", version: release })) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(hosts.length);
        }
      }),
      runs,
    );
  });

  it("a file is refused exactly when the lint says so", () => {
    const refusing = new Set(["toml", "rejected", "duplicate-host"]);
    fc.assert(
      fc.property(text, version, (hosts, release) => {
        const resolution = resolveHosts(
          { files: { "_default/hosts.toml": hosts }, host: "r" },
          { version: release },
        );
        const findings = lintHostsFile(hosts, { directory: "_default", version: release });
        const says = findings.some(
          (finding) =>
            refusing.has(finding.code) ||
            (finding.code === "server-only" && finding.refused) ||
            (finding.code === "url" && finding.problem === "unparsable"),
        );
        // Comments alone are refused by old releases too, to no effect.
        const isComment = hosts.replace(/#.*/g, "").trim() === "" || /^[\ufeff\s]*(#|$)/.test(hosts);
        if (!isComment)
          expect({ hosts, refused: says }).toEqual({ hosts, refused: "fallback" in resolution });
      }),
      runs,
    );
  });

  it("resolveHosts ends with the registry or a server, and planPull follows it", () => {
    fc.assert(
      fc.property(text, version, (hosts, release) => {
        const resolution = resolveHosts(
          { files: { "_default/hosts.toml": hosts }, host: "r.io" },
          { version: release },
        );
        const list =
          "hosts" in resolution ? resolution.hosts : "fallback" in resolution ? resolution.fallback : [];
        expect(list.at(-1)?.host).not.toBe("");
        const image = { registry: "r.io", repository: "a", tag: "1", digest: null, canonical: "r.io/a:1" };
        expect(planPull(image, resolution)).toHaveLength(list.length * 3);
      }),
      runs,
    );
  });

  it("a normalised reference stays as it is", () => {
    const part = fc.constantFrom(
      ..."a b.c localhost docker.io index.docker.io : / @ - _ . 5000 A [::1] latest sha256:".split(" "),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const image = parseImageRef(parts.join(""));
        if (!("error" in image)) expect(parseImageRef(image.canonical)).toEqual(image);
      }),
      runs,
    );
  });
});

// The limit is for what would never end, not for a busy machine.
describe("hostile input ends in time", { timeout: 60_000 }, () => {
  const repeated: [what: string, hosts: string][] = [
    ["brackets", `a = ${"[".repeat(100_000)}`],
    ["inline tables", `a = ${"{a=".repeat(100_000)}`],
    ["key parts", `[${"a.".repeat(100_000)}a]`],
    ["tables", Array.from({ length: 5_000 }, (_, at) => `[host.a${at}]\n`).join("")],
    ["array tables", "[[a]]\n[a.b]\n".repeat(5_000)],
    ["digits", `server = ${"9".repeat(200_000)}`],
    ["durations", `dial_timeout = "${"1s".repeat(50_000)}"`],
    ["escapes", `server = "${"\\u0041".repeat(50_000)}"`],
    ["unread tables with keys", Array.from({ length: 5_000 }, (_, at) => `[x.a${at}]\ny = 1\n`).join("")],
    ["inline hosts", `host = { ${Array.from({ length: 5_000 }, (_, at) => `a${at} = {}`).join(", ")} }`],
    ["comments", "#\n".repeat(200_000)],
    ["more than is read", "#".repeat(2_000_000)],
  ];
  it.each(repeated)("%s", (_what, hosts) => {
    for (const release of ["1.7", "2.3"]) {
      const input = { files: { "_default/hosts.toml": hosts }, host: "r.io" };
      expect(resolveHosts(input, { version: release })).toHaveProperty("dir", "_default");
      expect(Array.isArray(lintHostsFile(hosts, { directory: "_default", version: release }))).toBe(true);
    }
  });
});
