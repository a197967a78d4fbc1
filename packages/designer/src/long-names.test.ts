import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhaseId } from "./analysis.js";
import { analyze } from "./analyze.js";
import { MOST_MESSAGE_CHARACTERS } from "./bounded-text.js";
import { inspectCertsD } from "./inspect/inspect-certs-d.js";
import { pullPath } from "./pull/pull-path.js";
import { toSarif } from "./report/sarif.js";
import { faultyMessages } from "./testing/faulty-messages.js";
import { faultySettings, faultyTemplates } from "./testing/faulty-specs.js";
import { largeSpecs } from "./testing/large-specs.js";

/** Long, with and without blanks, and with what YAML, TOML, templates and markers give a meaning. */
const long = fc
  .tuple(
    fc.constantFrom("n", "a b ", "\u{1F433}", "x.y", "z-", "\u0301", "%2F", "[1]"),
    fc.integer({ min: 100, max: 4_000 }),
  )
  .map(([part, length]) => part.repeat(Math.ceil(length / part.length)));

const plain = fc.integer({ min: 100, max: 4_000 }).map((length) => "n".repeat(length));

/** Makes every name that a spec chooses itself a long one. */
function withLongNames(text: string, name: string, other: string): string {
  return text
    .replaceAll(/\bfar\b/g, JSON.stringify(name))
    .replaceAll("m.example", `${other}.example`)
    .replaceAll(/\bhub:/g, `${JSON.stringify(name)}:`)
    .replaceAll(/\b(logLevell?|registryFilters|prependexisting)\b/g, (key) => key + other)
    .replaceAll("docker.io", `${other}.docker.io`);
}

const specs = fc
  .tuple(
    fc.oneof(
      faultyTemplates,
      faultySettings,
      fc.constantFrom(...Object.values(largeSpecs({ groups: 3, registries: 6 }))),
    ),
    long,
    plain,
  )
  .map(([text, name, other]) => withLongNames(text, name, other));

describe("names of any length", () => {
  it("make no message, title or failure longer than it may be", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(specs, fc.constantFrom("1.7", "2.1"), (text, containerdVersion) => {
        const analysis = analyze(text, { containerdVersion });
        expect(faultyMessages(analysis), text.slice(0, 500)).toEqual([]);
        const sarif = toSarif([{ file: "a.yaml", diagnostics: analysis.diagnostics }]);
        expect(sarif.runs[0]?.results.filter(({ message }) => message.text.length > 1_000)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("make no reason of a pull path longer, nor what is found in a node's files", () => {
    const phases: readonly PhaseId[] = ["bootstrap", "running"];
    fc.assert(
      fc.property(plain, fc.constantFrom(...phases), (name, phase) => {
        const content = `[host.'${name}://m.example']\nca = '${name}'\n${name} = 1\ncapabilities = ['${name}']\n`;
        const text = `kind: Cluster\nspec:\n  kublrAgentConfig:\n    cluster: {addon: {spegel: {helm_values: {spegel: {logLevel: [${name}], registryFilters: ['(${name}']}}}}}\n    extensions: {a: {path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml, content: ${JSON.stringify(content)}}}\n`;
        const path = pullPath(analyze(text), { role: "master", phase, image: "nginx" });
        const refusal = pullPath(analyze(text), { role: name, phase, image: "nginx" });
        const words =
          "error" in path
            ? [path.error.message]
            : [path.fileFault ?? "", ...path.steps.map(({ why }) => why)];
        const inspected = inspectCertsD({
          files: { "docker.io/hosts.toml": content, [`${name}/hosts.toml`]: content },
          image: "nginx",
        });
        const all = [
          ...words,
          ...("error" in refusal ? [refusal.error.message] : []),
          ...inspected.findings.map(({ message }) => message),
        ];
        expect(all.length).toBeGreaterThan(3);
        expect(all.filter(({ length }) => length > MOST_MESSAGE_CHARACTERS)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
