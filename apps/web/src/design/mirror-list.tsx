import { type Mirror, type MirrorChange, SPEGEL_ON_NODE, SPEGEL_SERVICE } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { Button } from "../ui/button.js";
import { MirrorRow } from "./mirror-row.js";

const NEW_MIRROR: Mirror = { ...SPEGEL_ON_NODE, url: "https://" };

interface MirrorListProps {
  readonly server: string | null;
  readonly mirrors: readonly Mirror[];
  readonly onChange: (change: MirrorChange, mergeKey?: string) => void;
}

/** The mirrors of one hosts.toml, in the order in which containerd tries them. */
export function MirrorList({ server, mirrors, onChange }: MirrorListProps) {
  const add = (mirror: Mirror) => onChange({ kind: "add-mirror", mirror });
  return (
    <div>
      <ol aria-label="Mirrors, in the order in which they are tried" className="space-y-3">
        {mirrors.map((mirror, index) => (
          <MirrorRow key={index} mirror={mirror} index={index} count={mirrors.length} onChange={onChange} />
        ))}
      </ol>
      {mirrors.length === 0 && (
        <p className="text-xs text-ink-3">No mirrors: every pull goes to its registry.</p>
      )}
      {server !== null && (
        <p className="mt-2 text-xs text-ink-2">
          Last comes the server <span className="font-mono">{server}</span>.
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button small icon={Plus} onClick={() => add(NEW_MIRROR)}>
          Mirror
        </Button>
        <Button small icon={Plus} onClick={() => add(SPEGEL_ON_NODE)}>
          This node’s Spegel
        </Button>
        <Button small icon={Plus} onClick={() => add(SPEGEL_SERVICE)}>
          Spegel service
        </Button>
      </div>
    </div>
  );
}
