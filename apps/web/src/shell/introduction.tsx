import { X } from "lucide-react";
import { useDocument } from "../document/document-context.js";
import { IconButton } from "../ui/button.js";
import type { Actions } from "./actions.js";
import { useStored } from "./use-stored.js";

/** Two lines for a first visit, until it is closed or something else than an example is open. */
export function Introduction({
  actions,
}: {
  readonly actions: Pick<Actions, "new" | "import" | "examples">;
}) {
  const [seen, setSeen] = useStored("introduction-seen", (stored) => stored === true);
  const { origin } = useDocument();
  if (seen || origin.kind !== "example") return null;
  return (
    <aside
      aria-label="Introduction"
      className="flex shrink-0 items-start gap-2 border-b border-line bg-info-soft py-2 pr-2 pl-4"
    >
      <p className="min-w-0 flex-1">
        A worked example: change it in forms or in YAML, and see the hosts.toml files that every node gets.{" "}
        <br className="max-sm:hidden" />
        Then <TextButton action={actions.import} text="paste or open your own spec" />,{" "}
        <TextButton action={actions.new} text="begin a new one" />, or{" "}
        <TextButton action={actions.examples} text="open another example" />
        <span className="max-sm:hidden">. While you edit, nothing leaves your browser</span>.
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
