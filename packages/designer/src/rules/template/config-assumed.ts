import type { ConfigLookup } from "../../agent/config-lookups.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { dotted } from "./config-questions.js";
import { renderedTemplates, templateRange } from "./template-places.js";

/** What stands in place of a key of ours, as far as anything does. */
const INSTEAD: Readonly<Record<string, string>> = {
  master_address_ips:
    "Agent 1.8 had master_addresses; which form it has today is not published. Look at .config on a master before you rely on it.",
  node_name: "What is known of a node is .config.node_address_ip, .config.node_group and .config.is_master.",
};

export const configAssumed: Rule = {
  code: "template/config-assumed",
  severity: "info",
  when: "reads `.config.master_address_ips` or `.config.node_name`, which only the preview is known to have",
  explanation:
    "The preview gives templates these keys so that they can be tried. No public source shows that Kublr's agent has them: " +
    "without them a `range` writes nothing and a value is <no value>. Where you know that your agent has one, add it to the " +
    "assumed values.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    for (const one of renderedTemplates(preview)) {
      for (const { path, isFound, start, source } of one.file.lookups) {
        if (!isFound || !isAssumed(path, one.role.assumedKeys)) continue;
        const name = String(path.at(-1));
        yield {
          many: "keys of .config are Lookinglass's own.",
          message:
            `${dotted(path)} is Lookinglass's own: no public source shows that the agent has it. ${INSTEAD[name] ?? ""}`.trim(),
          path: one.template.contentPath,
          range: templateRange(preview, one.template, { start, end: source.end }),
          roles: [one.role.role.id],
        };
      }
    }
  },
};

function isAssumed([root, name, ...rest]: ConfigLookup["path"], keys: readonly string[]): boolean {
  return root === "config" && rest.length === 0 && keys.includes(String(name));
}
