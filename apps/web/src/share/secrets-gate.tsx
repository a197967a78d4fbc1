import type { FoundSecret } from "@lookinglass/designer";
import { Eraser } from "lucide-react";
import { Button } from "../ui/button.js";
import { Notice } from "../ui/notice.js";

interface SecretsGateProps {
  readonly found: readonly FoundSecret[];
  readonly acknowledged: boolean;
  readonly onAcknowledge: (acknowledged: boolean) => void;
  readonly onReveal: (line: number) => void;
  readonly onRemoveSecrets: () => void;
}

/** May a text with these findings be shared? Secrets never; what looks like a credential once its owner says so. */
export function mayShare(found: readonly FoundSecret[], acknowledged: boolean): boolean {
  return found.length === 0 || (acknowledged && found.every(({ kind }) => kind === "credential"));
}

/** What must not be shared, or only knowingly, with its places; shown before anything leaves the browser. */
export function SecretsGate(props: SecretsGateProps) {
  const { found, acknowledged, onAcknowledge, onReveal, onRemoveSecrets } = props;
  const secrets = found.filter(({ kind }) => kind === "secret-document");
  const credentials = found.filter(({ kind }) => kind === "credential");
  return (
    <>
      {secrets.length > 0 && (
        <Notice severity="error">
          <p className="font-medium">Kubernetes Secrets are never shared</p>
          <Places found={secrets} onReveal={onReveal} />
          <Button small icon={Eraser} onClick={onRemoveSecrets} className="mt-2">
            Remove {secrets.length === 1 ? "it" : `all ${secrets.length}`} from the text
          </Button>
        </Notice>
      )}
      {credentials.length > 0 && (
        <Notice severity="warning">
          <p className="font-medium">These look like credentials: whoever has the link can read them</p>
          <Places found={credentials} onReveal={onReveal} />
          {secrets.length === 0 && (
            <label className="mt-2 flex items-center gap-2">
              <input
                type="checkbox"
                checked={acknowledged}
                onChange={(event) => onAcknowledge(event.target.checked)}
                className="size-4 shrink-0"
              />
              I have looked at them; they may be shared
            </label>
          )}
        </Notice>
      )}
    </>
  );
}

function Places({ found, onReveal }: Pick<SecretsGateProps, "found" | "onReveal">) {
  return (
    <ul className="mt-1 max-h-32 overflow-auto">
      {found.map(({ description, range }) => (
        <li key={`${range.start.line}:${range.start.column}`} className="flex items-baseline gap-2">
          <button
            type="button"
            onClick={() => onReveal(range.start.line)}
            className="min-h-6 shrink-0 px-1 text-xs font-medium underline"
          >
            Line {range.start.line}
          </button>
          <span className="min-w-0 break-words">{description}</span>
        </li>
      ))}
    </ul>
  );
}
