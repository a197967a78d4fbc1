import { describe, expect, test } from "vitest";
import { askPrograms, found, reported } from "./programs.js";

const programs = askPrograms();
const settings = { spegelVersion: "0.7.4" };

const withPorts = (service: string) =>
  `kind: Cluster\nmetadata: {name: c}\nspec:\n  kublrAgentConfig:\n    cluster: {addon: {spegel: {helm_values: {service: ${service}}}}}\n`;

describe("11 (element-hq/ess-helm#551, prometheus-operator#496): ports that Kubernetes refuses", () => {
  const spec = reported("11-ports-out-of-range");

  test("the host port is an error, the node port outside of the default range a warning", async () => {
    const { valid, diagnostics } = await programs.validate(spec, settings);
    expect(valid).toBe(false);
    expect(
      found(diagnostics, "spegel/port-range").map(({ severity, message }) => [severity, message]),
    ).toEqual([
      [
        "error",
        "Kubernetes refuses service.registry.hostPort 70000: a port is a number from 1 to 65535. The Spegel release is not installed.",
      ],
      [
        "warning",
        "Kubernetes refuses service.registry.nodePort 5000 where the range of node ports is its default, 30000 to 32767: the Spegel release is not installed then.",
      ],
    ]);
    expect(found(diagnostics, "spegel/port-changed")).toEqual([]);
  });

  test("Spegel writes nothing then, and answers nothing", async () => {
    expect(await programs.file(spec, "_default/hosts.toml", settings)).not.toContain("70000");
    const { steps } = await programs.pullPath(spec, { image: "nginx" }, settings);
    expect(steps.some(({ outcome, source }) => outcome === "answers" && source.startsWith("spegel"))).toBe(
      false,
    );
  });

  test.each([
    ["{registry: {hostPort: 0}}", "error"],
    ["{registry: {hostPort: -1}}", "error"],
    ["{registry: {hostPort: 300200}}", "error"],
    ["{registry: {hostPort: '70000'}}", "error"],
    ["{registry: {nodePort: 65536}}", "error"],
    ["{registry: {nodePort: 0}}", "error"],
    ["{registry: {nodePort: 29999}}", "warning"],
    ["{registry: {port: 70000}}", "error"],
    ["{router: {port: 0}}", "error"],
    ["{metrics: {port: 99999}}", "error"],
    ["{cleanup: {port: -1}}", "error"],
  ])("of the same kind: %s", async (service, severity) => {
    const { diagnostics } = await programs.validate(withPorts(service), settings);
    expect(found(diagnostics, "spegel/port-range").map((one) => one.severity)).toEqual([severity]);
  });

  test.each([
    "{registry: {hostPort: 65535, nodePort: 32767}}",
    "{registry: {port: 1}, metrics: {port: 65535}}",
  ])("%s is fine", async (service) => {
    const { diagnostics } = await programs.validate(withPorts(service), settings);
    expect(found(diagnostics, "spegel/port-range")).toEqual([]);
  });
});
