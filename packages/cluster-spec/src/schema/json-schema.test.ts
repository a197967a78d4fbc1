import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { clusterDocument } from "../cluster.js";
import { parseSpec } from "../parse/parse-spec.js";
import { clusterJsonSchema } from "./json-schema.js";

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, logger: false }).compile(
  clusterJsonSchema(),
);

/** Where a spec breaks the schema, as JSON pointers. */
function faults(text: string): string[] {
  validate(clusterDocument(parseSpec(text))?.data);
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

const examples = new URL("../../../../examples/", import.meta.url);

test.each(readdirSync(examples).filter((name) => name.endsWith(".yaml")))("takes the example %s", (name) => {
  expect(faults(readFileSync(new URL(name, examples), "utf8"))).toEqual([]);
});

describe("the schema", () => {
  test.each([
    ["a type", "kind: Cluster\nspec: {master: {stateful: 'no'}}\n", ["/spec/master/stateful"]],
    [
      "a type within a list",
      "kind: Cluster\nspec: {nodes: [{}, {minNodes: a}]}\n",
      ["/spec/nodes/1/minNodes"],
    ],
    [
      "a type below any name",
      "kind: Cluster\nspec: {packages: {p: {namespace: 1}}}\n",
      ["/spec/packages/p/namespace"],
    ],
    ["nulls", "kind: Cluster\nmetadata:\nspec: {master: null, nodes: [null, {minNodes: null}]}\n", []],
    ["keys that are not known", "kind: Cluster\nspec: {more: 1, nodes: [{taints: [a]}]}\n", []],
    ["other choices than were seen", "kind: Cluster\nspec: {network: {provider: cilium}}\n", []],
    [
      "helm_values as text",
      "kind: Cluster\nspec: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: 'a: 1'}}}}}\n",
      [],
    ],
  ])("of %s", (_, text, places) => {
    expect(faults(text)).toEqual(places);
  });

  test("describes keys with their source", () => {
    expect(clusterJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: {
        spec: {
          properties: { master: { $ref: "#/$defs/group" }, nodes: { items: { $ref: "#/$defs/group" } } },
        },
      },
      $defs: {
        group: {
          properties: {
            kublrVariant: {
              type: ["string", "null"],
              description: expect.stringMatching(/Seen in 25 of 40 public specs/),
              examples: expect.arrayContaining(["aws-ubuntu-20.04"]),
            },
          },
        },
      },
    });
  });
});
