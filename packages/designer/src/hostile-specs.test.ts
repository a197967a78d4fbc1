import { describe, expect, it } from "vitest";
// The measured specs of the benchmark are the ones that must stay bounded.
import { hostileSpecs } from "../../../bench/lib/hostile-specs.mjs";
import { analyze } from "./analyze.js";
import { MOST_FILE_CHARACTERS } from "./limits.js";
import { atEveryPlace } from "./places.js";
import { faultyMessages } from "./testing/faulty-messages.js";
import { agentConfig, extension } from "./testing/specs.js";

/** Of about a megabyte: `node bench/growth.mjs` measures all of it. */
const SHARE = 0.003;
/** Characters of the answer for each of the text, and what every answer has. */
const MOST_GROWTH = 400;
const EVERY_ANSWER = 20_000;

describe("specs that nobody writes", () => {
  it.each(Object.entries(hostileSpecs))("%s: the answer is bounded", (_, { most, text, files }) => {
    const count = Math.max(8, Math.round(most * SHARE));
    const spec = text(count);
    const lines = spec.split("\n").length;
    const answer = analyze(spec);
    const outside = atEveryPlace(answer.diagnostics).filter(
      ({ range }) => range.start.line < 1 || range.end.line > lines,
    );
    expect(outside).toEqual([]);
    const asked = Math.min(files?.(count) ?? 0, MOST_FILE_CHARACTERS);
    expect(JSON.stringify(answer).length).toBeLessThan(MOST_GROWTH * spec.length + asked + EVERY_ANSWER);
    expect(faultyMessages(answer)).toEqual([]);
  });
});

it("200 worker groups with 100 overrides for all of them are previewed whole", { timeout: 60_000 }, () => {
  const each = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i));
  const overrides = each(100, (i) =>
    extension(
      `mirror-${i}`,
      `registry-${i}.example.com/hosts.toml`,
      `server = 'https://registry-${i}.example.com'`,
      `[host.'https://mirror-${i}.example.com:5000']`,
      "capabilities = ['pull', 'resolve']",
      "[host.'http://{{ .config.node_address_ip }}:30020']",
      "capabilities = ['pull', 'resolve']",
      "dial_timeout = '200ms'",
    ),
  );
  const groups = each(200, (i) => `    - name: g${i}\n`);
  const text = agentConfig(`    extensions:\n${overrides.join("")}  nodes:\n${groups.join("")}`);
  const { roles, diagnostics } = analyze(text);
  expect(roles).toHaveLength(201);
  const cut = ["spec/not-previewed", "spec/not-listed", "template/exec"];
  expect(diagnostics.filter(({ code }) => cut.includes(code))).toEqual([]);
});
