import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { renderedTemplates, templateRange } from "./template-places.js";
import { undefinedFunction } from "./unknown-function.js";

export const templateParse: Rule = {
  code: "template/parse",
  severity: "error",
  when: "Go cannot parse the template: Go's own message, at its place in the YAML",
  explanation: "The Kublr agent's templates are Go templates. One that does not parse yields no file.",
  docs: docs.goTemplate,
  check: (preview) => failures(preview, ["parse"]),
};

export const templateExec: Rule = {
  code: "template/exec",
  severity: "error",
  when: "Go cannot execute the template (or it exceeds Lookinglass's limits): Go's own message, at its place in the YAML",
  explanation: "The template parses, but fails with this node's values. No file is written.",
  docs: docs.goTemplate,
  check: (preview) => failures(preview, ["exec", "limit"]),
};

function* failures(preview: Preview, phases: readonly string[]): Iterable<Finding> {
  for (const { role, file, template, rendered } of renderedTemplates(preview)) {
    if (rendered.ok || !phases.includes(rendered.error.phase)) continue;
    if (undefinedFunction(rendered.error) !== null) continue; // template/unknown-function says more
    const { message, offset } = rendered.error;
    yield {
      message: `${file.path} is not written: ${message}`,
      path: template.contentPath,
      range: templateRange(preview, template, restOfAction(template.content, offset)),
      roles: [role.role.id],
    };
  }
}

/** Go says where a fault begins, not where it ends: the action ends there, or the line. */
function restOfAction(text: string, start: number): OffsetRange {
  const length = text.slice(start).search(/(?<=\}\})|\n|$/);
  return { start, end: start + length };
}
