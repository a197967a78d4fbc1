import type { Diagnostic, ListChange } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "../ui/button.js";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";
import { FieldProblems } from "./field-problem.js";
import { LiveField } from "./live-field.js";
import { RowButtons } from "./row-buttons.js";

interface TextListProps {
  /** Of the field for a new item. */
  readonly id?: string;
  /** What an item is, in the middle of a sentence: "filter". */
  readonly item: string;
  readonly items: readonly string[];
  readonly problemsOf: (index: number) => readonly Diagnostic[];
  readonly onChange: (change: ListChange, mergeKey?: string) => void;
  readonly placeholder: string;
  readonly suggestions?: readonly string[];
  /** Items to point out. */
  readonly marked?: readonly number[];
}

/** An ordered list of texts: each is edited in its place, moved and removed; a new one is added at the end. */
export function TextList({ item, items, problemsOf, onChange, marked = [], ...adding }: TextListProps) {
  const list = useRef<HTMLDivElement>(null);
  const focus = (label: string) =>
    list.current?.querySelector<HTMLElement>(`[aria-label="${label}"]:not(:disabled)`)?.focus();
  const move = (from: number, to: number) => {
    onChange({ kind: "move", from, to });
    // The focus goes along, so that the next press moves the same item; at the end there is only the way back.
    const directions = to < from ? ["up", "down"] : ["down", "up"];
    const isEnd = to === 0 || to === items.length - 1;
    focus(`Move ${item} ${to + 1} ${directions[isEnd ? 1 : 0]}`);
  };
  const remove = (index: number) => {
    onChange({ kind: "remove", index });
    if (index === items.length - 1) focus(index === 0 ? `New ${item}` : `${capital(item)} ${index}`);
  };
  return (
    <div ref={list}>
      {items.length > 0 && (
        <ul className="mb-2 space-y-2">
          {items.map((value, index) => (
            <Row
              key={index}
              name={`${item} ${index + 1}`}
              value={value}
              problems={problemsOf(index)}
              isMarked={marked.includes(index)}
              write={(text) => onChange({ kind: "set", index, value: text }, `${item} ${index}`)}
            >
              <RowButtons
                name={`${item} ${index + 1}`}
                index={index}
                count={items.length}
                onMove={(to) => move(index, to)}
                onRemove={() => remove(index)}
              />
            </Row>
          ))}
        </ul>
      )}
      <AddItem item={item} onAdd={(value) => onChange({ kind: "add", value })} {...adding} />
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly problems: readonly Diagnostic[];
  readonly isMarked: boolean;
  readonly write: (text: string) => void;
  readonly children: ReactNode;
}

function Row({ name, value, problems, isMarked, write, children }: RowProps) {
  const problemsId = `${useId()}-problems`;
  return (
    <li>
      <div className="flex items-center gap-1">
        <LiveField
          aria-label={capital(name)}
          aria-invalid={problems.some(({ severity }) => severity === "error")}
          aria-describedby={problems.length > 0 ? problemsId : undefined}
          value={value}
          write={write}
          data-marked={isMarked || undefined}
          className={classes("flex-1", isMarked && "border-spegel bg-spegel-soft")}
        />
        {children}
      </div>
      <FieldProblems id={problemsId} problems={problems} />
    </li>
  );
}

interface AddItemProps {
  readonly id?: string;
  readonly item: string;
  readonly placeholder: string;
  readonly suggestions?: readonly string[];
  readonly onAdd: (value: string) => void;
}

function AddItem({ id, item, placeholder, suggestions = [], onAdd }: AddItemProps) {
  const [value, setValue] = useState("");
  const listId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value === "") return;
    onAdd(value);
    setValue("");
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <input
        id={id}
        aria-label={`New ${item}`}
        list={suggestions.length > 0 ? listId : undefined}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        className={`${MONO_INPUT} flex-1`}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <Button type="submit" icon={Plus}>
        Add {item}
      </Button>
    </form>
  );
}
