import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { outputRange, renderedTemplates } from "./template-places.js";

const NO_VALUE = "<no value>";

export const noValue: Rule = {
  code: "template/no-value",
  severity: "warning",
  when: "renders `<no value>`: names the missing `.config` key",
  explanation:
    "Go writes <no value> where a template asks for a key that does not exist. What the agent really puts into .config " +
    "is not published: where you know a key, add it to the assumed values.",
  docs: docs.goTemplate,
  *check(preview): Iterable<Finding> {
    for (const one of renderedTemplates(preview)) {
      const { rendered, template, role, file } = one;
      if (!rendered.ok || template.content.includes(NO_VALUE)) continue;
      for (
        let at = rendered.output.indexOf(NO_VALUE);
        at >= 0;
        at = rendered.output.indexOf(NO_VALUE, at + 1)
      ) {
        const end = at + NO_VALUE.length;
        const segment = rendered.segments.find(({ output }) => output.start <= at && end <= output.end);
        const action = segment && template.content.slice(segment.source.start, segment.source.end);
        yield {
          many: "values are written as <no value>: their keys are not known.",
          message: `${file.path} gets <no value>${action ? ` from ${action.trim()}` : ""}: the key is not known.`,
          path: template.contentPath,
          range: outputRange(preview, one, { start: at, end }),
          roles: [role.role.id],
        };
      }
    }
  },
};
