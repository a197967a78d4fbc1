import * as z from "zod/mini";

/**
 * The parts of a Kublr cluster spec that are known: from Kublr's cluster specification reference, its page on image
 * caching and the specs of its published demos. Everything else passes. Null passes everywhere: the Kublr API drops
 * it. The error texts are the `expected` of {@link checkTypes}.
 */

const text = z.string({ error: "text" });
const flag = z.boolean({ error: "true or false" });
const count = z.int({ error: "a whole number" });

const maybe = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));
const maybeShape = <S extends z.core.$ZodShape>(shape: S) =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, maybe(schema)]));
const map = (shape: z.core.$ZodShape) => z.looseObject(maybeShape(shape), { error: "a map" });
const listOf = <T extends z.core.SomeType>(item: T) => z.array(z.nullable(item), { error: "a list" });
const mapOf = <T extends z.core.SomeType>(value: T) =>
  z.record(z.string(), z.nullable(value), { error: "a map" });

const providers = {
  aws: map({}),
  azure: map({}),
  gcp: map({}),
  vSphere: map({}),
  vcd: map({}),
  baremetal: map({}),
};

const spegel = map({
  enabled: flag,
  helm_values: z.union([map({}), text], { error: "a map or text" }),
});

const agentConfig = map({
  cluster: map({ addon: map({ spegel }) }),
  extensions: mapOf(map({ path: text, content: text })),
});

const instanceGroup = {
  locations: listOf(map({ locationRef: text, ...providers })),
  initialNodes: count,
  minNodes: count,
  maxNodes: count,
  autoscaling: flag,
  kublrAgentConfig: agentConfig,
};

const network = map({
  provider: text,
  clusterCIDR: text,
  serviceCIDR: text,
  podCIDR: text,
  masterIP: text,
  dnsIP: text,
  dnsDomain: text,
});

export const clusterSchema = map({
  kind: text,
  metadata: map({ name: text, labels: map({}), annotations: map({}) }),
  spec: map({
    kublrVersion: text,
    kublrAgentTgzUrl: text,
    kublrAgentRef: text,
    secretStore: map({}),
    network,
    locations: listOf(map({ name: text, ...providers })),
    master: map(instanceGroup),
    nodes: listOf(map({ name: text, ...instanceGroup })),
    features: map({}),
    packages: map({}),
    kublrAgentConfig: agentConfig,
  }),
});

/** The schema as JSON Schema (draft 2020-12), for editors and other tools. */
export function clusterJsonSchema(): object {
  return z.toJSONSchema(clusterSchema);
}
