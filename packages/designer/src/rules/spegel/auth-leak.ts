import { valueAt } from "@lookinglass/cluster-spec";
import { listed } from "../../bounded-text.js";
import { locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

const TARGETS = ["spegel", "additionalMirrorTargets"];

export const authLeak: Rule = {
  code: "spegel/auth-leak",
  severity: "warning",
  when: "basic auth with additionalMirrorTargets: Spegel's credentials go to those hosts too",
  explanation:
    "With basicAuthSecretName Spegel writes one Authorization header into hosts.toml for every mirror target, the additional " +
    "ones included: whoever runs them can read the credentials, and over plain http so can everyone on the way.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues, mirror } = chart;
    const targets = valueAt(chart.values, TARGETS);
    if (!chart.chart.deployed || !mirror.mirrorAdd || mirror.basicAuth === null) return;
    if (!Array.isArray(targets) || targets.length === 0) return;
    const hosts = targets.map(String);
    yield {
      message: `Spegel's user and password are sent to ${listed(hosts)} with every request.`,
      items: hosts,
      ...locateChartValue(spec, config, helmValues, TARGETS, "key"),
    };
  },
};
