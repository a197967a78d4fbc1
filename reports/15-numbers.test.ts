/** 15 (cdk8s-team/cdk8s#348, qdrant/qdrant-helm#265): numbers that YAML 1.1, YAML 1.2 and Go read differently. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();
const settings = { spegelVersion: "0.7.4" };

test("15: 072504 is 30020 in the preview, and said to be disputed", async () => {
  const spec = reported("15-port-with-leading-zero");
  const { valid, diagnostics } = await programs.validate(spec, settings);
  const [place] = found(diagnostics, "spec/yaml11-number");
  expect(valid).toBe(true);
  expect(place && textAt(spec, place.range)).toBe("072504");
  expect(place?.message).toMatch(/30020 to Go.*72504 to readers of YAML 1\.2/);
  expect(await programs.file(spec, "_default/hosts.toml", settings)).toContain("http://10.0.0.11:30020");
  const fixed = await programs.fixed(spec, "spec/yaml11-number", /Write 30020/, settings);
  expect(fixed).toBe(spec.replace("072504", "30020"));
});

describe("15: further spellings", () => {
  const spec = (port: string) => reported("15-port-with-leading-zero").replace("072504", port);
  test.each([
    ["30_021", 30021],
    ["0b111010101001000", 30024],
    ["+0x7544", 30020],
    ["0072504", 30020],
  ])("%s is %d", async (source, port) => {
    const { diagnostics } = await programs.validate(spec(source), settings);
    expect(found(diagnostics, "spec/yaml11-number")).toHaveLength(1);
    expect(found(diagnostics, "spegel/value-type")).toEqual([]);
    expect(await programs.file(spec(source), "_default/hosts.toml", settings)).toContain(`:${port}'`);
    expect(await programs.fixed(spec(source), "spec/yaml11-number", /Write/, settings)).toBe(spec(`${port}`));
  });

  test("an edit beside such a number leaves it alone", async () => {
    const path = ["metadata", "name"];
    const { spec: text } = await programs.edits({ spec: spec("072504"), edits: [{ path, value: "other" }] });
    expect(text).toBe(spec("072504").replace("t1", "other"));
  });
});
