import { analyze } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { applyTextEdits } from "../document/text-edits.js";
import { planEdits } from "./edit-plan.js";
import { wantedFix } from "./offered-fix.js";

const MOVED = `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      mine:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: "[host.'https://mirror.example']"
`;

/** The text after the fix that was shown for another text. */
async function fixed(shownFor: string, title: RegExp, text: string): Promise<string> {
  const [wanted] = analyze(shownFor).diagnostics.flatMap((diagnostic) =>
    diagnostic.fixes.filter((fix) => title.test(fix.title)).map((fix) => wantedFix(fix, diagnostic)),
  );
  if (!wanted) throw new Error(`no fix ${title}`);
  const plan = await planEdits(text, { kind: "fix", fix: wanted, settings: {}, imported: undefined });
  return plan.ok ? applyTextEdits(text, plan.edits) : `refused: ${plan.reason}`;
}

describe("a fix is made from the text as it is", () => {
  test.each([
    ["as it was", MOVED],
    ["with a line above that was typed since", `# note\n${MOVED}`],
    ["with a group that was typed since", `${MOVED}  nodes:\n    - name: batch\n`],
  ])("%s", async (_, text) => {
    const after = await fixed(MOVED, /containerdMirrorAdd/, text);
    expect(after).toContain("containerdMirrorAdd: false");
    expect(analyze(after).diagnostics.map(({ code }) => code)).not.toContain("spegel/mirror-add-overwrites");
    for (const line of text.trimEnd().split("\n")) expect(after.split("\n")).toContain(line);
  });

  test.each([
    ["the problem is gone", MOVED.replace("/quay.io/", "/../quay.io/")],
    ["the text does not parse", `${MOVED}  nodes: [\n`],
  ])("and refused when %s", async (_, text) => {
    expect(await fixed(MOVED, /containerdMirrorAdd/, text)).toBe("refused: the fix no longer fits the text.");
  });

  const filters = (...items: string[]) => `kind: Cluster
spec:
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          helm_values:
            spegel:
              mirroredRegistries:
${items.map((item) => `                - ${item}\n`).join("")}`;

  test("at the entry that it was shown for, where another has the same problem", async () => {
    const text = filters("quay.io", "ghcr.io");
    const after = await fixed(text, /https:\/\/ghcr\.io/, `${text}  nodes: []\n`);
    expect(after).toBe(`${filters("quay.io", "https://ghcr.io")}  nodes: []\n`);
  });
});
