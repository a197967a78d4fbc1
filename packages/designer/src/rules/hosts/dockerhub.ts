import { CERTS_D_TEMPLATES } from "../../agent/built-in-templates.js";
import { hostsFix } from "./hosts-fix.js";
import { hostsRule } from "./hosts-rule.js";

export const dockerhub = hostsRule({
  code: "dockerhub",
  severity: "warning",
  when: "directory or server `docker.io` variants (`index.docker.io`, `registry-1.docker.io`) that never match",
  explanation:
    "Images of Docker Hub have the registry docker.io, so containerd looks for the directory docker.io and no other. The " +
    "registry itself answers at registry-1.docker.io.",
  word(fault) {
    const { one, content, file, finding } = fault;
    if (finding.where === "directory") {
      const { pathPath, target } = one.template;
      const path = finding.expected + target.slice(target.indexOf("/"));
      return {
        message: `containerd never reads ${file}: images of Docker Hub have the registry ${finding.expected}.`,
        path: pathPath,
        fixes: () => [
          {
            name: "rename",
            title: `Write ${path}`,
            edits: [{ path: pathPath, value: CERTS_D_TEMPLATES + path }],
          },
        ],
      };
    }
    const { start, end } = finding.range;
    const range = { start: start + 1, end: end - 1 };
    return {
      message: `${file} names ${content.slice(range.start, range.end)} as server: Docker Hub's registry is ${finding.expected}.`,
      fixes: () =>
        hostsFix(fault, "rename", `Write ${finding.expected}`, [{ range, text: finding.expected }]),
    };
  },
});
