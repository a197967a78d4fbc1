import type { OffsetRange } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../../agent/built-in-templates.js";
import type { SpecPath } from "../../analysis.js";
import type { FindingFix } from "../rule.js";
import { isFreeTarget } from "../template/free-target.js";
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
    const { preview, one, file, finding } = fault;
    if (finding.where === "directory") {
      const { pathPath, target } = one.template;
      const path = finding.expected + target.slice(target.indexOf("/"));
      return {
        message: `containerd never reads ${file}: images of Docker Hub have the registry ${finding.expected}.`,
        path: pathPath,
        fixes: () => (isFreeTarget(preview, pathPath, path) ? [renamed(pathPath, path)] : []),
      };
    }
    const { start, end } = unquoted(finding.range);
    return {
      message: `${file} names ${fault.content.slice(start, end)} as server: Docker Hub's registry is ${finding.expected}.`,
      fixes: () =>
        hostsFix(fault, "rename", `Write ${finding.expected}`, ({ finding: { range, expected } }) => [
          [{ range: unquoted(range), text: expected }],
        ]),
    };
  },
});

function renamed(place: SpecPath, path: string): FindingFix {
  const edits = [{ path: place, value: CERTS_D_TEMPLATES + path }];
  return { name: "rename", title: `Write ${path}`, edits };
}

function unquoted({ start, end }: OffsetRange): OffsetRange {
  return { start: start + 1, end: end - 1 };
}
