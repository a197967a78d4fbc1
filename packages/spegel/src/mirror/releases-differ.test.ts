import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartReleases, isSince } from "../releases.js";
import { runMirrorSteps } from "./run-mirror-steps.js";
import { type MirrorInput, type MirrorStep, mirrorDirectory } from "./steps.js";

const quiet = { resolveTags: true, prependExisting: false, basicAuth: null };
const targets = ["http://fd00::7:30020", "http://fd00::7:30021"];

function asked(input: Partial<MirrorInput>): MirrorInput {
  const lists = { mirroredRegistries: ["https://quay.io"], mirrorTargets: ["http://b", "http://a"] };
  return { existing: {}, ...lists, ...quiet, ...input };
}

function written(version: string, input: Partial<MirrorInput>) {
  return runMirrorSteps(asked(input), { version });
}

describe("what changed from release to release", () => {
  it.each([
    ["0.0.10", /b"\].*a"\]/s],
    ["0.0.11", /a'\].*b'\]/s],
    ["0.0.25", /a'\].*b'\]/s],
    ["0.0.26", /b'\].*a'\]/s],
  ])("%s: order of the targets", (version, expected) => {
    expect(written(version, {}).files["quay.io/hosts.toml"]).toMatch(expected);
  });

  it.each([
    ["0.0.10", "['pull', 'resolve']", '["pull", "resolve"]'],
    ["0.0.11", "['pull']", "['pull']"],
    ["0.7.4", "['pull']", "['pull']"],
  ])("%s without resolveTags", (version, _, expected) => {
    expect(written(version, { resolveTags: false }).files["quay.io/hosts.toml"]).toContain(expected);
  });

  it.each([
    ["0.7.1", "http://fd00::7:30020"],
    ["0.7.2", "http://[fd00::7]:30020"],
  ])("%s: an IPv6 node", (version, first) => {
    const file = written(version, { mirrorTargets: targets }).files["quay.io/hosts.toml"];
    expect(file).toContain(`[host.'${first}']`);
    expect(file).toContain("[host.'http://fd00::7:30021']");
  });

  it.each([
    ["0.0.26", []],
    ["0.0.27", ["_backup"]],
  ])("%s: the backup of an empty directory", (version, emptyDirs) => {
    expect(written(version, {}).emptyDirs).toEqual(emptyDirs);
  });

  it.each([
    ["0.1.1", false],
    ["0.2.0", true],
  ])("%s: uninstalling puts the backup back: %s", (version, restores) => {
    const existing = { "quay.io/hosts.toml": "mine\n" };
    const after = written(version, { existing, steps: [{ do: "add" }, { do: "cleanup" }] });
    expect(after.files["quay.io/hosts.toml"] === "mine\n").toBe(restores);
  });

  it("0.0.25 breaks off when the file that it appends to has no host", () => {
    const existing = { "quay.io/hosts.toml": 'server = "https://quay.io"\n' };
    expect(written("0.0.25", { existing, prependExisting: true })).toMatchObject({
      error: "panic: assignment to entry in nil map",
      files: { "_backup/quay.io/hosts.toml": 'server = "https://quay.io"\n' },
    });
  });

  it("uninstalling ends at a backup of the backup: its name is taken by a directory", () => {
    const existing = { "_backup/_backup/hosts.toml": "mine\n" };
    expect(written("0.7.4", { existing, steps: [{ do: "cleanup" }] })).toMatchObject({
      error: expect.stringMatching(/^rename \S+\/_backup\/_backup \S+\/_backup: file exists$/),
      files: existing,
    });
  });

  it("appends a certificate twice for a registry that is listed twice", () => {
    const existing = { "quay.io/hosts.toml": '[host."https://m"]\n', "quay.io/ca.crt": "CA\n" };
    const mirroredRegistries = ["https://quay.io", "https://quay.io"];
    const after = written("0.7.4", { existing, mirroredRegistries, prependExisting: true });
    expect(after.files["quay.io/ca.crt"]).toBe("CA\nCA\n");
  });
});

describe("a hostile file that is to be kept", () => {
  it.each([
    ["nested too deeply to be read", `a = ${"[".repeat(20000)}${"]".repeat(20000)}`],
    ["a number that does not fit", "a = 9223372036854775808"],
    ["no TOML", "[host.https://m]"],
  ])("%s stops the step like any other that does not parse", (_, content) => {
    const existing = { "quay.io/hosts.toml": content };
    const after = written("0.7.4", { existing, prependExisting: true });
    expect(after).toEqual({
      error: expect.stringMatching(/^toml: /),
      errorStep: 0,
      files: { "_backup/quay.io/hosts.toml": content },
      emptyDirs: [],
    });
  });

  it("takes __proto__ and constructor for ordinary names", () => {
    const existing = { "quay.io/hosts.toml": "[host.__proto__]\nconstructor = 1\n__proto__ = 2\n" };
    const after = written("0.7.4", { existing, prependExisting: true, mirrorTargets: [] });
    expect(after.files["quay.io/hosts.toml"]).toBe(
      "server = 'https://quay.io'\n\n[host.__proto__]\n__proto__ = 2\nconstructor = 1",
    );
  });
});

describe("in every release", () => {
  const file = fc.constantFrom("", "# c\n", 'server = "https://s"\n[host."https://m"]\nskip_verify = true\n');
  const existing = fc.dictionary(
    fc.constantFrom(
      "docker.io/hosts.toml",
      "quay.io/hosts.toml",
      "quay.io/ca.crt",
      "_default/hosts.toml",
      "loose",
    ),
    file,
  );
  const since = (release: string) => chartReleases.filter((version) => isSince(version, release));

  it("a second start changes nothing, since there is a backup", () => {
    fc.assert(
      fc.property(
        existing,
        fc.constantFrom(...since("0.0.27")),
        fc.boolean(),
        (before, version, prependExisting) => {
          const once = written(version, { existing: before, prependExisting });
          const twice = written(version, {
            existing: before,
            prependExisting,
            steps: [{ do: "add" }, { do: "add" }],
          });
          expect(twice).toEqual(once);
        },
      ),
    );
  });

  it("steps run one after the other on a directory leave what they leave in one go", () => {
    const steps: readonly MirrorStep[] = [
      { do: "add" },
      { do: "write", files: { "quay.io/hosts.toml": "[host.'https://new.example']\n" } },
      { do: "add" },
      { do: "cleanup" },
    ];
    fc.assert(
      fc.property(existing, fc.constantFrom(...chartReleases), (before, version) => {
        const directory = mirrorDirectory(asked({ existing: before }), { version });
        for (const [index, step] of steps.entries()) {
          const outcome = directory.run([step]);
          const inOneGo = written(version, { existing: before, steps: steps.slice(0, index + 1) });
          expect({ ...outcome, errorStep: index }).toEqual({ ...inOneGo, errorStep: index });
          if ("error" in outcome) break;
        }
      }),
    );
  });

  it("uninstalling gives back every file that was there before", () => {
    fc.assert(
      fc.property(existing, fc.constantFrom(...since("0.2.0")), (before, version) => {
        const after = written(version, { existing: before, steps: [{ do: "add" }, { do: "cleanup" }] });
        expect(after.files).toEqual(before);
      }),
    );
  });
});
