import { type SpecPath, valueAt, writtenAgents } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import { isMap } from "../../plain-data.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { emptyKey } from "./archive-deprecated.js";

const KEYS = ["kublrAgentRef", "kublrAgentTgzUrl"] as const;

export const agentMisplaced: Rule = {
  code: "agent/misplaced",
  severity: "warning",
  when: "`kublrAgentRef` or `kublrAgentTgzUrl` anywhere but in `spec`",
  explanation:
    "Kublr's pages have the agent's version in spec, for the whole cluster. Nothing shows that a group, the metadata or an " +
    "agent config can name another one.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const { reference, archive } = writtenAgents(preview.spec);
    const data = previewedDocument(preview)?.data;
    const found = misplacedKeys(data);
    const isOnly = !reference && !archive && found.length === 1;
    for (const { owner, key, value } of found) {
      const path = [...owner, key];
      const written = key === "kublrAgentRef" ? reference : archive;
      yield {
        message: `${key} has no effect in ${owner.join(".") || "the document's root"}: its place is spec.${key}.`,
        many: "places name an agent where nothing is known to read it.",
        path,
        atKey: true,
        fixes: () =>
          fixesOf(path, key, {
            empty: isOnly ? emptyKey(data, ["spec", key]) : null,
            isSame: written?.text === value,
          }),
      };
    }
  },
};

interface MisplacedKey {
  readonly owner: SpecPath;
  readonly key: (typeof KEYS)[number];
  readonly value: string;
}

/** Places that name an agent where nothing is known to read it. */
export function misplacedKeys(data: unknown): MisplacedKey[] {
  return owners(data).flatMap((owner) => {
    const map = valueAt(data, owner);
    if (!isMap(map)) return [];
    return KEYS.flatMap((key) => {
      const value = Object.hasOwn(map, key) ? map[key] : null;
      return value === null || typeof value === "object" ? [] : { owner, key, value: String(value) };
    });
  });
}

/** Where people write it. */
function owners(data: unknown): SpecPath[] {
  const nodes = valueAt(data, ["spec", "nodes"]);
  const groups = Array.isArray(nodes) ? nodes.map((_, index): SpecPath => ["spec", "nodes", index]) : [];
  const places: SpecPath[] = [["spec", "master"], ...groups];
  const configs = [["spec"], ...places].map((place): SpecPath => [...place, "kublrAgentConfig"]);
  return [[], ["metadata"], ...places, ...configs];
}

function fixesOf(
  path: SpecPath,
  key: string,
  { empty, isSame }: { readonly empty: SpecEdit[] | null; readonly isSame: boolean },
): FindingFix[] {
  if (empty)
    return [
      { name: "move", title: `Move it to spec.${key}`, edits: [...empty, { path, move: ["spec", key] }] },
    ];
  if (isSame)
    return [{ name: "remove", title: "Remove it: spec says the same", edits: [{ path, remove: true }] }];
  return [];
}
