import { type ConfigKey, configKey, sourceWords } from "../../agent/config-keys.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { type ConfigQuestion, configQuestions, dotted } from "./config-questions.js";
import { renameFixes } from "./config-rename.js";
import { templateRange } from "./template-places.js";

export const configKeyRule: Rule = {
  code: "template/config-key",
  severity: "info",
  when:
    "asks for a `.config` key that is not known to exist, or whose value is not known, and takes a branch by it; " +
    "a warning with a fix where a known key is near",
  explanation:
    "What the agent puts into .config is published in part only. Where a template asks for a key that the preview has " +
    "not, nodes may take another branch than the one shown. If you know the key, add it to the assumed values.",
  docs: docs.goTemplate,
  *check(preview): Iterable<Finding> {
    for (const question of configQuestions(preview)) {
      if (question.isWritten) continue; // template/no-value tells
      const { one, known, near } = question;
      yield {
        ...(near
          ? { severity: "warning", many: "keys of .config are not known to exist; known ones are near." }
          : known
            ? { many: "keys of .config exist, but a spec does not tell their values." }
            : { many: "keys of .config are not known to exist." }),
        message: messageOf(preview, question),
        path: one.template.contentPath,
        range: templateRange(preview, one.template, question.range),
        roles: [one.role.role.id],
        fixes: () => renameFixes(preview, question),
      };
    }
  },
};

function messageOf(preview: Preview, { lookup, known, near }: ConfigQuestion): string {
  const asked = dotted(lookup.path);
  const then = consequence(lookup.branch);
  if (known)
    return `${asked} is a key of the agent's (${sourceWords(known.source)}), but ${whyNot(preview, known)}: ${then}.`;
  if (!near) return `${asked} is not known to exist: ${then}.`;
  const source = near.path[0] === "config" ? configKey(near.path.slice(1)) : null;
  const seen = source ? ` (${sourceWords(source.source)})` : "";
  return `${asked} is not known to exist, ${dotted(near.path)} is${seen}: ${then}.`;
}

function consequence(branch: ConfigQuestion["lookup"]["branch"]): string {
  if (!branch) return "the preview has no value there";
  return `the preview takes the ${branch.isTaken ? branch.kind : "else"} branch`;
}

/** Why the preview has no value for a key that agents have. */
export function whyNot({ spec }: Preview, { path }: ConfigKey): string {
  const name = path.join(".");
  if (name === "cluster.name") return "the spec has no metadata.name";
  if (name.startsWith("kublr_cloud_provider"))
    return "its value is known for locations in AWS and Azure only";
  if (name.startsWith("cluster.network") && spec.cluster.form === "fragment")
    return "a fragment does not tell its value";
  return "a spec does not tell its value";
}
