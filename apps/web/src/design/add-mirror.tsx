import { type HostsEntry, type MirrorChange, NEW_MIRROR, SPEGEL_SERVICE } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.js";
import { MONO_INPUT } from "../ui/fields.js";
import { entryKind } from "./mirror-kind.js";

interface AddMirrorProps {
  readonly spegelOn: boolean;
  readonly listed: readonly HostsEntry[];
  readonly onChange: (change: MirrorChange) => void;
}

const SPEGELS: readonly { readonly title: string; readonly change: MirrorChange }[] = [
  { title: "This node’s Spegel", change: { kind: "add-spegel", on: "node" } },
  { title: "Masters’ Spegel", change: { kind: "add-spegel", on: "masters" } },
  { title: "Spegel service", change: { kind: "add-mirror", mirror: SPEGEL_SERVICE } },
];

/** One more mirror, by its URL, or Spegel with one click. */
export function AddMirror({ spegelOn, listed, onChange }: AddMirrorProps) {
  const titles = listed.map((entry) => entryKind(entry).title);
  return (
    <div className="mt-3">
      <ByUrl onAdd={(url) => onChange({ kind: "add-mirror", mirror: { ...NEW_MIRROR, url } })} />
      <fieldset aria-label="Include Spegel" className="mt-2 flex flex-wrap gap-1.5">
        {SPEGELS.map(({ title, change }) => (
          // The same table twice would void the file.
          <Button
            key={title}
            small
            icon={Plus}
            disabled={titles.includes(title)}
            onClick={() => onChange(change)}
          >
            {title}
          </Button>
        ))}
      </fieldset>
      {!spegelOn && (
        <p className="mt-1.5 text-xs text-ink-3">Spegel is off here: nothing answers at its ports.</p>
      )}
    </div>
  );
}

function ByUrl({ onAdd }: { readonly onAdd: (url: string) => void }) {
  const [typed, setTyped] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const url = typed.trim();
    if (url === "") return;
    // containerd takes a name without a scheme for https, unless it begins with "http".
    onAdd(/^https?:\/\//.test(url) || url.includes("{{") ? url : `https://${url}`);
    setTyped("");
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <input
        aria-label="URL of the new mirror"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder="https://mirror.example.com"
        spellCheck={false}
        autoComplete="off"
        className={`${MONO_INPUT} flex-1`}
      />
      <Button type="submit" icon={Plus}>
        Mirror
      </Button>
    </form>
  );
}
