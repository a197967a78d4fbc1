import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { helmValues, spegelValues } from "../../testing/specs.js";

describeRule("spegel/value-misplaced", {
  fires: {
    "registryFilters at the top": helmValues("\n            «registryFilters»: [':latest$']\n"),
    "in a YAML string": helmValues(" |\n            «registryFilters»: [':latest$']\n"),
    "a value of the top below spegel": spegelValues("«resources»: {}"),
    "keys joined by a dot": helmValues("\n            «spegel.resolveTags»: false\n"),
  },
  silent: {
    "at its place": example("10-aws-two-groups.yaml"),
    "free-form maps": helmValues("\n            podAnnotations: {registryFilters: x}\n"),
    "a name that several sections have": helmValues("\n            port: 5\n"),
    "Helm's global values": helmValues("\n            global: {registryFilters: []}\n"),
  },
  fixes: {
    "moved below spegel": {
      title: /Move/,
      before: helmValues("\n            registryFilters:\n              - ':latest$'\n"),
      after: spegelValues("registryFilters:", "  - ':latest$'"),
    },
    "comments go with it, in a YAML string too": {
      title: /Move/,
      before: helmValues(
        " |\n            registryFilters: # none of these\n              - ':latest$' # moves\n            spegel:\n              resolveTags: false\n",
      ),
      after: helmValues(
        " |\n            spegel:\n              resolveTags: false\n              registryFilters: # none of these\n                - ':latest$' # moves\n",
      ),
    },
  },
});

