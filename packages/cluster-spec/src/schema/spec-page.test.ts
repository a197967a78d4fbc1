import { expect, test } from "vitest";
import type { KeyRow, KeyRows } from "./key-row.js";
import { PUBLIC_SPECS, sourceUrl, sourceWords } from "./key-sources.js";
import { documentRows, sectionRows } from "./key-tree.js";
import { secretKeys } from "./keys/secret-keys.js";
import { typeWords } from "./type-words.js";

const INTRODUCTION = `# What is known of a Kublr cluster spec

Generated from packages/cluster-spec/src/schema/keys. Kublr publishes no schema: this is what its pages, a run of its
generator and ${PUBLIC_SPECS} public specs (2018 to 2022, agents 1.8 to 1.20, AWS and Azure) show. Other keys pass; one that is close
to a known key is told. Values that were seen are suggestions, never rules.

\`[]\` is an item of a list, \`<name>\` a key of your choice. As JSON Schema: \`lookinglass schema\`, or GET /api/v1/schema.
`;

const SECTIONS: readonly (readonly [title: string, about: string, rows: KeyRows])[] = [
  ["The document", "", documentRows],
  ["A group of nodes", "Keys of `spec.master` and of every item of `spec.nodes`.", sectionRows.group],
  [
    "An agent config",
    "Keys of every `kublrAgentConfig`: of `spec`, of the master and of the worker groups.",
    sectionRows.agent,
  ],
  [
    "A Secret",
    "Keys of `kind: Secret` documents, which may stand beside the cluster in one file.",
    secretKeys,
  ],
];

/** docs/kublr-spec.md is generated from the table: `npx vitest run packages/cluster-spec/src/schema -u` writes it. */
function page(): string {
  const sections = SECTIONS.map(([title, about, rows]) => {
    const lines = Object.entries(rows).map(([path, row]) => line(path, row));
    const head = about === "" ? "" : `${about}\n\n`;
    return `## ${title}\n\n${head}| key | takes | what it does | known from |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  return [INTRODUCTION, ...sections].join("\n");
}

function line(path: string, row: KeyRow): string {
  const url = sourceUrl(row.source);
  const source = sourceWords(row.source)
    .replace(/^Source: /, "")
    .replace(/\.$/, "");
  const choices = row.choices ? ` Seen: ${row.choices.map((choice) => `\`${choice}\``).join(", ")}.` : "";
  const takes = typeWords(row) || "not known";
  return `| \`${path}\` | ${takes} | ${row.about}${choices} | ${url === null ? source : `[${source}](${url})`} |`;
}

test("docs/kublr-spec.md says what the table says", async () => {
  const renew = "docs/kublr-spec.md is written by `npx vitest run packages/cluster-spec/src/schema -u`";
  await expect(page(), renew).toMatchFileSnapshot("../../../../docs/kublr-spec.md");
});
