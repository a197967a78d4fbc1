import type { RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import { registryOf } from "../registry-directory.js";
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
      const directories = new Set(
        role.bootstrap.flatMap(({ path, generated }) => (generated ? directoryOf(path) : [])),
      );
      for (const { template, file } of hostsFiles(role)) {
        const hiding = [...directories].find(
          (one) => one !== directoryOf(file) && registryOf(one) === directoryOf(file),
        );
        if (hiding === undefined) continue;
        yield {
          message: `containerd never reads ${file}: ${hiding} serves the images of ${directoryOf(file)} alone.`,
          path: template.pathPath,
          roles: [role.role.id],
        };
      }
    }
  },
};

function hostsFiles({ bootstrap }: RolePreview) {
  return bootstrap.flatMap(({ path, generated, template }) =>
    generated && template ? [{ template, file: path }] : [],
  );
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf("/")));
}
