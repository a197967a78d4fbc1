import { describe, expect, it } from "vitest";
import { analyze } from "../../analyze.js";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf } from "../../testing/marked-spec.js";
import { agentConfig, helmValues } from "../../testing/specs.js";

const service = (values: string) => helmValues(`\n            service: {${values}}\n`);
const registry = (values: string) => service(`registry: {${values}}`);

describeRule("spegel/port-range", {
  settings: { spegelVersion: "0.7.4" },
  fires: {
    "a host port over the last one": registry("hostPort: «70000»"),
    "a host port below the first": registry("hostPort: «-1»"),
    "a host port that is none": registry("hostPort: «0»"),
    "a host port as text": registry("hostPort: «'300200'»"),
    "a node port outside of the usual range": registry("nodePort: «5000»"),
    "a node port just outside": registry("nodePort: «32768»"),
    "a node port over the last one": registry("nodePort: «65536»"),
    "a node port that Kubernetes chooses": registry("nodePort: «0»"),
    "the port of the container": registry("port: «0»"),
    "other services": service("router: {port: «70000»}, metrics: {port: «'0'»}, cleanup: {port: «-5»}"),
    "in a YAML string": helmValues(
      " |\n            service:\n              registry:\n                hostPort: «70000»\n",
    ),
  },
  silent: {
    "the first and the last": service(
      "registry: {port: 1, hostPort: 65535, nodePort: 30000}, metrics: {port: 65535}",
    ),
    "the last node port": registry("nodePort: 32767"),
    "no number": registry("hostPort: many, nodePort: 1.5"),
    "a host port that is not opened": registry("hostPort: 70000, usePreferSameNodeTrafficDistribution: true"),
    "another value that ends so": helmValues("\n            podAnnotations: {port: 70000}\n"),
    "Spegel is disabled": agentConfig(
      "    cluster: {addon: {spegel: {enabled: false, helm_values: {service: {registry: {hostPort: 70000}}}}}}\n",
    ),
  },
});

describeRule("spegel/port-range", {
  settings: { spegelVersion: "0.0.3" },
  fires: {
    "a value of that release": service(
      "registry: {hostPort: «70000», usePreferSameNodeTrafficDistribution: true}",
    ),
  },
  silent: { "a value that it does not have": service("cleanup: {port: 70000}") },
});

describe("spegel/port-range says what comes of it", () => {
  it.each([
    [
      "registry: {hostPort: 70000}",
      "error",
      "Kubernetes refuses service.registry.hostPort 70000: a port is a number from 1 to 65535. The Spegel release is not installed.",
    ],
    [
      "registry: {hostPort: 0}",
      "error",
      "service.registry.hostPort 0 is no port: none is opened on the nodes, but Spegel writes http://NODE:0 into hosts.toml, where nothing answers.",
    ],
    [
      "registry: {nodePort: 0}",
      "error",
      "service.registry.nodePort 0 is no port: Kubernetes chooses one itself, but Spegel writes http://NODE:0 into hosts.toml, where nothing answers.",
    ],
    [
      "registry: {nodePort: 5000}",
      "warning",
      "Kubernetes refuses service.registry.nodePort 5000 where the range of node ports is its default, 30000 to 32767: the Spegel release is not installed then.",
    ],
    [
      "cleanup: {port: 0}",
      "error",
      "Kubernetes refuses service.cleanup.port 0: a port is a number from 1 to 65535. When Spegel is uninstalled, the files in _backup are not moved back.",
    ],
  ])("%s", (values, severity, message) => {
    const found = diagnosticsOf(service(values), "spegel/port-range", {
      settings: { spegelVersion: "0.7.4" },
    });
    expect(found.map((one) => [one.severity, one.message])).toEqual([[severity, message]]);
  });

  it("no file of Spegel's is shown, and nothing else is said of the port", () => {
    const { roles, diagnostics } = analyze(registry("hostPort: 70000"));
    const running = roles[0]?.phases.find(({ id }) => id === "running");
    expect(running?.files.map(({ path, origin }) => [path, origin.kind])).toEqual([
      ["_default/hosts.toml", "kublr"],
    ]);
    expect(running?.failure).toBe(
      "Kubernetes refuses service.registry.hostPort 70000: a port is a number from 1 to 65535",
    );
    const ofSpegel = diagnostics.filter(({ code }) => code.startsWith("spegel/"));
    expect(ofSpegel.map(({ code }) => code)).toEqual(["spegel/port-range"]);
  });
});
