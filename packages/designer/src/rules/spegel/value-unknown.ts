import { valueAt } from "@lookinglass/cluster-spec";
import { listed } from "../../bounded-text.js";
import type { ChartPreview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { nearChartKey } from "../../spegel/near-chart-key.js";
import type { WrittenValue } from "../../spegel/written-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { writtenValues } from "./chart-values.js";
import { placeElsewhere } from "./value-misplaced.js";

export const valueUnknown: Rule = {
  code: "spegel/value-unknown",
  severity: "warning",
  when: "a value that the chosen chart release does not have; says in which release it came, went or was renamed",
  explanation:
    "Helm takes any value without a word; the chart reads only the ones that its release has. The release is an " +
    "assumption of the preview where you have not set it.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    for (const written of writtenValues(chart)) {
      const message = fateOf(written, chart);
      if (message === null) continue;
      yield {
        message,
        ...locateChartValue(spec, chart.config, chart.helmValues, written.path, "key"),
        fixes: () => [fixFor(written, chart)],
      };
    }
  },
};

function fateOf(written: WrittenValue, chart: ChartPreview): string | null {
  const { path, found } = written;
  const name = path.join(".");
  const none = `Spegel chart ${chart.chart.version} has no ${name}, so it has no effect`;
  if (found.kind === "later") {
    const before = found.value.renamedFrom ? `; before, it is ${found.value.renamedFrom}` : "";
    return `${none}: it came with ${found.value.since}${before}.`;
  }
  if (found.kind === "gone") {
    const after = found.value.renamedTo ? `; it is ${found.value.renamedTo} now` : "";
    return `${none}: ${found.value.until} was the last release with it${after}.`;
  }
  if (
    found.kind !== "unknown" ||
    placeElsewhere(written) ||
    nearChartKey(path, found.elsewhere, chart.chart.version)
  )
    return null;
  return `No release of the Spegel chart has ${name}: it has no effect${alternative(name, found.elsewhere)}.`;
}

function alternative(name: string, elsewhere: readonly string[]): string {
  if (name === "enabled" || name === "spegel.enabled") {
    return "; Spegel is turned off by cluster.addon.spegel.enabled";
  }
  return elsewhere.length > 0 ? `; there are ${listed(elsewhere)}` : "";
}

function fixFor({ path, found }: WrittenValue, { config, helmValues }: ChartPreview): FindingFix {
  const name =
    found.kind === "later" ? found.value.renamedFrom : found.kind === "gone" && found.value.renamedTo;
  if (name && valueAt(helmValues.value, name.split(".")) === undefined) {
    // No release moved a value to another section: packages/spegel tests its catalog for that.
    const rename = name.slice(name.lastIndexOf(".") + 1);
    const edits = editChartValues(config, helmValues, [{ path, rename }]);
    return { name: "rename", title: `Rename it to ${name}`, edits };
  }
  const edits = editChartValues(config, helmValues, [{ path, remove: true }]);
  return { name: "remove", title: `Remove ${path.join(".")}`, edits };
}
