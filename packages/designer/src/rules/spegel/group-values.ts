import { sameData, valueAt } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import type { RolePreview } from "../../preview.js";
import { readHelmValues } from "../../spegel/read-helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const groupValues: Rule = {
  code: "spegel/group-values",
  severity: "warning",
  when: "helm_values of a worker group that differ from the masters': the chart takes the masters'",
  explanation:
    "Spegel is one Helm release for the whole cluster, so it has one set of values: the preview takes those of the masters' " +
    "agent config. Set them at the cluster level.",
  docs: docs.kublr,
  *check({ roles, chart }): Iterable<Finding> {
    if (!chart.chart.deployed) return;
    for (const { role, config } of roles) {
      const place = role.kind === "worker" ? ownValues(config) : null;
      if (!place || sameData(readHelmValues(config).value, chart.helmValues.value)) continue;
      yield {
        many: "groups have chart values of their own, without effect: Spegel is installed once, with the values of the masters.",
        message: `The chart values of ${role.title} have no effect: Spegel is installed once, with the values of the masters.`,
        path: place,
        atKey: true,
        roles: [role.id],
      };
    }
  },
};

/** Place of the helm_values that a group has itself. */
function ownValues({ layers }: RolePreview["config"]) {
  const own = layers.find(({ kind }) => kind === "group");
  return own && valueAt(own.value, HELM_VALUES) !== undefined ? [...own.path, ...HELM_VALUES] : null;
}
