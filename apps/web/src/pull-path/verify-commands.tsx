import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button.js";
import { checkCommands } from "./check-commands.js";

interface VerifyCommandsProps {
  /** The image in full. */
  readonly reference: string;
  readonly children?: ReactNode;
}

/** How to see the same on a real node. */
export function VerifyCommands({ reference, children }: VerifyCommandsProps) {
  return (
    <section aria-labelledby="verify-on-node">
      <h3 id="verify-on-node" className="font-semibold">
        Check it on a node
      </h3>
      <ul className="mt-1.5 space-y-2">
        {checkCommands(reference).map(({ tool, command, note }) => (
          <li key={tool}>
            <div className="flex items-start gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-2.5">
              <code className="min-w-0 flex-1 py-1 font-mono text-xs wrap-anywhere">{command}</code>
              <CopyButton label={`Copy the ${tool} command`} text={command} />
            </div>
            <p className="mt-1 text-xs text-ink-2">{note}</p>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
