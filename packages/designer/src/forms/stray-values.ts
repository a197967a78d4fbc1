import { type ChartValueLookup, findChartValue } from "@lookinglass/spegel";
import { nearChartKey } from "../spegel/near-chart-key.js";
import { VALUE_TYPES } from "../spegel/value-types.js";
import { type WrittenValue, writtenIn } from "../spegel/written-values.js";
import { chartValueFrom, writtenAt } from "./chart-origins.js";
import type { StrayValue } from "./model.js";
import type { Scope } from "./scopes.js";
import { yamlText } from "./yaml-text.js";

/** What stands in a level's helm_values and has no effect under a chart release. */
export function strayValues(scope: Scope, version: string): StrayValue[] {
  const { value: values } = scope.helmValues;
  return writtenIn(values, version).flatMap((written) => {
    const fate = fateOf(written, version);
    if (fate === null) return [];
    const { path, value } = written;
    const to = fate.place?.split(".") ?? null;
    const isFree = to !== null && writtenAt(values, to) === undefined;
    return [
      {
        keys: path,
        text: yamlText(value),
        from: chartValueFrom(scope, path),
        message: fate.message,
        moveTo: isFree ? to : null,
      },
    ];
  });
}

/** More than any value of the chart ever had; a bound on the walk. */
const MAX_RENAMES = 8;

interface Fate {
  readonly message: string;
  /** Where the release has it. */
  readonly place: string | null;
}

function fateOf({ path, found }: WrittenValue, version: string): Fate | null {
  switch (found.kind) {
    case "present":
      return null;
    case "section":
      return { message: `This has to be ${VALUE_TYPES.object}.`, place: null };
    case "later": {
      const { since, renamedFrom } = found.value;
      const place = nameIn(renamedFrom, version);
      return { message: `It came with chart ${since}; chart ${version} ignores it.${called(place)}`, place };
    }
    case "gone": {
      const { until, renamedTo } = found.value;
      const place = nameIn(renamedTo, version);
      const last = `Chart ${until} was the last with it; chart ${version} ignores it.`;
      return { message: `${last}${called(place)}`, place };
    }
    case "unknown":
      return unknownFate(path, found, version);
  }
}

function unknownFate(
  path: readonly string[],
  { elsewhere }: Extract<ChartValueLookup, { kind: "unknown" }>,
  version: string,
): Fate {
  const near = nearChartKey(path, elsewhere, version);
  const place = near ? [...path.slice(0, -1), near].join(".") : elsewhere.length === 1 ? elsewhere[0] : null;
  if (place) return { message: `The chart does not read this: it reads \`${place}\`.`, place };
  const others = elsewhere.length > 0 ? ` It reads ${elsewhere.map((one) => `\`${one}\``).join(", ")}.` : "";
  return { message: `No release of the chart has this: it has no effect.${others}`, place: null };
}

const called = (place: string | null): string => (place ? ` There it is \`${place}\`.` : "");

/** Follows renames to the name that a release has. */
function nameIn(name: string | null, version: string, steps = 0): string | null {
  if (name === null || steps > MAX_RENAMES) return null;
  const found = findChartValue(name, version);
  if (found.kind === "present") return name;
  if (found.kind === "gone") return nameIn(found.value.renamedTo, version, steps + 1);
  return found.kind === "later" ? nameIn(found.value.renamedFrom, version, steps + 1) : null;
}
