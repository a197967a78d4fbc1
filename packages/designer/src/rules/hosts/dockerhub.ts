import type { OffsetRange } from "@lookinglass/cluster-spec";
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
    const { one, file, finding } = fault;
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
    const { start, end } = unquoted(finding.range);
    return {
      message: `${file} names ${fault.content.slice(start, end)} as server: Docker Hub's registry is ${finding.expected}.`,
      fixes: () =>
        hostsFix(fault, "rename", `Write ${finding.expected}`, ({ finding: { where, range } }) =>
          where === "server" ? [[{ range: unquoted(range), text: finding.expected }]] : [],
        ),
    };
  },
});

function unquoted({ start, end }: OffsetRange): OffsetRange {
  return { start: start + 1, end: end - 1 };
}
