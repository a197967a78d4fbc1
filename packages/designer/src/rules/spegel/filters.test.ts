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
    "Docker Hub's other name": filters("«'^index.docker.io/'»"),
    "Docker Hub's other name anywhere": filters("«'registry-1\\.docker\\.io'»"),
    "a port that is none": filters("«'^ghcr\\.io:99999/'»"),
    "a registry that cannot be": filters("«'^my_reg:5000/'»"),
    "a repository first": filters("«'^library/nginx'»"),
  },
  silent: {
    "one of two names of Docker Hub is right": filters("'^(index\\.docker\\.io|docker\\.io)/'"),
    "a repository of that name": filters("'^harbor\\.example/index\\.docker\\.io/'"),
    "an open name": filters("'^my_reg'", "'^x-.'"),
    "escaped once": filters("'^docker\\.io/'", '"^quay\\\\.io/"', "'.*:latest$'"),
  },
  unfixed: {
    "a registry that cannot be": filters("'^my_reg:5000/'"),
    "capitals, and then a port that is none": filters("'^GHCR\\.io:99999/'"),
  },
  fixes: {
    "Docker Hub's name, and its dots": {
      title: /^Write \^docker\\\.io\/$/,
      before: filters("'^index.docker.io/' # hub"),
      after: filters("'^docker\\.io/' # hub"),
    },
    "Docker Hub's name in capitals": {
      title: /^Write \^docker\\\.io\/$/,
      before: filters("'^Index\\.docker\\.io/'"),
      after: filters("'^docker\\.io/'"),
    },
    "Docker Hub's name behind a scheme": {
      title: /^Write \^docker\\\.io\/$/,
      before: filters("'^https://registry-1.docker.io/'"),
      after: filters("'^docker\\.io/'"),
    },
    "the registry in front": {
      title: /^Write \^docker\\\.io\/team\/app$/,
      before: filters("'^team/app'"),
      after: filters("'^docker\\.io/team/app'"),
    },
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
    [
      "'^index.docker.io/'",
      "it begins with index.docker.io, and images of Docker Hub have the registry docker.io",
    ],
    ["'^ghcr.io:0/'", "it begins with ghcr.io:0, and a port is a number from 1 to 65535"],
    [
      "'^reg.example_5000/'",
      "it begins with reg.example_5000, and with its port the registry is reg.example:5000",
    ],
    [
      "'^team/app'",
      "it begins with a repository, and the registry comes first, as in docker.io/library/nginx:1.27",
    ],
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
    "a bare word": filters("«nginx»", "«library»"),
    "the beginning of a registry": filters("«'^nginx'»"),
    "in a YAML string": helmValues(
      " |\n            spegel:\n              registryFilters: [«'^quay.io/'»]\n",
    ),
  },
  silent: {
    "said exactly": filters("'^docker\\.io/'", "':latest$'", "'.*:latest$'", "'/library/'"),
    "everything is another rule": filters("'.*'"),
    "a name that no image has is another rule": filters("'^index.docker.io/'", "registry-1.docker.io"),
  },
  unfixed: { "what a word means cannot be told": filters("nginx") },
  fixes: {
    "all of it at once": {
      title: /\^docker\\\.io\//,
      before: filters("docker.io # no hub"),
      after: filters("^docker\\.io/ # no hub"),
    },
  },
});

describe("spegel/filter-loose shows what else matches", () => {
  it.each([
    ["library", "words may stand anywhere, as parts of others too, as in docker.io/mylibrary-2:1.0"],
    ["'^nginx'", "what comes first is the registry, as in nginx.example.com/app:1.0"],
  ])("%s", (pattern, why) => {
    const [diagnostic] = diagnosticsOf(filters(pattern), "spegel/filter-loose");
    expect(diagnostic?.message).toBe(
      `The filter ${pattern.replaceAll("'", "")} matches more than it says: ${why}.`,
    );
  });
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
