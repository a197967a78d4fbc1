import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { helmValues, spegelValues } from "../../testing/specs.js";

const filters = (...patterns: string[]) =>
  spegelValues("registryFilters:", ...patterns.map((pattern) => `  - ${pattern}`));

describeRule("spegel/filter-invalid", {
  fires: {
    "a look-ahead": filters("«'^(?!docker)'»", "':latest$'"),
    "in a YAML string": helmValues(" |\n            spegel:\n              registryFilters: [«'['»]\n"),
  },
  silent: { "valid expressions": filters("'^docker\\.io/'", '":latest$"') },
});

describeRule("spegel/filter-never-matches", {
  fires: {
    "two backslashes in single quotes": filters("«'^docker\\\\.io/'»", "'^ghcr\\.io/'"),
    "at the wrong level too": helmValues("\n            registryFilters: [«'^quay\\\\.io/'»]\n"),
    "a scheme": filters("«'^https://quay\\.io/'»"),
    "a blank": filters("«'^docker\\.io/ library'»"),
  },
  silent: { "escaped once": filters("'^docker\\.io/'", '"^quay\\\\.io/"', "'.*:latest$'") },
  fixes: {
    unescaped: {
      title: /Write/,
      before: filters("'^docker\\\\.io/'  # no docker hub", "':latest$'"),
      after: filters("'^docker\\.io/'  # no docker hub", "':latest$'"),
    },
    "without its scheme": {
      title: /Write/,
      before: filters("'^https://quay\\.io/'"),
      after: filters("'^quay\\.io/'"),
    },
  },
});

describe("spegel/filter-never-matches says why", () => {
  it.each([
    ["'^docker\\\\.io/'", "it asks for a backslash, which no image reference has"],
    ["'^https://quay\\.io/'", "image references begin with the registry, without https://"],
    ["'nginx latest'", "no image reference has a blank"],
    ["'nginx@sha256:'", "Spegel takes the digest off before it looks"],
    ["'^docker\\.io/%'", "no image reference has the character %"],
    ["'nginx$^'", "no image reference can satisfy all of it at once"],
  ])("%s: %s", (pattern, reason) => {
    const [diagnostic] = diagnosticsOf(filters(pattern), "spegel/filter-never-matches");
    expect(diagnostic?.message).toBe(`The filter ${pattern.slice(1, -1)} matches no image: ${reason}.`);
  });
});

describe("Kublr's example of registry filters", () => {
  it("is told about both of its slips", () => {
    const text = example("02-registry-filters.yaml");
    expect(diagnosticsOf(text, "spegel/value-misplaced")).toHaveLength(1);
    expect(diagnosticsOf(text, "spegel/filter-never-matches").map(({ range }) => range.start.line)).toEqual([
      9, 10,
    ]);
  });
});

describeRule("spegel/filter-loose", {
  fires: {
    "a dot that is any character": filters("«'^docker.io/'»"),
    "no anchor": filters("«'docker\\.io/'»"),
    "an open end": filters("«'^docker\\.io'»"),
    "in a YAML string": helmValues(
      " |\n            spegel:\n              registryFilters: [«'^quay.io/'»]\n",
    ),
  },
  silent: {
    "said exactly": filters("'^docker\\.io/'", "':latest$'", "'.*:latest$'", "'/library/'"),
    "everything is another rule": filters("'.*'"),
  },
  fixes: {
    "all of it at once": {
      title: /\^docker\\\.io\//,
      before: filters("docker.io # no hub"),
      after: filters("^docker\\.io/ # no hub"),
    },
  },
});

describeRule("spegel/filter-everything", {
  fires: {
    "one filter": filters("«'.*'»", "':latest$'"),
    "filters together": filters("'^[a-m]'", "'^[^a-m]'").replace("registryFilters", "«registryFilters»"),
    "all of the listed registries": spegelValues(
      "mirroredRegistries: ['https://quay.io']",
      "«registryFilters»: ['^quay\\.io/']",
    ),
  },
  silent: {
    "some images are left": filters("':latest$'", "'^docker\\.io/'"),
    "misplaced filters, which nothing reads": helmValues("\n            registryFilters: ['.*']\n"),
    "Spegel is disabled": filters("'.*'").replace("helm_values:", "enabled: false\n          helm_values:"),
  },
  fixes: {
    "that filter removed": {
      title: /Remove/,
      before: filters("':latest$'", "'.*'"),
      after: filters("':latest$'"),
    },
  },
});
