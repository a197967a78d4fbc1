import { analyze, previewRoles } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import type { Inspection } from "./inspection.js";
import { chooseShown } from "./shown-inspection.js";

const GOOD = "kind: Cluster\nspec: {}\n";
const BROKEN = "kind: Cluster\nspec: {\n";

async function previewed(text: string): Promise<Inspection> {
  return { text, settings: {}, analysis: await previewRoles(text), checked: null };
}

async function checked(text: string): Promise<Inspection> {
  const forms = { scopes: [], catalog: { release: "", values: [] } };
  return { ...(await previewed(text)), checked: { diagnostics: analyze(text).diagnostics, forms } };
}

describe("what is shown", () => {
  test("a preview at once, before anybody knows of problems", async () => {
    const newest = await previewed(GOOD);
    expect(chooseShown(newest, null)).toEqual({ inspection: newest, stale: false });
  });

  test("nothing while nobody knows whether the text parses", async () => {
    expect(chooseShown(await previewed(BROKEN), null)).toBeNull();
    expect(chooseShown(await previewed("a: 1\n"), null)).toBeNull();
  });

  test("a text without a cluster, once it is known to parse", async () => {
    const newest = await checked("a: 1\n");
    expect(chooseShown(newest, await checked(GOOD))).toEqual({ inspection: newest, stale: false });
  });

  test("the last good one while the text does not parse", async () => {
    const good = await checked(GOOD);
    expect(chooseShown(await checked(BROKEN), good)).toEqual({ inspection: good, stale: true });
  });
});
