import { compileMatch } from "@lookinglass/go/regexp";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainFilter, filterCoverage } from "./explain.js";
import { imageFilter } from "./image-filter.js";
import { unescapeFilter } from "./repairs.js";

describe("explainFilter: cannot match any image", () => {
  it.each([
    ["two backslashes, from single quotes in YAML", "^docker\\\\.io/", "literal-backslash", "^docker\\.io/"],
    ["a scheme", "^https://docker\\.io/", "url-scheme", "^docker\\.io/"],
    ["a blank", "^docker\\.io /", "blank", "^docker\\.io/"],
    ["a registry with a capital", "^Docker\\.io/", "upper-case-registry", "^docker\\.io/"],
    ["a repository with a capital", "^ghcr\\.io/Org/", "upper-case-repository", "^ghcr\\.io/org/"],
    ["a digest", "@sha256:", "digest", null],
    ["a repository first", "^library/nginx", "repository-first", "^docker\\.io/library/nginx"],
    ["a repository of Docker Hub's first", "^team/app", "repository-first", "^docker\\.io/team/app"],
    ["a repository with a tag first", "^nginx:v1", "repository-first", "^docker\\.io/library/nginx:v1"],
    ["a repository alone", "^nginx$", "repository-first", "^docker\\.io/library/nginx$"],
    ["a repository in a group", "^(my-team)/", "repository-first", "^(docker\\.io/my-team)/"],
    ["a character that no reference has", "nginx~1", "impossible-character", null],
    ["a start after something", "a^", "contradiction", null],
    ["a registry and nothing else", "^docker\\.io$", "contradiction", null],
    ["an empty class", "[^\\x00-\\x{10FFFF}]", "contradiction", null],
  ])("%s: %s", (_, pattern, reason, suggestion) => {
    expect(explainFilter(pattern)).toMatchObject({ example: null, neverMatches: { reason, suggestion } });
  });

  it.each([
    "^docker\\.io/",
    ":latest$",
    "(?i)^DOCKER\\.IO/",
    "-SNAPSHOT$",
    "^reg\\.example:5000/",
    "^localhost/",
    "^my_reg\\.lab\\.example/",
    "\\bnginx\\b",
    "^\\[fd00::1\\]/",
    "__",
  ])("%s can match", (pattern) => {
    expect(explainFilter(pattern)).toMatchObject({ kind: "valid", neverMatches: null });
  });

  it("claims nothing of an expression that is too large to search", () => {
    expect(explainFilter("(x{1000}y{1000}){1}(z{1000}w{1000}){1}v{1000}")).toMatchObject({
      neverMatches: null,
      example: null,
      matchesEverything: false,
    });
  });
});

describe("explainFilter: matches more than it says", () => {
  it.each([
    ["^quay.io/", ["unescaped-dot"], "^quay\\.io/"],
    ["^(docker\\.io|quay.io)/", ["unescaped-dot"], "^(docker\\.io|quay\\.io)/"],
    ["docker\\.io/", ["unanchored-start"], "^docker\\.io/"],
    ["^docker\\.io", ["open-registry"], "^docker\\.io/"],
    ["quay.io", ["unescaped-dot", "unanchored-start", "open-registry"], "^quay\\.io/"],
    ["docker.io/*", ["unescaped-dot", "glob-star", "unanchored-start"], "^docker\\.io/"],
  ])("%s", (pattern, codes, suggestion) => {
    const explained = explainFilter(pattern);
    expect(explained).toMatchObject({ kind: "valid", suggestion });
    if (explained.kind !== "valid") return;
    expect(explained.looseness.map(({ code }) => code)).toEqual(codes);
    for (const loose of explained.looseness) {
      expect(matches(pattern, loose.example)).toBe(true);
      expect(matches(loose.suggestion ?? "", loose.example)).toBe(false);
    }
  });

  it.each([
    "^docker\\.io/",
    ":latest$",
    "^docker\\.io/library/.*",
    "/library/",
    ":v1.*$",
    "^[^/]+\\.example\\.com/",
  ])("%s is as tight as it says", (pattern) => {
    expect(explainFilter(pattern)).toMatchObject({ kind: "valid", looseness: [], suggestion: null });
  });
});

describe("explainFilter: words", () => {
  it.each([
    ["nginx", "bare-words"],
    ["library", "bare-words"],
    ["library/", "bare-words"],
    ["team/app", "bare-words"],
    ["my_app-2", "bare-words"],
    ["^nginx", "registry-first"],
    ["^my-reg", "registry-first"],
  ])("%s: %s", (pattern, code) => {
    const explained = explainFilter(pattern);
    expect(explained).toMatchObject({ looseness: [{ code, suggestion: null }], suggestion: null });
    const [loose] = explained.kind === "valid" ? explained.looseness : [];
    expect(matches(pattern, loose?.example ?? "")).toBe(true);
  });
});

