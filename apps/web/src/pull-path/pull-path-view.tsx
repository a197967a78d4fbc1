import type { PhaseId, Role, SpecPreview } from "@lookinglass/designer";
import { ImageField } from "./image-field.js";
import { PullPathPanel } from "./pull-path-panel.js";
import { useTrace } from "./use-trace.js";

interface PullPathViewProps {
  readonly analysis: SpecPreview;
  readonly role: Role;
  readonly phase: PhaseId;
  /** Shows a file of certs.d. */
  readonly onFile: (path: string) => void;
}

/** The route that an image takes from a role's node: which image, and whom the node asks for it. */
export default function PullPathView({ analysis, role, phase, onFile }: PullPathViewProps) {
  const trace = useTrace(analysis, role.id, phase);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 border-b border-line px-3 py-2">
        <ImageField value={trace.image} onChange={trace.typeImage} problem={trace.problem} />
      </div>
      <div className="min-h-0 flex-1">
        <PullPathPanel trace={trace} role={role} onFile={onFile} />
      </div>
    </div>
  );
}
