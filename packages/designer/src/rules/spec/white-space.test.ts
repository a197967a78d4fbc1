import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, fixed } from "../../testing/marked-spec.js";
import { agentConfig, cluster, helmValues, spegelValues } from "../../testing/specs.js";

const NBSP = "\u00a0";
const WIDE = "\u3000";
const ZERO = "\u200b";

describeRule("spec/white-space", {
  fires: {
    "an indentation": cluster(`«${NBSP}${NBSP}»master: {}\n`),
    "an indentation mixed with blanks": cluster(` «${NBSP} ${NBSP}» master: {}\n`),
    "after a colon": spegelValues(`containerdMirrorAdd:«${NBSP}»false`),
    "at the end of a value": spegelValues(`containerdMirrorAdd: false«${NBSP}»`),
    "before a value": spegelValues(`containerdMirrorAdd: «${WIDE}»false`),
    "before a comment": spegelValues(`containerdMirrorAdd: false«\u2003»# no`),
    "after a dash": spegelValues("registryFilters:", `  -«${NBSP}»a`),
    "in a key": cluster(`  master«${NBSP}»: {}\n`),
    "before a key": cluster(`  «${ZERO}»master: {}\n`),
    "in a group's name": cluster(`  nodes: [{name: gpu«${ZERO}»pool}]\n`),
    "in a quoted name": cluster(`  nodes: [{name: "gpu«${ZERO}»pool"}]\n`),
    "in an extension's key": agentConfig(`    extensions: {a«\u2060»b: {path: x, content: y}}\n`),
    "in a registry": spegelValues("mirroredRegistries:", `  - https://quay«\u00ad».io`),
    "in the middle of a name": cluster(`  nodes: [{name: gpu«${NBSP}»pool}]\n`),
    "a line that only Go sees": cluster("  master: {} # a«\u2028»  other: {}\n"),
    "a carriage return": cluster("  master: {} # a«\r»  other: {}\n"),
    "next line": cluster("  a: b«\u0085»c\n"),
    "a byte order mark inside": cluster("«\uFEFF»  master: {}\n"),
    "in a YAML string": helmValues(
      ` |\n            spegel:\n            «${NBSP}${NBSP}»resolveTags: false\n`,
    ),
    "a header of a block": cluster(`  a: |«${NBSP}»\n    x\n`),
    "behind quotes": cluster(`  a: 'x'«${NBSP}»\n`),
    "behind a document's mark": `---«${NBSP}»\nkind: Cluster\n`,
  },
  silent: {
    "blanks and tabs": cluster("  master: {}\t\n"),
    "in a comment": cluster(`  master: {} #${NBSP}a${ZERO}\n`),
    "in prose": cluster(`  note: costs 5${NBSP}EUR a month\n`),
    "in quoted prose": cluster(`  note: "costs 5${NBSP}EUR a month"\n`),
    "joiners of a script": cluster("  note: \u{1F468}\u200d\u{1F469}\n"),
    "a byte order mark": `\uFEFF${cluster("  master: {}\n")}`,
    "an escape": cluster('  note: "a\\u00a0b"\n'),
    "in a block": cluster(`  a: |\n    x${NBSP}y\n`),
  },
  unfixed: {
    "in the middle of a name": cluster(`  nodes: [{name: gpu${NBSP}pool}]\n`),
    "a line break in a comment": cluster("  master: {} # a\u2028b\n"),
    "a line break in a block": cluster("  a: |\n    x\u2028y\n"),
  },
  fixes: {
    "an indentation": {
      title: /Write 4 blanks/,
      before: agentConfig(`${NBSP.repeat(4)}cluster: {}\n    extensions: {}\n`),
      after: agentConfig("    cluster: {}\n    extensions: {}\n"),
    },
    "all of them": {
      title: /all such/,
      before: cluster(`${NBSP}${NBSP}master:\n${NBSP} ${NBSP} minNodes: 3 # x${NBSP}\n`),
      after: cluster(`  master:\n    minNodes: 3 # x${NBSP}\n`),
    },
    "after a colon": {
      title: /Write a blank/,
      before: spegelValues(`containerdMirrorAdd:${NBSP}false # keep`),
      after: spegelValues("containerdMirrorAdd: false # keep"),
    },
    "at the end of a value": {
      title: /Remove it/,
      before: spegelValues(`containerdMirrorAdd: false${NBSP}`),
      after: spegelValues("containerdMirrorAdd: false"),
    },
    "a carriage return": {
      title: /line feed/,
      before: cluster("  master: {} # a\r  other: {}\n"),
      after: cluster("  master: {} # a\n  other: {}\n"),
    },
    "in a name": {
      title: /Remove it/,
      before: cluster(`  nodes: [{name: "gpu${ZERO}pool"}]\n`),
      after: cluster('  nodes: [{name: "gpupool"}]\n'),
    },
    "in a YAML string": {
      title: /Remove it/,
      before: helmValues(` |\n            spegel:\n              resolveTags: false${NBSP}\n`),
      after: helmValues(" |\n            spegel:\n              resolveTags: false\n"),
    },
  },
});

describe("spec/white-space", () => {
  const messages = (text: string, code: Parameters<typeof diagnosticsOf>[1]) =>
    diagnosticsOf(text, code).map(({ message }) => message);

  it("names the character, and nothing else is said of the value", () => {
    const text = spegelValues(`containerdMirrorAdd: false${NBSP}`);
    expect(messages(text, "spec/white-space")).toEqual([
      "U+00A0 (no-break space) is part of this text, which therefore is text, not false.",
    ]);
    expect(messages(text, "spegel/value-type")).toEqual([]);
  });

  it("says nothing of what the parser finds below", () => {
    const text = agentConfig(`${NBSP.repeat(4)}cluster: {}\n    extensions: {}\n`);
    expect(messages(text, "spec/syntax")).toEqual([]);
    expect(messages(text, "spec/white-space")[0]).toContain("4 times U+00A0 (no-break space)");
  });

  it("leaves a fault of another document to the parser", () => {
    expect(messages(`a:${NBSP}1\n---\nb: ]\n`, "spec/syntax")).toHaveLength(1);
  });
});

describe("characters that YAML refuses", () => {
  it.each([
    ["\u001b", "U+001B (escape)"],
    ["\0", "U+0000 (null)"],
    ["\b", "U+0008 (backspace)"],
    ["\f", "U+000C (form feed)"],
    ["\u007f", "U+007F (delete)"],
    ["\u0080", "U+0080 (control character)"],
    ["\u009f", "U+009F (control character)"],
    ["\ud800", "U+D800 (half of a character)"],
    ["\ufffe", "U+FFFE (no character)"],
  ])("%j in a comment, a value and a block", (character, name) => {
    const places = [
      `  master: {} # a${character}b\n`,
      `  a: "x${character}"\n`,
      `  a: |\n    x${character}\n`,
    ];
    for (const place of places) {
      const text = cluster(place);
      const found = diagnosticsOf(text, "spec/syntax").filter(({ message }) => message.startsWith(name));
      expect(found).toHaveLength(1);
      expect(fixed(text, "spec/syntax", /Remove it/)).toBe(text.replace(character, ""));
    }
  });

  it("are removed together", () => {
    const text = cluster("  a: 1 # \u001b[0mred\u001b[1m\n");
    expect(fixed(text, "spec/syntax", /Remove all/)).toBe(cluster("  a: 1 # [0mred[1m\n"));
  });
});
