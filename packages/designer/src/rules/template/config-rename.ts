import type { ConfigLookup } from "../../agent/config-lookups.js";
import type { FindingFix } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import { type ConfigQuestion, dotted } from "./config-questions.js";
import { type RenderedTemplate, renderedTemplates } from "./template-places.js";

/** Writes the known key wherever the template asks for the other one; none where it could not be rendered then. */
export function renameFixes(preview: RuleInput, { one, lookup, near }: ConfigQuestion): FindingFix[] {
  if (!near) return [];
  const { content, contentPath } = one.template;
  const places = placesOf(preview, one, lookup);
  const edits = [...places.values()].map((each) => replacement(content, each, near));
  const known = edits.flatMap((edit) => edit ?? []);
  if (known.length < edits.length) return [];
  const value = known
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, name }) => text.slice(0, start) + name + text.slice(end), content);
  if (one.rendered.ok && !rendersStill(preview, one, value)) return [];
  const title = `Write ${dotted(near.path)}`;
  return [{ name: "known-key", title, edits: [{ path: contentPath, value }] }];
}

function rendersStill({ trials }: RuleInput, { role }: RenderedTemplate, source: string): boolean {
  const [node] = role.nodes;
  return trials.left-- > 0 && role.renderOn(node, source).ok;
}

/** Where the same key is asked for in the text, on the nodes of any role that has it. */
function placesOf(
  preview: RuleInput,
  { template }: RenderedTemplate,
  { path }: ConfigLookup,
): ReadonlyMap<number, ConfigLookup> {
  const asked = dotted(path);
  const text = JSON.stringify(template.contentPath);
  const users = renderedTemplates(preview).filter(
    (each) => JSON.stringify(each.template.contentPath) === text,
  );
  const lookups = users.flatMap(({ file }) => file.lookups);
  return new Map(
    lookups.flatMap((each) =>
      !each.isFound && dotted(each.path) === asked ? [[each.source.start, each]] : [],
    ),
  );
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** A name for a name, or a whole chain for a chain; null where a value gives the name. */
function replacement(
  content: string,
  { path, source, start }: ConfigLookup,
  near: NonNullable<ConfigQuestion["near"]>,
): Replacement | null {
  const key = String(path.at(-1));
  const written = content.slice(source.start, source.end);
  const isField = written === key && content[source.start - 1] === ".";
  const quote = /^["`]/.exec(written)?.[0] ?? "";
  const isLiteral = quote !== "" && written === quote + key + quote;
  if (near.kind === "same-map") {
    if (!isField && !isLiteral) return null;
    const name = String(near.path.at(-1));
    return { ...source, name: isField ? name : quote + name + quote };
  }
  if (!isField) return null;
  const chain = content.slice(start, source.end);
  const isWhole = chain === dotted(path);
  // Behind a pipeline in parentheses the chain does not begin where its fields do.
  if (!isWhole && content[start - 1] === ")") return null;
  return { start, end: source.end, name: `${isWhole ? "" : "$"}${dotted(near.path)}` };
}
