import { describe, expect, it, test, vi } from "vitest";
import { analyze } from "./analyze.js";
import * as limits from "./limits.js";
import { FILE_OVERHEAD, templateLimits } from "./limits.js";
import { CERTS_D, cluster, extension, MIRROR, spegelValues } from "./testing/specs.js";

/** The cut-offs that only specs of a megabyte reach, lowered so that a small one does; others: rules/spec/limits.test.ts. */
vi.mock("./limits.js", async (original) => ({
  ...(await original<typeof limits>()),
  MOST_CONFIG_VALUES: 1_000,
  MOST_FILE_CHARACTERS: 120_000,
  MOST_FINDINGS: 60,
  MOST_FIX_RENDERINGS: 6,
}));

const groups = (count: number, body = "") =>
  `  nodes:\n${Array.from({ length: count }, (_, index) => `    - name: g${index}\n${body}`).join("")}`;
const codes = (text: string) => analyze(text).diagnostics.map(({ code }) => code);
const messages = (text: string, code: string) =>
  analyze(text)
    .diagnostics.filter((found) => found.code === code)
    .map(({ message }) => message);

describe("values of the agent configs together", () => {
  /** 100 values, the list among them, and the config itself. */
  const config = `  kublrAgentConfig: {labels: [${Array.from({ length: 98 }, () => "x")}]}\n`;

  it("are counted once for each role", () => {
    const withinLimit = limits.MOST_CONFIG_VALUES / 100 - 1;
    expect(codes(cluster(config + groups(withinLimit)))).not.toContain("spec/not-previewed");
    const text = cluster(config + groups(withinLimit + 3));
    expect(messages(text, "spec/not-previewed")).toEqual([
      `The preview leaves out worker groups from g${withinLimit} on (3).`,
    ]);
    expect(analyze(text).roles).toHaveLength(withinLimit + 1);
  });

  it("do not hide the masters, however many they have", () => {
    const many = `  kublrAgentConfig: {labels: [${Array.from({ length: 2_000 }, () => "x")}]}\n`;
    expect(analyze(cluster(many + groups(2))).roles.map(({ id }) => id)).toEqual(["master"]);
  });
});

describe("characters of the files together", () => {
  const long = `  kublrAgentConfig:\n    extensions:\n${extension("a", "quay.io/hosts.toml", ...MIRROR, `# ${"x".repeat(5_000)}`)}`;

  it("groups at which there are too many are left out with those after them", () => {
    const { roles, diagnostics } = analyze(cluster(long + groups(20)));
    const characters = roles.flatMap(({ phases }) =>
      phases.flatMap(({ files }) =>
        files.map(({ path, content }) => FILE_OVERHEAD + path.length + content.length),
      ),
    );
    const sum = characters.reduce((all, one) => all + one, 0);
    expect(sum).toBeLessThanOrEqual(limits.MOST_FILE_CHARACTERS);
    expect(sum * (1 + 1 / roles.length)).toBeGreaterThan(limits.MOST_FILE_CHARACTERS);
    expect(diagnostics.filter(({ code }) => code === "spec/not-previewed")).toMatchObject([
      {
        message: `The preview leaves out worker groups from g${roles.length - 1} on (${21 - roles.length}).`,
      },
    ]);
  });

  it("few groups are all shown", () => {
    expect(codes(cluster(long + groups(1)))).not.toContain("spec/not-previewed");
  });
});

describe("findings before they are joined", () => {
  const faulty = `  kublrAgentConfig:\n    extensions:\n${extension("a", "quay.io/hosts.toml", ...MIRROR, "a = 1", "b = 1")}`;

  it("a code whose turn comes when the work is used up says that it has more", () => {
    const { diagnostics } = analyze(cluster(faulty + groups(30)));
    const cut = diagnostics.filter(({ code }) => code === "spec/not-listed");
    expect(cut.map(({ message }) => message)).toContain("More of hosts/ignored-key is not listed.");
    expect(diagnostics.filter(({ code }) => code === "hosts/ignored-key").length).toBeLessThanOrEqual(2);
  });

  it("few are all listed", () => {
    const found = codes(cluster(faulty + groups(2)));
    expect(found).not.toContain("spec/not-listed");
    expect(found.filter((code) => code === "hosts/ignored-key")).toHaveLength(2);
  });
});

describe("renderings by which fixes are tried", () => {
  const slow = (masters: number) =>
    cluster(
      `  kublrAgentConfig:\n    extensions:\n${["a", "b"]
        .map((key) => extension(key, `${key}.example/hosts.toml`, "[host.'https://m.example']"))
        .join("")}  master: {minNodes: ${masters}}\n`,
    );
  const fixes = (text: string) =>
    analyze(text, { containerdVersion: "2.1" })
      .diagnostics.filter(({ code }) => code === "hosts/slow-fallback")
      .map((found) => found.fixes.length);

  it("are counted, those on further nodes too: what cannot be tried is not offered", () => {
    expect(fixes(slow(3))).toEqual([1, 1]);
    expect(fixes(slow(5))).toEqual([1, 0]);
  });

  it("are counted for what a fix writes, too", () => {
    const own = (key: string) =>
      `kublrAgentConfig: {extensions: {${key}: {path: ${CERTS_D}/${key}.example/hosts.toml, content: "[host.'https://m.example']"}}}`;
    const text =
      spegelValues("containerdMirrorAdd: false") +
      `  master: {minNodes: 2, ${own("a")}}\n  nodes:\n    - {name: b, ${own("b")}}\n    - {name: c, ${own("c")}}\n`;
    const hiding = analyze(text).diagnostics.filter(({ code }) => code === "hosts/shadows-default");
    expect(hiding.map((found) => found.fixes.length)).toEqual([1, 1, 0]);
  });
});

describe("templateLimits", () => {
  test.each([
    ["a few templates have all that go-template allows", 1, 1_000_000, 1 << 20],
    ["ten as well", 10, 1_000_000, 1 << 20],
    ["a hundred share", 100, 100_000, (32 << 20) / 100],
    ["very many have what a usual template takes", 1_000_000, 100, 8 << 10],
    ["none", 0, 1_000_000, 1 << 20],
  ])("%s", (_, renderings, maxSteps, maxOutputBytes) => {
    expect(templateLimits(renderings)).toEqual({ maxSteps, maxOutputBytes: Math.floor(maxOutputBytes) });
  });
});
