import type { OffsetRange } from "@lookinglass/cluster-spec";
import { ACTION_FILL, closedActions, maskActions } from "../../forms/hosts-mask.js";
import { memoised } from "../../memoised.js";
import { docs } from "../docs.js";
import { mirrorsOf } from "../node-hosts.js";
import type { Finding, Rule } from "../rule.js";
import { swallowedLines } from "./swallowed-lines.js";
import { type RenderedTemplate, renderedTemplates, templateRange } from "./template-places.js";

export const noMirrors: Rule = {
  code: "template/no-mirrors",
  severity: "warning",
  when: "a template with [host] tables gives a file without any, or gives nothing at all; info where other nodes get mirrors of it",
  explanation:
    "The agent writes the file all the same. In the directory of one registry it hides _default, so that images come from " +
    "the registry itself; in _default it leaves every registry without mirrors. If that is meant, nothing has to be done.",
  docs: docs.goTemplate,
  *check(preview): Iterable<Finding> {
    const files = renderedTemplates(preview).filter(({ file }) => file.path.endsWith("/hosts.toml"));
    const hasMirrors = ({ file }: RenderedTemplate) =>
      OWN_TABLE.test(file.content) || mirrorsOf(preview, file.content)?.length !== 0;
    const useful = new Set(files.filter(hasMirrors).map(({ template }) => template.content));
    for (const one of files) {
      const { file, template, role, rendered } = one;
      const header = hostHeader(template.content);
      const isBlank = file.content.trim() === "";
      if (!rendered.ok || hasMirrors(one) || !(header || (isBlank && writesMore(template.content)))) continue;
      // The reason is told where it stands.
      if (swallowedLines(one).length > 0) continue;
      const outcome = isBlank ? "renders to nothing" : "has no mirror, although its template has";
      yield {
        message: `${file.path} ${outcome}: the conditions or loops around it yield nothing on these nodes.`,
        path: template.contentPath,
        range: templateRange(preview, template, header ?? firstAction(template.content)),
        severity: header && !useful.has(template.content) ? "warning" : "info",
        roles: [role.role.id],
      };
    }
  },
};

/** What nearly every file with mirrors has: it need not be read. */
const OWN_TABLE = /^[ \t]*\[host\./m;

/** Where the template's own text has its first table of a host. */
const hostHeader = memoised((content: string): OffsetRange | null => {
  const match = HOST_HEADER.exec(maskActions(content).masked);
  const name = match?.groups?.header;
  if (!match || name === undefined) return null;
  const start = match.index + match[0].length - name.length;
  return { start, end: start + name.length };
});

const HOST_HEADER = new RegExp(
  `(?:^|${ACTION_FILL})[ \\t]*(?<header>\\[[ \\t]*["']?host["']?[ \\t]*\\.[^\\]\\n]*\\])`,
  "mu",
);

function firstAction(content: string): OffsetRange {
  return closedActions(content)[0] ?? { start: 0, end: 0 };
}

/** More than comments: of those alone template/empty speaks. */
function writesMore(content: string): boolean {
  return /^[^\S\n]*[^#\s]/m.test(content);
}
