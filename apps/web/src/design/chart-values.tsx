import { useStored } from "../shell/use-stored.js";
import { chartEntry } from "./chart-entry.js";
import { ChartRow } from "./chart-row.js";
import type { ChartSectionProps } from "./chart-section.js";
import { chartChanger } from "./chart-write.js";
import { MoreValues } from "./more-values.js";
import { ResourceFields } from "./resource-fields.js";
import { StrayRow } from "./stray-row.js";

/**
 * What most clusters change, by its names in the releases, the newest first. What concerns the files that Spegel writes
 * and nothing else has no effect when it writes none.
 */
const WELL_KNOWN = [
  {
    paths: ["spegel.mirroredRegistries", "spegel.registries"],
    title: "Mirrored registries",
    explanation:
      "Spegel serves the images of these, and writes a hosts.toml for each. With none it mirrors them all, by one _default file.",
    concernsFiles: false,
  },
  {
    paths: ["spegel.additionalMirrorTargets", "spegel.additionalMirrorRegistries"],
    title: "Additional targets",
    explanation:
      "Hosts that a node tries after Spegel and before the registry, in every file that Spegel writes.",
    concernsFiles: true,
  },
  {
    paths: ["spegel.resolveTags"],
    title: "Resolve tags",
    explanation:
      "Off: the files that Spegel writes ask the registry which digest a tag has, and Spegel only for content. No neighbour’s old :latest is used.",
    concernsFiles: true,
  },
] as const;

const NO_FILES = "No effect while you write hosts.toml.";

/** Values that have a form elsewhere, or above the others. */
const OWN_PLACES = new Set<string>([
  ...WELL_KNOWN.flatMap<string>(({ paths }) => [...paths]),
  "spegel.prependExisting",
  "spegel.appendMirrors",
  "spegel.containerdMirrorAdd",
  "spegel.registryFilters",
  "resources",
]);

/** The values of the chart: what has no effect, what most clusters change, and all the others. */
export function ChartValues({ scope, chart, catalog, diagnostics, onChange }: ChartSectionProps) {
  const change = chartChanger(scope, onChange);
  const [more, setMore] = useStored("more-values", (stored) => stored === true);
  const row = { scope, diagnostics, onChange: change };
  const resources = chartEntry(catalog, scope, "resources");
  return (
    <div className="space-y-4">
      {chart.strays.length > 0 && (
        <ul aria-label="Values without effect" className="space-y-2">
          {chart.strays.map((stray) => (
            <StrayRow key={stray.keys.join(".")} stray={stray} onChange={change} />
          ))}
        </ul>
      )}
      {WELL_KNOWN.map(({ paths, title, explanation, concernsFiles }) => {
        const entry = chartEntry(catalog, scope, ...paths);
        const about = concernsFiles && !scope.mirrorAdd.value ? `${explanation} ${NO_FILES}` : explanation;
        return entry && <ChartRow key={title} entry={entry} title={title} about={about} {...row} />;
      })}
      {resources && <ResourceFields resources={resources} {...row} />}
      <MoreValues
        catalog={catalog}
        isOffered={({ value }) => !OWN_PLACES.has(value.path)}
        open={more}
        onOpen={setMore}
        {...row}
      />
    </div>
  );
}
