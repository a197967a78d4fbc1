import { X } from "lucide-react";
import { IconButton } from "../ui/button.js";
import type { Actions } from "./actions.js";
import { useStored } from "./use-stored.js";

/** Two lines for a first visit; once closed they do not come back. */
export function Introduction({ actions }: { readonly actions: Pick<Actions, "import" | "examples"> }) {
  const [seen, setSeen] = useStored("introduction-seen", (stored) => stored === true);
  if (seen) return null;
  return (
    <aside
      aria-label="Introduction"
      className="flex shrink-0 items-start gap-2 border-b border-line bg-info-soft py-2 pr-2 pl-4"
    >
      <p className="min-w-0 flex-1">
        This is a worked example. Change it in forms or in YAML, and see at once the hosts.toml files that
        every kind of node gets, before and after Spegel starts.
        <br />
        Then <TextButton action={actions.import} text="paste or open your own spec" />, or{" "}
        <TextButton action={actions.examples} text="open another example" />. While you edit, nothing leaves
        your browser.
      </p>
      <IconButton small icon={X} label="Close the introduction" onClick={() => setSeen(true)} />
    </aside>
  );
}

function TextButton({ action, text }: { readonly action: Actions["import"]; readonly text: string }) {
  return (
    <button type="button" onClick={action.run} className="font-medium text-focus underline">
      {text}
    </button>
  );
}
