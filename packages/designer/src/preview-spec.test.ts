import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Settings } from "./analysis.js";
import { analyze } from "./analyze.js";
import { previewRoles } from "./preview-spec.js";
import { example } from "./testing/marked-spec.js";
import { mutations } from "./testing/mutations.js";
import { extension, spegelValues } from "./testing/specs.js";

const examples = readdirSync(new URL("../../../examples", import.meta.url))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file, example(file)] as const);

const KEEPS = `${spegelValues("prependExisting: true")}    extensions:
${extension("a", "_default/hosts.toml", "[host.'http://{{ .config.node_address_ip | upper }}:5000']")}`;

/** Under the last two Spegel reads the files that it finds: 0.0.26 always does, and 0.7.4 when it is asked to. */
const circumstances: readonly Settings[] = [
  {},
  { templateFunctions: "sprig", runtimes: { master: "cri-o" } },
  { spegelVersion: "0.0.26" },
  { spegelVersion: "0.7.4", templateFunctions: "sprig" },
];

describe.each(circumstances)("under %j", (settings) => {
  test.each([...examples, ["kept hosts", KEEPS] as const])(
    "%s: all of an analysis but its diagnostics",
    async (_, text) => {
      const { diagnostics: _later, ...rest } = analyze(text, settings);
      expect(await previewRoles(text, settings)).toEqual(rest);
    },
  );
});

test("what Spegel keeps of a file is in the preview", async () => {
  const { roles } = await previewRoles(KEEPS, { templateFunctions: "sprig" });
  const running = roles[0]?.phases.find(({ id }) => id === "running");
  const written = running?.files.find(({ path }) => path === "_default/hosts.toml");
  expect(written?.content).toContain("10.0.0.11:5000");
});

test("any text has a preview", async () => {
  const texts = mutations(
    examples.map(([, text]) => text),
    { seed: 20_261_126, count: 60 },
  );
  for (const text of texts) {
    const { diagnostics: _later, ...rest } = analyze(text);
    expect(await previewRoles(text), text.slice(0, 2_000)).toEqual(rest);
  }
});
