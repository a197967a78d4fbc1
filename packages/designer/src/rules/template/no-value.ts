import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { whyNot } from "./config-key.js";
import { type ConfigQuestion, dotted, questionsOf } from "./config-questions.js";
import { renameFixes } from "./config-rename.js";
import { noValuePlaces, noValueSource } from "./no-value-places.js";
import { outputRange, renderedTemplates } from "./template-places.js";

export const noValue: Rule = {
  code: "template/no-value",
  severity: "warning",
  when: "renders `<no value>`: names the missing `.config` key, with a fix where a known one is near",
  explanation:
    "Go writes <no value> where a template asks for a key that does not exist. What the agent really puts into .config " +
    "is published in part only: where you know a key, add it to the assumed values.",
  docs: docs.goTemplate,
  *check(preview): Iterable<Finding> {
    for (const one of renderedTemplates(preview)) {
      const places = noValuePlaces(one);
      const questions =
        places.length > 0 ? questionsOf(preview, one).filter(({ isWritten }) => isWritten) : [];
      for (const place of places) {
        const source = noValueSource(one, place);
        const action = source && one.template.content.slice(source.start, source.end);
        const question = source && questions.find(({ lookup }) => isWithin(lookup.source, source));
        yield {
          many: "values are written as <no value>: their keys are not known.",
          message: `${one.file.path} gets <no value>${action ? ` from ${action.trim()}` : ""}: ${reason(preview, question)}.`,
          path: one.template.contentPath,
          range: outputRange(preview, one, place),
          roles: [one.role.role.id],
          ...(question ? { fixes: () => renameFixes(preview, question) } : {}),
        };
      }
    }
  },
};

function isWithin(inner: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function reason(preview: Preview, question: ConfigQuestion | undefined): string {
  if (question?.known) return `the agent has the key, but ${whyNot(preview, question.known)}`;
  const near = question?.near ? `; ${dotted(question.near.path)} is` : "";
  return `the key is not known${near}`;
}
