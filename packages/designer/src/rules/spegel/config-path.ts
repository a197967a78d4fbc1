import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { CERTS_D } from "../../spegel/running.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

const CONFIG_PATH = ["spegel", "containerdRegistryConfigPath"];

export const configPath: Rule = {
  code: "spegel/config-path",
  severity: "error",
  when: "containerdRegistryConfigPath differs from /etc/containerd/certs.d",
  explanation:
    "Spegel writes its mirrors to this directory; containerd on Kublr's nodes reads /etc/containerd/certs.d. " +
    "With another one containerd never learns of Spegel's mirrors, and does not say so.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues, mirror } = chart;
    if (!chart.chart.deployed || !mirror.mirrorAdd) return;
    if (mirror.configPath.replace(/\/+$/, "") === CERTS_D) return;
    yield {
      message: `Spegel writes its mirrors to ${mirror.configPath}, but containerd reads ${CERTS_D}.`,
      ...locateChartValue(spec, config, helmValues, CONFIG_PATH),
      fixes: () => [
        {
          name: "default-path",
          title: `Write ${CERTS_D}`,
          edits: editChartValues(config, helmValues, [{ path: CONFIG_PATH, value: CERTS_D }]),
        },
      ],
    };
  },
};
