import { type OffsetRange, valueAt } from "@lookinglass/cluster-spec";
import { type ConfigKey, configKey, configKeys, sourceWords } from "../agent/config-keys.js";
import { isMap, type PlainMap } from "../plain-data.js";
import type { Completion, Hover } from "./completion.js";
import { hostsCompletions, hostsHover } from "./hosts-assist.js";
import { article, code, sentence, shortJson } from "./markdown.js";
import { type Action, endsInQuotes, templateActions } from "./template-actions.js";
import { chainBefore, dotAt, type FieldChain, follow, type Known } from "./template-dot.js";
import { type TemplateWord, templateFunctions, templateKeywords } from "./template-words.js";

/** A template at the cursor, and what it is rendered with. */
export interface TemplateContext {
  readonly source: string;
  readonly offset: number;
  /** It writes a hosts.toml. */
  readonly isHostsFile: boolean;
  /** What templates see as `.` at their start; on demand, for it takes the whole pipeline. */
  readonly data: () => TemplateData;
  readonly functions: "go" | "sprig";
  /** The release that reads the file. */
  readonly containerdVersion: string;
}

export interface TemplateData {
  readonly value: unknown;
  /** Name of the sample node that it belongs to. */
  readonly node: string;
}

/** Completions in a template: fields, functions and keywords in its actions, keys of hosts.toml in its text. */
export function templateCompletions(context: TemplateContext): Completion[] {
  const { source, offset } = context;
  const actions = templateActions(source);
  const action = actionAt(actions, offset);
  if (!action) return context.isHostsFile ? hostsCompletions(source, offset, context.containerdVersion) : [];
  const before = source.slice(action.start, offset);
  if (!isReadable(action) || endsInQuotes(before)) return [];
  const { end } = wordAround(source, action, offset);
  const chain = chainBefore(before);
  if (chain) return fieldCompletions(context, actions, chain, end);
  const word = /(?<![\w$.)])[\p{L}_][\p{L}\p{Nd}_]*$|(?<=^|[\s(|{-])$/u.exec(before)?.[0];
  return word === undefined ? [] : wordCompletions(context, before, { start: offset - word.length, end });
}

/** What is known of the word of a template at an offset. */
export function templateHover(context: TemplateContext): Hover | null {
  const { source, offset } = context;
  const actions = templateActions(source);
  const action = actionAt(actions, offset);
  if (!action) return context.isHostsFile ? hostsHover(source, offset) : null;
  if (!isReadable(action)) return null;
  const range = wordAround(source, action, offset);
  const upToEnd = source.slice(action.start, range.end);
  if (range.start === range.end || endsInQuotes(upToEnd)) return null;
  const chain = chainBefore(upToEnd);
  const markdown = chain
    ? describeChain(context, actions, chain)
    : describeWord(context, source.slice(range.start, range.end), source[range.start - 1]);
  return markdown === null ? null : { range, markdown };
}

function wordAround(source: string, { start, end }: Action, offset: number): OffsetRange {
  const typed = /[\p{L}\p{Nd}_]*$/u.exec(source.slice(start, offset))?.[0].length ?? 0;
  const rest = /^[\p{L}\p{Nd}_]*/u.exec(source.slice(offset, end))?.[0].length ?? 0;
  return { start: offset - typed, end: offset + rest };
}

/** Longer ones are nobody's handiwork, and would take long to read. */
const MAX_ACTION_LENGTH = 2_000;

function actionAt(actions: readonly Action[], offset: number): Action | undefined {
  return actions.find(({ start, end }) => start <= offset && offset <= end);
}

function isReadable({ start, end, isComment }: Action): boolean {
  return !isComment && end - start <= MAX_ACTION_LENGTH;
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

function fieldCompletions(
  context: TemplateContext,
  actions: readonly Action[],
  chain: FieldChain,
  end: number,
): Completion[] {
  const data = context.data();
  const typed = chain.names.at(-1) ?? "";
  const parent = chainValue(context, actions, data, { ...chain, names: chain.names.slice(0, -1) });
  if (!isMap(parent?.value)) return [];
  const { value: map } = parent;
  const path = pathOf(data, map);
  const others = path === null ? [] : configKeysAt(path).filter((name) => !Object.hasOwn(map, name));
  return [...Object.keys(map), ...others]
    .filter((name) => IDENTIFIER.test(name))
    .map((name) => ({
      label: name,
      kind: "config-field",
      insertText: name,
      replace: { start: context.offset - typed.length, end },
      detail: Object.hasOwn(map, name) ? shortJson(map[name]) : "value not known",
      documentation: describeField([...chain.names.slice(0, -1), name], map[name], {
        node: data.node,
        key: path && configKey([...path, name]),
      }),
    }));
}

/** Where a map stands below `.config`; null where it does not, or is deeper than any key that is known. */
function pathOf({ value }: TemplateData, map: PlainMap): readonly string[] | null {
  const config = isMap(value) ? value.config : null;
  const levels = [[], ...configKeys.map(({ path }) => path)];
  return levels.find((path) => valueAt(config, path) === map) ?? null;
}

function configKeysAt(level: readonly string[]): string[] {
  return configKeys.flatMap(({ path }) =>
    path.length === level.length + 1 && level.every((name, index) => path[index] === name)
      ? (path.at(-1) ?? [])
      : [],
  );
}

function chainValue(
  { source, offset }: TemplateContext,
  actions: readonly Action[],
  { value }: TemplateData,
  { fromRoot, names }: FieldChain,
): Known {
  return follow(fromRoot ? { value } : dotAt(source, actions, offset, value), names);
}

function wordCompletions(context: TemplateContext, before: string, replace: OffsetRange): Completion[] {
  const isFirst = /^-?\s*[\p{L}\p{Nd}_]*$/u.test(before);
  const words = [...(isFirst ? templateKeywords : []), ...templateFunctions(context.functions)];
  const completions = words.map(
    (word): Completion => ({
      label: word.name,
      kind: "function",
      insertText: word.name,
      replace,
      detail: word.usage,
      documentation: describe(word),
    }),
  );
  const config: Completion = {
    label: ".config",
    kind: "config-field",
    insertText: ".config",
    replace,
    detail: "agent config and facts of the node",
    documentation: article(".config", "", CONFIG_DOCS),
  };
  return [config, ...completions];
}

const CONFIG_DOCS =
  "The node's effective agent config, what Kublr adds to it, and facts about the node. `.config.node_address_ip` is documented by " +
  "Kublr, others were seen in agent 1.8; the agent's own defaults may add more.";

function describeChain(
  context: TemplateContext,
  actions: readonly Action[],
  chain: FieldChain,
): string | null {
  const data = context.data();
  const parent = chainValue(context, actions, data, { ...chain, names: chain.names.slice(0, -1) });
  const name = chain.names.at(-1) ?? "";
  if (!isMap(parent?.value)) {
    const found = chainValue(context, actions, data, chain);
    return found && describeField(chain.names, found.value, { node: data.node, key: null });
  }
  const { value: map } = parent;
  const path = pathOf(data, map);
  const key = path && configKey([...path, name]);
  if (!key && !Object.hasOwn(map, name)) return null;
  return describeField(chain.names, map[name], { node: data.node, key });
}

interface FieldFacts {
  /** Name of the sample node that the value belongs to. */
  readonly node: string;
  /** What is known of the field, if it is one of an agent's. */
  readonly key: ConfigKey | null;
}

/** A value that is not there is that of a key which a spec does not tell. */
function describeField(names: readonly string[], value: unknown, { node, key }: FieldFacts): string {
  if (names.length === 1 && names[0] === "config") return article(".config", "", CONFIG_DOCS);
  const here =
    value === undefined
      ? "The preview has no value for it here."
      : `On ${code(node)}: ${code(shortJson(value))}`;
  return article(`.${names.join(".")}`, "", key && aboutKey(key), here);
}

function aboutKey({ docs, source, filled }: ConfigKey): string {
  const value = filled === null ? "a spec does not tell its value" : `the preview takes ${filled}`;
  return `${docs} ${sentence(sourceWords(source))} ${sentence(value)}`;
}

function describeWord({ functions }: TemplateContext, name: string, before = ""): string | null {
  if (before === "$" || before === ".") return null;
  const words = [...templateKeywords, ...templateFunctions(functions)];
  const word = words.find((each) => each.name === name);
  return word ? describe(word) : null;
}

function describe({ usage, docs }: TemplateWord): string {
  return article(usage, "", docs);
}
