import type { MirrorHeader } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { type ClipboardEvent, type FormEvent, useId, useRef, useState } from "react";
import { IconButton } from "../ui/button.js";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";
import { nameFault, readHeader, readHeaders, valueFault } from "./header-text.js";

interface NewHeaderProps {
  /** Of the mirror. */
  readonly name: string;
  readonly headers: readonly MirrorHeader[];
  readonly onAdd: (added: readonly MirrorHeader[]) => void;
}

interface Fault {
  readonly field: "name" | "value";
  readonly words: string;
}

const EMPTY = { name: "", value: "" };

/** One more header: its name and its value, each in a field of its own, or both in one as people write them. */
export function NewHeader({ name: mirror, headers, onAdd }: NewHeaderProps) {
  const id = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [fault, setFault] = useState<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: Fault["field"]) =>
    form.current?.querySelector<HTMLInputElement>(`[data-field="${field}"]`)?.focus();
  const add = (added: readonly MirrorHeader[]) => {
    const found = faultOf(added, headers);
    setFault(found);
    if (found) return focus(found.field);
    onAdd(added);
    setTyped(EMPTY);
    focus("name");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = typed.name.trim();
    const value = typed.value.trim();
    const whole = value === "" ? readHeader(name) : null;
    if (whole) return add([whole]);
    // Enter after the name goes on to the value.
    const isNext = value === "" && nameFault(name, headers) === null;
    if (isNext && document.activeElement?.getAttribute("data-field") === "name") return focus("value");
    add([{ name, values: [value] }]);
  };
  const paste = (field: Fault["field"]) => (event: ClipboardEvent) => {
    const pasted = readHeaders(event.clipboardData.getData("text/plain"));
    if (!pasted || typed[field] !== "") return;
    const [first] = pasted;
    // A value with a colon in it is a value, once there is a name for it.
    if (!first || (field === "value" && typed.name.trim() !== "")) return;
    event.preventDefault();
    if (pasted.length > 1) return add(pasted);
    setTyped({ name: first.name, value: first.values[0] ?? "" });
    setFault(null);
    focus("value");
  };
  const fieldOf = (field: Fault["field"]) => ({
    "data-field": field,
    "aria-invalid": fault?.field === field,
    "aria-describedby": fault?.field === field ? `${id}-fault` : undefined,
    value: typed[field],
    onPaste: paste(field),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ ...typed, [field]: event.target.value });
      setFault(null);
    },
    spellCheck: false,
    autoComplete: "off",
  });
  return (
    <form ref={form} onSubmit={submit}>
      <div className="flex items-start gap-1">
        <input
          aria-label={`New header of ${mirror}`}
          placeholder="Authorization"
          {...fieldOf("name")}
          className={classes(MONO_INPUT, "h-6.5 w-2/5")}
        />
        <input
          aria-label={`Value of the new header of ${mirror}`}
          placeholder="Basic …"
          {...fieldOf("value")}
          className={classes(MONO_INPUT, "h-6.5 flex-1")}
        />
        <IconButton small type="submit" icon={Plus} label={`Add the header to ${mirror}`} />
      </div>
      <p id={`${id}-fault`} aria-live="polite" className="mt-1 text-xs text-error empty:hidden">
        {fault?.words}
      </p>
    </form>
  );
}

function faultOf(added: readonly MirrorHeader[], headers: readonly MirrorHeader[]): Fault | null {
  for (const [index, { name, values }] of added.entries()) {
    const ofName = nameFault(name, [...headers, ...added.slice(0, index)]);
    if (ofName !== null) return { field: "name", words: ofName };
    const ofValue = valueFault(values[0] ?? "");
    if (ofValue !== null) return { field: "value", words: ofValue };
  }
  return null;
}