describe("spegel/value-unknown", () => {
  it("offers no fix that an alias stands in the way of", () => {
    const text = helmValues("\n            common: &all [a]\n            spegel: {registryFilters: *all}\n");
    expect(diagnosticsOf(text, "spegel/value-unknown").map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describe("spegel/value-misplaced", () => {
  it("says what is wrong with a key that only looks like the right place", () => {
    const text = helmValues("\n            spegel.resolveTags: false\n");
    expect(diagnosticsOf(text, "spegel/value-misplaced").map(({ message }) => message)).toEqual([
      "The chart does not read spegel.resolveTags as one key with dots: each part is a level of its own.",
    ]);
  });

  it("offers no move where the place is taken", () => {
    const text = helmValues(
      "\n            resolveTags: false\n            spegel:\n              resolveTags: true\n",
    );
    expect(diagnosticsOf(text, "spegel/value-misplaced").map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

describeRule("spegel/value-unknown", {
  fires: {
    "a later release's": spegelValues("persistence: {«enabled»: false}"),
    "an earlier release's": spegelValues("«appendMirrors»: true"),
    "no release's": helmValues("\n            «somethingElse»: 1\n"),
    "a name that several sections have": helmValues("\n            «port»: 5\n"),
  },
  silent: {
    "values of the release": spegelValues("resolveTags: false", "registryFilters: []"),
    "misplaced, which is a rule of its own": helmValues("\n            registryFilters: []\n"),
    "misspelt, which is a rule of its own": spegelValues("containerdMirroradd: false"),
    "labels and resources": helmValues("\n            nodeSelector: {a: b}\n            resources: {x: y}\n"),
    "Helm's global values": helmValues("\n            global: {a: b}\n"),
  },
  fixes: {
    "renamed to what it is now": {
      title: /prependExisting/,
      before: spegelValues("appendMirrors: true # keep mine"),
      after: spegelValues("prependExisting: true # keep mine"),
    },
    removed: {
      title: /Remove/,
      before: helmValues("\n            resources: {}\n            somethingElse: 1\n"),
      after: helmValues("\n            resources: {}\n"),
    },
  },
});

describeRule("spegel/value-unknown", {
  settings: { spegelVersion: "0.0.30" },
  fires: { "the later name of a value": spegelValues("«mirroredRegistries»: []") },
  silent: { "the name in that release": spegelValues("registries: ['https://docker.io']") },
  fixes: {
    "renamed to what it was then": {
      title: /spegel\.registries/,
      before: spegelValues("mirroredRegistries: ['https://docker.io']"),
      after: spegelValues("registries: ['https://docker.io']"),
    },
  },
});

describe("spegel/value-unknown says when", () => {
  const message = (spec: string, spegelVersion: string) =>
    diagnosticsOf(spec, "spegel/value-unknown", { settings: { spegelVersion } }).map((one) => one.message);

  it("where Spegel is turned off, for an enabled among the chart's values", () => {
    const text = helmValues("\n            enabled: false\n");
    expect(message(text, "0.4.0")).toEqual([
      "No release of the Spegel chart has enabled: it has no effect; Spegel is turned off by cluster.addon.spegel.enabled.",
    ]);
  });

  it.each([
    [
      "persistence.enabled",
      "0.4.0",
      "Spegel chart 0.4.0 has no spegel.persistence.enabled, so it has no effect: it came with 0.7.0.",
    ],
    [
      "resolveLatestTag",
      "0.7.4",
      "Spegel chart 0.7.4 has no spegel.resolveLatestTag, so it has no effect: 0.5.1 was the last release with it.",
    ],
    [
      "appendMirrors",
      "0.4.0",
      "Spegel chart 0.4.0 has no spegel.appendMirrors, so it has no effect: 0.0.30 was the last release with it; it is spegel.prependExisting now.",
    ],
  ])("%s in %s", (path, version, expected) => {
    const value = path.split(".").reduceRight((inner, key) => `{${key}: ${inner}}`, "true");
    expect(message(helmValues(`\n            spegel: ${value}\n`), version)).toEqual([expected]);
  });
});

describeRule("spegel/value-type", {
  fires: {
    "text where a boolean belongs": spegelValues("containerdMirrorAdd: «'false'»"),
    "text where a port belongs": helmValues("\n            service: {registry: {hostPort: «'30020'»}}\n"),
    "text where a list belongs": spegelValues("mirroredRegistries: «https://docker.io»"),
    "a list of other things": spegelValues("registryFilters: «[1]»"),
    "a number where text belongs": spegelValues("logLevel: «5»"),
    "a boolean where a list belongs": spegelValues("registryFilters: «true»"),
    "a map where text belongs": spegelValues("logLevel: «{}»"),
    "a null where Helm needs a map": helmValues(" |\n            service: {registry: «null»}\n"),
    "no map where values are": helmValues("\n            spegel: «5»\n"),
    "in a YAML string": helmValues(" |\n            spegel:\n              resolveTags: «'no'»\n"),
    "a null that Spegel cannot read": helmValues(
      " |\n            spegel:\n              resolveTags: «null»\n",
    ),
  },
  silent: {
    "right types": spegelValues("resolveTags: false", "registryFilters: [a]", "logLevel: DEBUG"),
    "null deletes a default": example("03-unset-resources-with-null.yaml"),
    "an unquoted word of YAML 1.1": spegelValues("resolveTags: no"),
  },
  unfixed: {
    "a port that is no number": helmValues("\n            service: {registry: {hostPort: many}}\n"),
    "a list where text belongs": spegelValues("logLevel: [DEBUG]"),
    "text that is neither true nor false": spegelValues("resolveTags: 'no'"),
  },
  fixes: {
    "a boolean": {
      title: /Write false/,
      before: spegelValues("containerdMirrorAdd: 'false' # mine"),
      after: spegelValues("containerdMirrorAdd: false # mine"),
    },
    "a list": {
      title: /Write \["https:/,
      before: spegelValues("mirroredRegistries: https://docker.io"),
      after: spegelValues("mirroredRegistries:", "  - https://docker.io"),
    },
  },
});

describe("spegel/value-type names the entry at fault", () => {
  it.each([
    [
      "spegel",
      "registryFilters: [a, 5]",
      "spegel.registryFilters must be a list of texts, but this is a list whose entry 2 is a number.",
    ],
    [
      "spegel",
      "mirroredRegistries: [{url: 'https://quay.io'}]",
      "spegel.mirroredRegistries must be a list of texts, but this is a list whose entry 1 is a map.",
    ],
    [
      "spegel",
      "additionalMirrorTargets: [true, {}]",
      "spegel.additionalMirrorTargets must be a list of texts, but this is a list whose entry 1 is true or false.",
    ],
    [
      "",
      "tolerations: [{key: a}, all]",
      "tolerations must be a list of maps, but this is a list whose entry 2 is text.",
    ],
    ["", "tolerations: all", "tolerations must be a list of maps, but this is text."],
  ])("%s %s", (section, line, message) => {
    const text = section === "" ? helmValues(`\n            ${line}\n`) : spegelValues(line);
    expect(diagnosticsOf(text, "spegel/value-type").map((one) => one.message)).toEqual([message]);
  });

  it("an entry with nothing in it", () => {
    const text = helmValues(" |\n            spegel:\n              registryFilters: [a, null]\n");
    expect(diagnosticsOf(text, "spegel/value-type").map((one) => one.message)).toEqual([
      "spegel.registryFilters must be a list of texts, but this is a list whose entry 2 is empty.",
    ]);
  });
});
