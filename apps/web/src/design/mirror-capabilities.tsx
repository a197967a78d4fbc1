import { Flag } from "./flag.js";
import type { MirrorPartProps } from "./mirror-details.js";
import { useWanted } from "./use-wanted.js";

/** What a mirror may be used for, and what that means for a node. */
const CAPABILITIES = [
  { name: "pull", effect: "images by digest, manifests and layers" },
  { name: "resolve", effect: "which digest a tag stands for (with pull)" },
  { name: "push", effect: "nodes never push" },
] as const;

/** Without the key, and with an empty list, a mirror has every capability; a change writes the key. */
export function Capabilities({ mirror, name, isKept, onSet, told }: MirrorPartProps) {
  const all = CAPABILITIES.map((capability) => capability.name);
  const written = mirror.capabilities ?? [];
  const [held, want] = useWanted<readonly string[]>(written.length > 0 ? written : all, (capabilities) =>
    onSet({ capabilities }),
  );
  const others = held.filter((each) => !all.some((known) => known === each));
  const toggle = (capability: string, on: boolean) =>
    want(on ? [...held, capability] : held.filter((other) => other !== capability));
  const rows = [
    ...CAPABILITIES,
    ...others.map((other) => ({ name: other, effect: "not one that this form knows" })),
  ];
  return (
    <fieldset
      aria-describedby={told.describedBy}
      aria-label={`Capabilities of ${name}`}
      disabled={isKept("capabilities")}
    >
      <p aria-hidden className="mb-0.5">
        Asked for{written.length === 0 && " everything: no capabilities are written"}
      </p>
      {rows.map((row) => {
        const on = held.includes(row.name);
        // A mirror with none would have all.
        const isLast = on && held.length === 1;
        return (
          <div key={row.name} className="flex flex-wrap items-center gap-x-2">
            <Flag label={row.name} checked={on} disabled={isLast} onSet={(next) => toggle(row.name, next)} />
            <span className="text-ink-3">
              {isLast ? "the last one stays: with none it would have all" : row.effect}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
