import type { Preview, RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { type SetAsideFile, setAsideFiles } from "./kept-files.js";
import { keepingFixes } from "./mirror-add-overwrites.js";

export const backupOnlyOnce: Rule = {
  code: "spegel/backup-only-once",
  severity: "warning",
  when:
    "as above, and the text differs from the imported one: Spegel backs up only on its first run, so later changes to " +
    "these files are deleted without a copy",
  explanation:
    "Spegel fills _backup when it first starts on a node. Whatever the agent writes under certs.d after that is deleted at " +
    "Spegel's next start, and _backup keeps the old text, which prependExisting then goes on using.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    const before = preview.roles.some(({ spegel }) => spegel.mirrorAdd) ? preview.imported?.() : null;
    if (!before) return;
    const oldRoles = new Map(before.roles.map((role) => [role.role.id, role]));
    for (const role of preview.roles) {
      const old = oldRoles.get(role.role.id);
      if (!old?.spegel.mirrorAdd) continue;
      for (const { path, one } of changedFiles(preview, role, old)) {
        yield {
          many: "new files are deleted at Spegel's next start on nodes where it has run, and _backup keeps the old ones.",
          message: `On nodes where Spegel has run, this new ${path} is deleted at its next start, and _backup keeps the old one.`,
          path: one.template.specPath,
          atKey: true,
          roles: [role.role.id],
          // With prependExisting Spegel would go on using the old file.
          fixes: () => keepingFixes(preview).filter(({ name }) => name !== "prepend"),
        };
      }
    }
  },
};

/** The role's files that Spegel would move aside, had it not run there with other files before. */
function changedFiles(preview: Preview, role: RolePreview, old: RolePreview): SetAsideFile[] {
  const before = new Map(old.bootstrap.map(({ path, content }) => [path, content]));
  return setAsideFiles(preview, role).filter(({ path, one }) => before.get(path) !== one.file.content);
}
