import { CERTS_D_DIRECTORIES, hostsContent, SPEGEL_ON_NODE } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.js";
import { MONO_INPUT } from "../ui/fields.js";

interface AddOverrideProps {
  readonly taken: readonly string[];
  readonly onAdd: (registry: string, content: string) => void;
}

/** Starts an override for a registry, with this node's Spegel as its first mirror. */
export function AddOverride({ taken, onAdd }: AddOverrideProps) {
  const [registry, setRegistry] = useState("");
  const name = registry.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === "") return;
    onAdd(name, hostsContent([SPEGEL_ON_NODE]));
    setRegistry("");
  };
  return (
    <form onSubmit={submit} className="mt-2 flex gap-2">
      <input
        aria-label="Registry of the new override"
        list="common-registries"
        value={registry}
        onChange={(event) => setRegistry(event.target.value)}
        placeholder="docker.io or _default"
        spellCheck={false}
        autoComplete="off"
        className={`${MONO_INPUT} flex-1`}
      />
      <datalist id="common-registries">
        {CERTS_D_DIRECTORIES.filter((common) => !taken.includes(common)).map((common) => (
          <option key={common} value={common} />
        ))}
      </datalist>
      <Button type="submit" icon={Plus}>
        Add override
      </Button>
    </form>
  );
}
