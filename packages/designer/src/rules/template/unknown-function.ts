import type { TemplateError } from "@lookinglass/go-template";
import { sprigFunctionNames } from "@lookinglass/go-template/sprig-names";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { renderedTemplates, templateRange } from "./template-places.js";

export const unknownFunction: Rule = {
  code: "template/unknown-function",
  severity: "error",
  when: "not in Go's builtins (says if it is a Sprig one, and which setting allows it)",
  explanation:
    "Go refuses a template that calls a function it does not have, and no file is written. Which functions the Kublr agent " +
    "offers is not published: the preview takes Go's own, or Sprig's as well with the setting \"template functions\".",
  docs: docs.goTemplate,
  *check(preview): Iterable<Finding> {
    for (const { role, file, template, rendered } of renderedTemplates(preview)) {
      const name = rendered.ok ? null : undefinedFunction(rendered.error);
      if (rendered.ok || name === null) continue;
      const { offset } = rendered.error;
      yield {
        message: `${file.path} is not written: Go has no function ${name}${hint(name)}.`,
        path: template.contentPath,
        range: templateRange(preview, template, { start: offset, end: offset + name.length }),
        roles: [role.role.id],
      };
    }
  },
};

/** The function that Go does not have, when that is the error. */
export function undefinedFunction({ phase, message }: TemplateError): string | null {
  if (phase !== "parse") return null;
  return /function "([^"]+)" not defined$/.exec(message)?.[1] ?? null;
}

function hint(name: string): string {
  return sprigFunctionNames.has(name)
    ? '; it is one of Sprig\'s, which the setting "template functions" allows'
    : "";
}
