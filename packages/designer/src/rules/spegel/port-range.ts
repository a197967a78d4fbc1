import { CLEANUP_PORT, NODE_PORTS, portPaths, portVerdict } from "@lookinglass/spegel";
import type { ChartPreview } from "../../preview.js";
import { locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { short } from "../short.js";
import { writtenValues } from "./chart-values.js";

export const portRange: Rule = {
  code: "spegel/port-range",
  severity: "error",
  when: "a port of the chart that Kubernetes refuses (not 1 to 65535); a warning for a node port outside of its default range, 30000 to 32767",
  explanation:
    "Helm passes the chart's ports on unseen; Kubernetes refuses a DaemonSet or a Service with a number that is no port, and the " +
    "Spegel release is not installed. Node ports come from the range of --service-node-port-range, 30000 to 32767 by default. " +
    "A host port or node port of 0 is none, while hosts.toml gets it as it is.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    if (!chart.chart.deployed) return;
    const used = [...portPaths(chart.values, chart.chart.version), CLEANUP_PORT];
    for (const { path, value, found } of writtenValues(chart)) {
      const name = path.join(".");
      const wording = found.kind === "present" && used.includes(name) ? wordingOf(name, value, chart) : null;
      if (wording) yield { ...wording, ...locateChartValue(spec, chart.config, chart.helmValues, path) };
    }
  },
};

function wordingOf(
  name: string,
  value: unknown,
  chart: ChartPreview,
): Pick<Finding, "message" | "severity"> | null {
  const named = `${name} ${short(String(value))}`;
  switch (portVerdict(name, value)) {
    case "fine":
      return null;
    case "none":
      return { message: `${named} is no port: ${withoutPort(name)}${inFiles(chart)}.` };
    case "outside-node-ports":
      return {
        message: `Kubernetes refuses ${named} where the range of node ports is its default, ${NODE_PORTS.first} to ${NODE_PORTS.last}: the Spegel release is not installed then.`,
        severity: "warning",
      };
    case "refused":
      return {
        message: `Kubernetes refuses ${named}: a port is a number from 1 to 65535. ${consequence(name)}`,
      };
  }
}

function withoutPort(name: string): string {
  return name.endsWith(".nodePort") ? "Kubernetes chooses one itself" : "none is opened on the nodes";
}

function inFiles({ mirror }: ChartPreview): string {
  return mirror.mirrorAdd ? ", but Spegel writes http://NODE:0 into hosts.toml, where nothing answers" : "";
}

function consequence(name: string): string {
  return name === CLEANUP_PORT
    ? "When Spegel is uninstalled, the files in _backup are not moved back."
    : "The Spegel release is not installed.";
}
