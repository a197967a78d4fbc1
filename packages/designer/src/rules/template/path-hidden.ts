import type { RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import { isNeverRead, registryOf } from "../registry-directory.js";
import type { Finding, Rule } from "../rule.js";

export const pathHidden: Rule = {
  code: "template/path-hidden",
  severity: "warning",
  when: "files in both directories of a registry with a port: `HOST_PORT_` is read, `HOST:PORT` is not",
  explanation:
    "For a registry with a port containerd looks for HOST_PORT_ first, then for HOST:PORT, then for _default, and reads the " +
    "first directory that exists, alone.",
  docs: docs.containerdHosts,
  *check({ roles }): Iterable<Finding> {
    for (const role of roles) {
      const hiding = hidingDirectories(role);
      if (hiding.size === 0) continue;
      for (const { path, generated, template } of role.bootstrap) {
        const directory = hiding.get(directoryOf(path));
        if (directory === undefined || !generated || !template) continue;
        yield {
          many: "files are never read: those of the directory HOST_PORT_ serve the images of the same registry alone.",
          message: `containerd never reads ${path}: ${directory} serves the images of ${directoryOf(path)} alone.`,
          path: template.pathPath,
          roles: [role.role.id],
        };
      }
    }
  },
};

/** The role's directories that are named HOST_PORT_, by the HOST:PORT whose images they serve. */
function hidingDirectories({ bootstrap }: RolePreview): ReadonlyMap<string, string> {
  const directories = new Map<string, string>();
  for (const { path, generated } of bootstrap) {
    const directory = directoryOf(path);
    const registry = registryOf(directory);
    if (generated && registry !== directory && !isNeverRead(directory)) directories.set(registry, directory);
  }
  return directories;
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf("/")));
}
