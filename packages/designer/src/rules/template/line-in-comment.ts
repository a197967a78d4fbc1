import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import { type Rendering, renderingsOf } from "./renderings.js";
import { type SwallowedLine, swallowedLines } from "./swallowed-lines.js";
import { changedFile } from "./template-edits.js";
import { sameLines } from "./template-fix.js";
import { outputRange, type RenderedTemplate, renderedTemplates } from "./template-places.js";

export const lineInComment: Rule = {
  code: "template/line-in-comment",
  severity: "warning",
  when: "a table or key of a template ends up behind a `#` once rendered: a trim marker takes the line break between them",
  explanation:
    "{{- and -}} remove all white space beside them, line breaks included. Behind a comment the next line then becomes a " +
    "part of the comment, and containerd does not see it: a host or a key is missing, and nothing says so on the node.",
  docs: docs.goTemplate,
  *check(preview): Iterable<Finding> {
    for (const one of renderedTemplates(preview)) {
      const { file, template, role } = one;
      if (!file.path.endsWith("/hosts.toml")) continue;
      const seen = new Set<number>();
      for (const line of swallowedLines(one)) {
        if (seen.has(line.source)) continue;
        seen.add(line.source);
        yield {
          message: `${file.path}: the line ${line.text} becomes part of the comment before it: a trim marker removes the line break.`,
          path: template.contentPath,
          range: outputRange(preview, one, line.output),
          roles: [role.role.id],
          fixes: () => keepLineBreak(preview, one, line),
        };
      }
    }
  },
};

/** The trim marker that takes the line break goes, where every file then differs in nothing but that break. */
function keepLineBreak(preview: RuleInput, one: RenderedTemplate, line: SwallowedLine): FindingFix[] {
  const { content, contentPath } = one.template;
  const files = renderingsOf(preview, one.template);
  const value = withoutMarker(content, line).find((text) =>
    files.every((file) => comesOut(file, line, text)),
  );
  if (value === undefined) return [];
  return [
    { name: "keep-line-break", title: "Remove the trim marker", edits: [{ path: contentPath, value }] },
  ];
}

/** The template without one of the markers that may have taken the break: right before the line, or right behind the comment. */
function withoutMarker(content: string, { source, hash }: SwallowedLine): string[] {
  const before = content.slice(0, source);
  const right = /\s-\}\}\s*$/.exec(before);
  const left = /\{\{-\s/.exec(content.slice(hash));
  const texts: string[] = [];
  if (right)
    texts.push(
      `${before.slice(0, right.index)}${before.slice(right.index).replace("-", "")}${content.slice(source)}`,
    );
  if (left) texts.push(`${content.slice(0, hash + left.index + 2)}${content.slice(hash + left.index + 3)}`);
  return texts;
}

function comesOut(file: Rendering, { source }: SwallowedLine, template: string): boolean {
  if (!file.rendered.ok) return true;
  const after = file.renderAnew(template);
  if (!after?.ok) return false;
  const breaks = swallowedLines(file)
    .filter((line) => line.source === source)
    .map(({ output }) => ({ range: { start: output.start, end: output.start }, text: "\n" }));
  return sameLines(changedFile(file.file.content, breaks), after.output);
}
