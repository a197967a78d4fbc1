import type { SpecPath } from "../../analysis.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { named } from "../short.js";
import { type ClusterParts, clusterParts, nameIn, type SpecLocation } from "./cluster-parts.js";
import { providersOf } from "./providers.js";

export const providerMismatch: Rule = {
  code: "spec/provider-mismatch",
  severity: "warning",
  when: "settings of a provider in a group's location that is not the provider of the location it refers to",
  explanation:
    "The locationRef decides where the nodes are created, and only that provider's settings apply there: nodes of an AWS " +
    "location take nothing from an azure section.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    const providers = providersByName(parts);
    for (const { locations, roles } of parts.groups) {
      for (const { path, data } of locations) {
        const ref = nameIn(parts.document, data, path, "locationRef");
        const own = ref === null ? undefined : providers.get(ref);
        if (ref === null || !own || own.length === 0) continue;
        const written = providersOf(data);
        for (const provider of written.filter((one) => !own.includes(one))) {
          yield {
            message: `${named(ref)} is a location of ${own.join(" and ")}: settings of ${provider} do not apply there.`,
            many: "groups have settings of another provider than that of their location.",
            path: [...path, provider],
            atKey: true,
            roles,
            fixes: () => (written.length > 1 ? [] : referTo(parts, path, provider)),
          };
        }
      }
    }
  },
};

/** Of two locations with one name nobody can say which is meant: those of both count. */
function providersByName({ locations }: ClusterParts): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, readonly string[]>();
  for (const { name, data } of locations) {
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), ...providersOf(data)]);
  }
  return byName;
}

/** The settings are right where the spec has one location of their provider. */
function referTo(parts: ClusterParts, path: SpecPath, provider: string): FindingFix[] {
  const isMeant = ({ data, name }: SpecLocation) => name !== null && providersOf(data).includes(provider);
  const [meant, ...others] = parts.locations.filter(isMeant);
  if (!meant?.name || others.length > 0) return [];
  const edits = [{ path: [...path, "locationRef"], value: meant.name }];
  return [{ name: "refer", title: `Refer to ${named(meant.name)}, a location of ${provider}`, edits }];
}
