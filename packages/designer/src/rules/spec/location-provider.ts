import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { named } from "../short.js";
import { clusterParts, headOf } from "./cluster-parts.js";
import { hasOtherSection, providersOf } from "./providers.js";

export const locationProvider: Rule = {
  code: "spec/location-provider",
  severity: "warning",
  when: "a location of `spec.locations` with no provider's section, or with those of two providers",
  explanation:
    "A location is a place at one provider: its section (aws, azure) has the region, the credentials and the network. On " +
    "AWS a location becomes one CloudFormation stack, on Azure one resource group.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    for (const { path, name, data } of parts.locations) {
      const title = name === null ? "This location" : `Location ${named(name)}`;
      const [provider, second] = providersOf(data);
      if (second !== undefined) {
        yield {
          message: `${title} has sections of two providers, ${provider} and ${second}: a location is at one.`,
          many: "locations have sections of two providers: a location is at one.",
          path: [...path, second],
          atKey: true,
        };
      } else if (provider === undefined && parts.isWhole && !hasOtherSection(data)) {
        yield {
          message: `${title} has no section of a provider (such as aws or azure): nothing says where it is.`,
          many: "locations have no section of a provider: nothing says where they are.",
          path,
          range: headOf(parts, path),
        };
      }
    }
  },
};
