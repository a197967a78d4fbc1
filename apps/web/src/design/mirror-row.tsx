import type { Mirror, MirrorChange } from "@lookinglass/designer";
import { LiveField } from "./live-field.js";
import { RowButtons } from "./row-buttons.js";

/** What a mirror may be used for; containerd knows `push` too, which nodes do not do. */
const CAPABILITIES = ["pull", "resolve"] as const;

interface MirrorRowProps {
  readonly mirror: Mirror;
  readonly index: number;
  readonly count: number;
  readonly onChange: (change: MirrorChange, mergeKey?: string) => void;
}

export function MirrorRow({ mirror, index, count, onChange }: MirrorRowProps) {
  const name = `mirror ${index + 1}`;
  const set = (values: Partial<Mirror>, mergeKey?: string) =>
    onChange({ kind: "set-mirror", index, set: values }, mergeKey);
  return (
    <li className="rounded-md bg-sunken p-2">
      <div className="flex items-center gap-1">
        <LiveField
          aria-label={`URL of ${name}`}
          value={mirror.url}
          write={(url) => set({ url }, `url ${index}`)}
          className="flex-1"
        />
        <RowButtons
          name={name}
          index={index}
          count={count}
          onMove={(to) => onChange({ kind: "move-mirror", from: index, to })}
          onRemove={() => onChange({ kind: "remove-mirror", index })}
        />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-xs">
        <Capabilities mirror={mirror} name={name} onSet={(capabilities) => set({ capabilities })} />
        <span className="flex items-center gap-1.5 text-ink-2">
          <span aria-hidden>Dial timeout</span>
          <LiveField
            aria-label={`Dial timeout of ${name}`}
            value={mirror.dialTimeout ?? ""}
            placeholder="30s"
            write={(text) => set({ dialTimeout: text === "" ? null : text }, `dial ${index}`)}
            className="h-6.5 w-18"
          />
        </span>
        <Flag
          label="Override path"
          checked={mirror.overridePath === true}
          onSet={(on) => set({ overridePath: on ? true : null })}
        />
        <Flag
          label="Skip verify"
          checked={mirror.skipVerify === true}
          onSet={(on) => set({ skipVerify: on ? true : null })}
        />
        {mirror.ca !== null && <span className="font-mono text-ink-3">ca {mirror.ca}</span>}
      </div>
    </li>
  );
}

interface CapabilitiesProps {
  readonly mirror: Mirror;
  readonly name: string;
  readonly onSet: (capabilities: readonly string[]) => void;
}

/** Without the key a mirror has every capability; a change writes the key. */
function Capabilities({ mirror, name, onSet }: CapabilitiesProps) {
  const written = mirror.capabilities ?? CAPABILITIES;
  const toggle = (capability: string, on: boolean) =>
    onSet(on ? [...written, capability] : written.filter((other) => other !== capability));
  return (
    <fieldset aria-label={`Capabilities of ${name}`} className="flex gap-3">
      {CAPABILITIES.map((capability) => (
        <Flag
          key={capability}
          label={capability}
          checked={written.includes(capability)}
          onSet={(on) => toggle(capability, on)}
        />
      ))}
    </fieldset>
  );
}

interface FlagProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onSet: (checked: boolean) => void;
}

function Flag({ label, checked, onSet }: FlagProps) {
  return (
    <label className="flex min-h-6 items-center gap-1.5 text-ink-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onSet(event.target.checked)}
        className="size-3.5 accent-ink"
      />
      {label}
    </label>
  );
}
