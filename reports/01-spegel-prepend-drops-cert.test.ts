/** Spegel before 0.5.0 keeps `ca = …` of a hosts.toml and loses the file that it names. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();

const spec = reported("01-spegel-prepend-drops-cert");
const image = "registry.example.com/a/b:1";
const file = "/etc/containerd/certs.d/registry.example.com/ca.crt";

/** The report's spec with another line in place of its `ca`. */
const withLine = (line: string) => spec.replace('ca = "ca.crt"', line);

describe("01 (spegel-org/spegel#1067): prependExisting keeps `ca` and moves the file away", () => {
  test.each(["running", "agent-rerun"] as const)("Spegel 0.4.0, %s: every pull fails", async (phase) => {
    const path = await programs.pullPath(spec, { phase, image }, { spegelVersion: "0.4.0" });
    expect(path).toMatchObject({ succeeds: false, servedBy: null, steps: [] });
    expect(path.fileFault).toContain(
      `unable to read CA cert "${file}": open ${file}: no such file or directory`,
    );
  });

  test("before Spegel runs they succeed", async () => {
    const path = await programs.pullPath(spec, { phase: "bootstrap", image }, { spegelVersion: "0.4.0" });
    expect(path).toMatchObject({ succeeds: true, fileFault: null, servedBy: "https://cache.example.com" });
  });

  test("an error stands at the line that names the file", async () => {
    const answer = await programs.validate(spec, { spegelVersion: "0.4.0" });
    expect(answer.valid).toBe(false);
    const [diagnostic, ...more] = found(answer.diagnostics, "hosts/cert-missing");
    expect(more).toEqual([]);
    expect(diagnostic?.severity).toBe("error");
    expect(diagnostic?.message).toContain("every pull from registry.example.com fails");
    expect(diagnostic && textAt(spec, diagnostic.range)).toBe('"ca.crt"');
  });

  test.each(["0.5.0", "0.7.4"])("Spegel %s brings the file back", async (spegelVersion) => {
    const path = await programs.pullPath(spec, { image }, { spegelVersion });
    expect(path).toMatchObject({ succeeds: true, fileFault: null });
    const { diagnostics } = await programs.validate(spec, { spegelVersion });
    expect(found(diagnostics, "hosts/cert-missing")).toEqual([]);
  });

  test.each([
    [`ca = "${file}"`, "CA cert"],
    ['client = [["ca.crt", "ca.crt"]]', "CERT file"],
    ['ca = ["ca.crt", "/etc/pki/other.crt"]', "CA cert"],
    // No extension writes it; had the node image it there, Spegel would move it away as well.
    ['ca = "node-image.crt"', "CA cert"],
  ])("the same with %s", async (line, what) => {
    const text = withLine(line);
    const path = await programs.pullPath(text, { image }, { spegelVersion: "0.4.0" });
    expect(path.succeeds).toBe(false);
    expect(path.fileFault).toContain(`unable to read ${what}`);
    const { diagnostics } = await programs.validate(text, { spegelVersion: "0.4.0" });
    expect(found(diagnostics, "hosts/cert-missing").some(({ severity }) => severity === "error")).toBe(true);
  });

  test("a directory of certificates for all registries is lost with 0.7.4, too", async () => {
    const text = withLine('ca = "../shared/ca.crt"').replace("registry.example.com/ca.crt", "shared/ca.crt");
    const path = await programs.pullPath(text, { image }, { spegelVersion: "0.7.4" });
    expect(path).toMatchObject({ succeeds: false });
  });

  test("a file outside of certs.d is left alone", async () => {
    const text = withLine('ca = "/etc/pki/registry.crt"');
    const path = await programs.pullPath(text, { image }, { spegelVersion: "0.4.0" });
    expect(path).toMatchObject({ succeeds: true, fileFault: null });
  });
});
