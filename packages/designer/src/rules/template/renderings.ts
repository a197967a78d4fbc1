import type { HostsTemplate } from "../../agent/extensions.js";
import type { SpecPath } from "../../analysis.js";
import { oncePer } from "../../memoised.js";
import type { Preview } from "../../preview.js";
import { kindOf } from "../hosts/fault-kind.js";
import { findingsIn } from "../hosts/hosts-rule.js";
import type { RuleInput } from "../rule-input.js";
import { type RenderedTemplate, renderedTemplates } from "./template-places.js";

/** What a template yields on one of the role's nodes, which need not be the one whose files are shown. */
export interface Rendering extends RenderedTemplate {
  /** What another text in its place would yield there; null where too much has been tried already. */
  renderAnew(source: string): RenderedTemplate["rendered"] | null;
}

/** What the text of a template yields on every sample node of every role that has it. */
export function renderingsOf(preview: RuleInput, { contentPath }: HostsTemplate): readonly Rendering[] {
  const known = renderingsByPath(preview);
  const key = pathKey(contentPath);
  const users = usersByPath(preview).get(key) ?? [];
  const found = known.get(key) ?? users.flatMap((one) => onEachNode(preview, one));
  known.set(key, found);
  return found;
}

/** Filled as fixes are asked for. */
const renderingsByPath = oncePer((_: RuleInput) => new Map<string, readonly Rendering[]>());

/**
 * Of those that came the same way out of the template, and in which the same was found, only one: what a change of the
 * text does to it, it does to the others.
 */
export function oneOfEach(preview: RuleInput, all: readonly Rendering[]): readonly Rendering[] {
  const likenessOf = likeness(preview);
  return [...new Map(all.map((one) => [likenessOf(one), one])).values()];
}

/** What two renderings have in common that differ in values only. */
const likeness = oncePer((preview: RuleInput) =>
  oncePer(({ file, rendered }: Rendering): string => {
    const way = rendered.segments.map(({ source }) => `${source.start}-${source.end}`);
    const faults = findingsIn(preview)(file).map(kindOf);
    return JSON.stringify([file.path, rendered.ok, way, faults]);
  }),
);

function onEachNode({ trials }: RuleInput, one: RenderedTemplate): Rendering[] {
  const { role, file, template } = one;
  return role.nodes.flatMap((node, index) => {
    const renderAnew = (source: string) => (trials.left-- > 0 ? role.renderOn(node, source) : null);
    if (index === 0) return [{ ...one, renderAnew }];
    const rendered = renderAnew(template.content);
    if (!rendered) return [];
    const content = rendered.ok ? rendered.output : "";
    return [{ ...one, rendered, file: { ...file, content }, renderAnew }];
  });
}

const usersByPath = oncePer((preview: Preview) => {
  const byPath = new Map<string, RenderedTemplate[]>();
  for (const one of renderedTemplates(preview)) {
    const key = pathKey(one.template.contentPath);
    const users = byPath.get(key) ?? [];
    users.push(one);
    byPath.set(key, users);
  }
  return byPath;
});

function pathKey(path: SpecPath): string {
  return JSON.stringify(path);
}
