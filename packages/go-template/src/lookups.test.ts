import { describe, expect, it } from "vitest";
import { type Lookup, renderTemplate } from "./index.js";

const data = { config: { cluster: { name: "c" }, own: "mine", labels: { a: "b" } } };

/** The noted keys as the template has them, each from where its operand begins, with the part that was taken. */
function asked(
  template: string,
  functions: "go" | "sprig" = "go",
  watched: readonly string[] = [],
): string[] {
  const log = { watched: new Set(watched), lookups: new Map<number, Lookup>() };
  renderTemplate(template, data, { functions, log });
  return [...log.lookups.values()].map(({ source, start, key, branch }) => {
    const part = branch ? ` ${branch.kind} ${branch.isTaken}` : "";
    return `${template.slice(start, source.start)}«${template.slice(source.start, source.end)}» ${key}${part}`;
  });
}

describe("keys that a map of the data does not have", () => {
  it.each<[string, string[]]>([
    ["{{ .config.x }}", [".config.«x» x"]],
    ["{{ .x }}", [".«x» x"]],
    ["{{ $.config.cluster.x.y.z }}", ["$.config.cluster.«x» x"]],
    ["{{ if .config.x }}a{{ end }}", [".config.«x» x if false"]],
    ['{{ if eq .config.x "web" }}{{ else }}b{{ end }}', [".config.«x» x if false"]],
    ['{{ if ne .config.x "web" }}a{{ end }}', [".config.«x» x if true"]],
    ["{{ with .config.cluster }}{{ .nme }}{{ end }}", [".«nme» nme"]],
    ["{{ with .config.x }}{{ end }}", [".config.«x» x with false"]],
    ["{{ range .config.x }}{{ else }}none{{ end }}", [".config.«x» x range false"]],
    ["{{ range $k, $v := .config.labels }}{{ $.config.x }}{{ end }}", ["$.config.«x» x"]],
    ["{{ $c := .config }}{{ if $c.x }}{{ end }}", ["$c.«x» x if false"]],
    ["{{ (index .config `cluster`).x }}", [".«x» x"]],
    ['{{ index .config "x" }}', ['«"x"» x']],
    ["{{ index .config `cluster` `x` }}", ["«`x`» x"]],
    ['{{ $k := "x" }}{{ index .config $k }}', ["«$k» x"]],
    ["{{ if false }}{{ .config.x }}{{ end }}", []],
    ["{{ if or .config.own .config.x }}{{ end }}", []],
    [
      "{{ if and .config.y .config.x }}{{ else if .config.z }}{{ end }}",
      [".config.«y» y if false", ".config.«z» z if false"],
    ],
    ['{{ define "t" }}{{ .x }}{{ end }}{{ template "t" .config }}', [".«x» x"]],
    ["{{ .config.own }}", []],
  ])("%s", (template, keys) => {
    expect(asked(template)).toEqual(keys);
  });

  it.each<[string, string[]]>([
    ['{{ if hasKey .config "x" }}{{ end }}', ['«"x"» x if false']],
    ['{{ get .config.cluster "x" }}', ['«"x"» x']],
    ['{{ dig "cluster" "x" "none" .config }}', ['«"x"» x']],
    ['{{ pluck "x" .config }}{{ pick .config "own" "y" }}', ['«"x"» x', '«"y"» y']],
    ['{{ .config.x | default "a" }}', [".config.«x» x"]],
    ['{{ "x" | get .config }}', ["«.config» x"]],
    ['{{ hasKey .config "own" }}', []],
  ])("Sprig: %s", (template, keys) => {
    expect(asked(template, "sprig")).toEqual(keys);
  });

  it("those that are watched are noted where there are some", () => {
    expect(asked('{{ .config.own }}{{ index .config "own" }}', "go", ["own"])).toEqual([
      ".config.«own» own",
      '«"own"» own',
    ]);
  });

  it("each place is noted once, and no more than a thousand", () => {
    expect(asked("{{ range 9 }}{{ $.x }}{{ end }}")).toHaveLength(1);
    expect(asked("{{ .x }}".repeat(1_200))).toHaveLength(1_000);
  });

  it("the root is the copy where a template changes maps", () => {
    const log = { watched: new Set<string>(), lookups: new Map<number, Lookup>(), root: undefined };
    renderTemplate('{{ $_ := set .config "a" 1 }}{{ .config.x }}', data, { functions: "sprig", log });
    const root: unknown = log.root;
    expect(
      root instanceof Map && [...log.lookups.values()].map(({ map }) => map === root.get("config")),
    ).toEqual([true]);
  });
});
