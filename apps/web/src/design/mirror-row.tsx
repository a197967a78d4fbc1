import { type Mirror, type MirrorChange, SPEGEL_ON_NODE, SPEGEL_SERVICE } from "@lookinglass/designer";
import { classes } from "../ui/classes.js";
import { ORIGINS } from "../ui/origin.js";
import { Flag } from "./flag.js";
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
    <li className="rounded-md bg-sunken px-2.5 pt-1 pb-2">
      <div className="flex items-center gap-2 text-xs">
        <span className="text-ink-3">{index + 1}</span>
        <MirrorKind url={mirror.url} />
        <span className="ml-auto">
          <RowButtons
            name={name}
            index={index}
            count={count}
            onMove={(to) => onChange({ kind: "move-mirror", from: index, to })}
            onRemove={() => onChange({ kind: "remove-mirror", index })}
          />
        </span>
      </div>
      <LiveField
        aria-label={`URL of ${name}`}
        value={mirror.url}
        write={(url) => set({ url }, `url ${index}`)}
        className="w-full"
      />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
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

/** What a mirror is, by its URL. */
function MirrorKind({ url }: { readonly url: string }) {
  const compact = url.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, "{{$1}}");
  const isOnNode = compact === SPEGEL_ON_NODE.url;
  const isSpegel = isOnNode || compact === SPEGEL_SERVICE.url;
  const { ink, dot } = ORIGINS[isSpegel ? "spegel" : "upstream"];
  return (
    <span className={classes("flex items-center gap-1.5 font-medium", ink)}>
      <span className={classes("size-1.5 rounded-full", dot)} />
      {isOnNode ? "This node’s Spegel" : isSpegel ? "Spegel service" : "Mirror"}
    </span>
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
