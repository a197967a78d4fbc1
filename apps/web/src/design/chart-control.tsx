import { useEngine } from "../engine/engine-context.js";
import { classes } from "../ui/classes.js";
import type { ChartEntry } from "./chart-entry.js";
import type { ChartRowContext } from "./chart-row.js";
import { FieldProblems, type ToldProblems } from "./field-problem.js";
import { itemPlace, problemsOf, valueProblems } from "./field-problems.js";
import { CheckedField, type FieldWrite } from "./live-field.js";
import { TextList } from "./text-list.js";

interface ChartControlProps extends ChartRowContext {
  readonly id: string;
  readonly entry: ChartEntry;
  /** What the value is called in the form. */
  readonly name: string;
  /** What is wrong with it. */
  readonly told: ToldProblems;
}

/** The field of a value by its type; a switch stands beside its label instead. */
export function ChartControl(props: ChartControlProps) {
  const { value, field } = props.entry;
  if (value.type === "array<string>") return <ListControl {...props} />;
  if (value.type === "object" || value.type === "array<object>") return <YamlControl {...props} />;
  return <ScalarControl key={field.keys.join(".")} {...props} />;
}

function ScalarControl({ id, entry, told, onChange }: ChartControlProps) {
  const { value, field } = entry;
  const isNumber = value.type === "integer";
  const write: FieldWrite = (text) => {
    if (isNumber && !isWholeNumber(text)) return "This has to be a whole number.";
    const next = isNumber ? Number(text) : text;
    onChange({ kind: "set-chart-value", keys: field.keys, value: next }, "value");
    return null;
  };
  return (
    <CheckedField
      id={id}
      value={scalarText(field.value === undefined ? value.default : field.value)}
      write={write}
      invalid={told.invalid}
      describedBy={classes(`${id}-about`, told.describedBy)}
      placeholder={field.value === null ? "unset (null)" : "empty"}
      suggestions={value.choices}
      inputMode={isNumber ? "numeric" : undefined}
      className={isNumber ? "w-28" : "w-full"}
    />
  );
}

/** As many digits as a number keeps exactly. */
function isWholeNumber(text: string): boolean {
  return /^-?\d{1,15}$/.test(text);
}

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function YamlControl({ id, entry, told, onChange }: ChartControlProps) {
  const engine = useEngine();
  const { value, field } = entry;
  const write: FieldWrite = async (text) => {
    const read = await engine.readYaml(text, value.type);
    if (!read.ok) return read.message;
    onChange({ kind: "set-chart-value", keys: field.keys, value: read.value }, "value");
    return null;
  };
  const isSet = field.value !== undefined && field.value !== null;
  // Maps are laid over the default, lists take its place: a list is changed from what it is.
  const text = isSet ? field.text : field.value === null || value.type === "object" ? "" : value.defaultText;
  return (
    <>
      <CheckedField
        id={id}
        value={text}
        write={write}
        lines={Math.min(12, Math.max(2, text.split("\n").length))}
        invalid={told.invalid}
        describedBy={classes(`${id}-about`, told.describedBy)}
        placeholder={value.type === "object" ? "key: value" : "- key: value"}
      />
      {value.type === "object" && value.defaultText !== "{}" && (
        <p className="mt-1 text-xs text-ink-2">Added to the default; a key left out here keeps its own.</p>
      )}
    </>
  );
}

const NO_TEXTS: readonly string[] = [];

function ListControl({ id, entry, name, diagnostics, onChange }: ChartControlProps) {
  const { value, field } = entry;
  const initial = textsOf(value.default) ?? NO_TEXTS;
  const items = field.value === undefined || field.value === null ? initial : textsOf(field.value);
  const ofItem = (index: number) => problemsOf(diagnostics, itemPlace(field, index));
  if (items === null)
    return <p className="text-xs text-ink-2">This is not a list of texts: edit it in the spec.</p>;
  const ofItems = items.flatMap((_, index) => ofItem(index));
  return (
    <>
      <TextList
        id={id}
        item={ITEMS.get(value.path) ?? `item of ${name}`}
        items={items}
        problemsOf={ofItem}
        placeholder={value.path.endsWith("ontrolledResources") ? "memory" : "https://registry.example.com"}
        suggestions={value.choices.filter((choice) => !items.includes(choice))}
        onChange={(change, mergeKey) =>
          onChange({ kind: "change-list", keys: field.keys, initial, change }, mergeKey)
        }
      />
      <FieldProblems
        id={`${id}-problems`}
        problems={valueProblems(diagnostics, field).filter((problem) => !ofItems.includes(problem))}
      />
    </>
  );
}

/** What the items of a list are called. */
const ITEMS: ReadonlyMap<string, string> = new Map([
  ["spegel.mirroredRegistries", "registry"],
  ["spegel.registries", "registry"],
  ["spegel.additionalMirrorTargets", "target"],
  ["spegel.additionalMirrorRegistries", "target"],
  ["verticalPodAutoscaler.controlledResources", "resource"],
]);

function textsOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
}
