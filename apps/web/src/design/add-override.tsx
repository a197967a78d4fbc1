import { CERTS_D_DIRECTORIES, directoryFault, directoryPurpose, type ScopeForm } from "@lookinglass/designer";
import { Check, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.js";
import { MONO_INPUT } from "../ui/fields.js";

interface AddOverrideProps {
  readonly scope: ScopeForm;
  readonly onAdd: (registry: string) => void;
  /** Opens the override that there is already. */
  readonly onOpen: (registry: string) => void;
  readonly onClose: () => void;
}

/** Which registry an override is for: one of the well-known ones, or any by its name. */
export default function AddOverride({ scope, onAdd, onOpen, onClose }: AddOverrideProps) {
  const taken = new Set(scope.overrides.flatMap(({ registry }) => registry ?? []));
  const choose = (registry: string) => (taken.has(registry) ? onOpen : onAdd)(registry);
  return (
    <fieldset
      aria-label="New override"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="mt-2 min-w-0 rounded-md border border-line bg-sunken p-3"
    >
      <ByName taken={taken} onChoose={choose} />
      <ul aria-label="Well-known registries" className="mt-3 flex flex-wrap gap-1.5">
        {CERTS_D_DIRECTORIES.map((directory) => (
          <li key={directory}>
            <Button
              small
              icon={taken.has(directory) ? Check : Plus}
              aria-label={`${taken.has(directory) ? "Open" : "Add"} ${directory}, ${directoryPurpose(directory)}`}
              onClick={() => choose(directory)}
              className="font-mono"
            >
              {directory}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-2.5 text-xs text-ink-2">
        <span className="font-mono">docker.io</span> is also for images that name no registry (
        <span className="font-mono">nginx:1.27</span>). <span className="font-mono">_default</span> is for
        every registry without a file of its own: nothing of it is merged into the others.
      </p>
      <p className="mt-1.5 text-xs text-ink-3">
        {scope.spegelEnabled.value
          ? "It begins with this node’s Spegel as the first mirror, so that its images go on using Spegel."
          : "Spegel is off here: it begins empty, and no file is written until it has a mirror."}
      </p>
    </fieldset>
  );
}

interface ByNameProps {
  readonly taken: ReadonlySet<string>;
  readonly onChoose: (registry: string) => void;
}

function ByName({ taken, onChoose }: ByNameProps) {
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const name = typed.trim();
  const fault = name === "" ? null : directoryFault(name);
  const told = fault !== null && (checked || fault.suggestion !== undefined);
  const { suggestion } = fault ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name !== "" && fault === null) onChoose(name);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor="new-override" className="block text-xs text-ink-2">
        Registry, as images name it
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id="new-override"
          // The form was opened to type here.
          // biome-ignore lint/a11y/noAutofocus: it opens where the focus is
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChecked(false);
          }}
          aria-invalid={told}
          aria-describedby={told ? "new-override-fault" : undefined}
          placeholder="registry.example.com:5000"
          spellCheck={false}
          autoComplete="off"
          className={`${MONO_INPUT} flex-1`}
        />
        <Button type="submit">{taken.has(name) ? "Open" : "Add"}</Button>
      </div>
      {told && (
        <div
          id="new-override-fault"
          role="alert"
          className="mt-1.5 flex flex-wrap items-center gap-2 text-xs text-error"
        >
          {fault.message}
          {suggestion !== undefined && (
            <Button small onClick={() => setTyped(suggestion)} className="font-mono">
              {suggestion}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
