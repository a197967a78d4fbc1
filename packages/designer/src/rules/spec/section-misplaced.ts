import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { type MisplacedSection, misplacedSections } from "./misplaced-sections.js";

export const sectionMisplaced: Rule = {
  code: "spec/section-misplaced",
  severity: "warning",
  when: "a kublrAgentConfig, Spegel's settings or extensions at a place that nothing is known to read (`spec.locations[].kublrAgentConfig`, `spec.features.spegel`, `cluster.addon.spegel.enabled` as one key)",
  explanation:
    "Kublr's page has Spegel's settings at cluster.addon.spegel and templates at extensions, both in a kublrAgentConfig: " +
    "that of spec, of spec.master or of a group in spec.nodes. The preview reads them there and nowhere else.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    for (const section of misplacedSections(preview)) {
      yield {
        message: message(section),
        path: section.path,
        atKey: true,
        fixes: () => (section.edits.length > 0 ? [moveTo(section)] : []),
      };
    }
  },
};

/** A key with dots in it is one key, whatever it looks like. */
function message(section: MisplacedSection): string {
  const [path, target] = [section.path.join("."), section.target.join(".")];
  if (path === target)
    return `Nothing is known to read ${section.path.at(-1)} as one key with dots: each part is a level of its own.`;
  return `Nothing is known to read ${path}, so it has no effect here: its place is ${target}.`;
}

function moveTo({ target, edits }: MisplacedSection) {
  return { name: "move", title: `Move it to ${target.join(".")}`, edits };
}