describe("explainFilter: names at the beginning", () => {
  it.each([
    ["^docker\\.io/", ["docker.io"]],
    ["^index.docker.io/", ["index.docker.io"]],
    ["registry-1\\.docker\\.io", ["registry-1.docker.io"]],
    ["^(docker\\.io|quay.io:5000)/x", ["docker.io", "quay.io:5000"]],
    ["^(?:my_reg)", ["my_reg"]],
    ["^a./", []],
    [".*", []],
    ["[a-z]x/", []],
    ["/library/", []],
  ])("%s: %j", (pattern, names) => {
    const explained = explainFilter(pattern);
    expect(explained.kind === "valid" && explained.names.map(({ text }) => text)).toEqual(names);
  });
});

describe("explainFilter", () => {
  it.each(["", ".", ".*", "/", "^.+$", "^[^/]+/", "[a-zA-Z0-9]|x"])("%s matches every image", (pattern) => {
    expect(explainFilter(pattern)).toMatchObject({ matchesEverything: true });
  });

  it.each([":", "^[a-z0-9]", ".{12}", "nginx"])("%s does not match every image", (pattern) => {
    expect(explainFilter(pattern)).toMatchObject({ matchesEverything: false });
  });

  it("passes on Go's error", () => {
    const error = "error parsing regexp: missing argument to repetition operator: `*`";
    expect(explainFilter("*.docker.io")).toEqual({ kind: "invalid", error });
  });
});

describe("filterCoverage", () => {
  it.each([
    ["nothing left of the one registry", ["^docker\\.io/"], ["https://docker.io"], "everything"],
    ["what has a colon and what has none", [":", "^[^:]*$"], [], "everything"],
    ["another registry is left", ["^docker\\.io/"], ["https://docker.io", "https://ghcr.io"], "some"],
    ["a wildcard leaves all registries", ["^docker\\.io/"], ["*"], "some"],
    ["no filter", [], [], "some"],
  ])("%s", (_, registryFilters, mirroredRegistries, kind) => {
    const coverage = filterCoverage({ registryFilters, mirroredRegistries });
    expect(coverage.kind).toBe(kind);
    if (coverage.kind !== "some") return;
    const filter = imageFilter({ registryFilters, mirroredRegistries });
    expect(filter.ok && filter.filtered(`${coverage.unfiltered}@sha256:${"0".repeat(64)}`, "tag")).toBe(
      false,
    );
  });

  it("of more expressions than can be searched nothing is claimed, but a broken one among them is found", () => {
    const registryFilters = Array.from({ length: 1_000 }, (_, index) => `^registry-${index}\\.example/`);
    const settings = { registryFilters, mirroredRegistries: [] };
    expect(filterCoverage(settings)).toEqual({ kind: "unknown" });
    expect(filterCoverage({ ...settings, registryFilters: [...registryFilters, "("] }).kind).toBe("invalid");
  });

  it.each([
    [["("], [], "error parsing regexp: missing closing ): `(`"],
    [[], ["*", "*"], "registries should not contain two wildcards"],
  ])("refuses %j with %j", (registryFilters, mirroredRegistries, error) => {
    expect(filterCoverage({ registryFilters, mirroredRegistries })).toEqual({ kind: "invalid", error });
  });
});

describe("claims about all references hold for each", () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,3}$/);
  const reference = fc
    .tuple(label, label, label, fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,3}$/)))
    .map(([host, domain, name, tag]) => `${host}.${domain}/${name}${tag === null ? "" : `:${tag}`}`);
  const piece = fc.constantFrom(
    "a",
    "b0",
    "\\.",
    ".",
    "/",
    ":",
    "^",
    "$",
    "[a-c]",
    "[^/]",
    "x*",
    "(a|:)",
    "\\b",
    "A",
    "\\\\",
    "-?",
    "1+",
  );
  const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));

  it("never means never, everything means everything, and examples match", () => {
    fc.assert(
      fc.property(pattern, fc.array(reference, { minLength: 5, maxLength: 20 }), (expression, references) => {
        const explained = explainFilter(expression);
        if (explained.kind === "invalid") return;
        if (explained.example !== null) expect(matches(expression, explained.example)).toBe(true);
        const found = references.filter((text) => matches(expression, text));
        if (explained.neverMatches !== null) expect(found).toEqual([]);
        if (explained.matchesEverything) expect(found).toEqual(references);
      }),
      { numRuns: 300 },
    );
  });
});

it("unescapeFilter makes one backslash of two", () => {
  expect(unescapeFilter("^docker\\\\.io/v1\\\\.\\d")).toBe("^docker\\.io/v1\\.\\d");
});

function matches(pattern: string, text: string): boolean {
  const compiled = compileMatch(pattern);
  return "test" in compiled && compiled.test(text);
}
