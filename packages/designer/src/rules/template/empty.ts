import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const empty: Rule = {
  code: "template/empty",
  severity: "info",
  when: "empty content: the file is not generated at all; comments-only gives a file with no mirrors",
  explanation:
    "The agent generates no file from an empty template, and a file without mirrors from one with comments only. " +
    "In the directory of one registry such a file also hides _default: that registry's images come from nowhere else.",
  docs: docs.kublr,
  *check({ roles }): Iterable<Finding> {
    for (const { role, bootstrap } of roles) {
      for (const { path, template } of bootstrap) {
        if (!template || !path.endsWith("/hosts.toml") || /^[^\S\n]*[^#\s]/m.test(template.content)) continue;
        const outcome =
          template.content === ""
            ? "is empty, so it is not generated at all"
            : "has comments only: it is generated, with no mirrors";
        yield {
          message: `${path} ${outcome}.`,
          path: template.contentPath,
          roles: [role.id],
        };
      }
    }
  },
};
