import { describe, expect, it } from "vitest";
import { rules } from "./index.js";
import type { Rule } from "./rule.js";

/** docs/rules.md is generated from the rules: `npx vitest run packages/designer/src/rules -u` writes it. */
function rulesPage(all: readonly Rule[]): string {
  const groupOf = ({ code }: Rule) => code.slice(0, code.indexOf("/"));
  const sections = [...new Set(all.map(groupOf))].map((group) => {
    const members = all.filter((rule) => groupOf(rule) === group);
    return `## ${group}\n\n${members.map(ruleSection).join("\n")}`;
  });
  return `# Diagnostics\n\nGenerated from packages/designer/src/rules.\n\n${sections.join("\n")}`;
}

function ruleSection({ code, severity, when, explanation, docs }: Rule): string {
  const link = docs ? ` [Source](${docs}).` : "";
  return `### ${code}\n\n**${severity}** when ${when}.\n\n${explanation}${link}\n`;
}

describe("docs/rules.md", () => {
  it("says what the rules say", async () => {
    const renew = "docs/rules.md is written by `npx vitest run packages/designer/src/rules -u`";
    await expect(rulesPage(rules), renew).toMatchFileSnapshot("../../../../docs/rules.md");
  });

  it("every code stands once", () => {
    const codes = rules.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
  });
});
