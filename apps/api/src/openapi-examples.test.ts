/** Every example that the OpenAPI document shows is sent to the app; every answer is what the document promises. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./testing/test-app.js";

type Schema = Readonly<Record<string, unknown>>;
/** OpenAPI has one word for one example and another for several. */
interface Shown {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
type Content = Readonly<Record<string, Shown>>;
interface Parameter extends Shown {
  readonly in: "path" | "query";
  readonly name: string;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
const METHODS = ["GET", "POST", "DELETE"] as const;
type Method = Lowercase<(typeof METHODS)[number]>;
interface Api {
  readonly paths: Readonly<Record<string, Partial<Record<Method, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const JSON_BODY = { "content-type": "application/json" };

let service: TestApp;
let api: Api;
beforeAll(async () => {
  service = await startTestApp();
  api = (await service.app.inject({ url: "/api/openapi.json" })).json();
});
afterAll(() => service.close());
/** For the routes that need a share: no document can tell its id and token beforehand. */
async function newShare(): Promise<{ readonly id: string; readonly deleteToken: string }> {
  const request = { method: "POST", url: "/api/v1/shares", payload: { spec: "kind: Cluster" } } as const;
  return (await service.app.inject(request)).json();
}

/** What is wrong with a value by a schema of the document; null when nothing is. */
function faults(schema: Schema, value: unknown): string | null {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  const check = ajv.compile({ ...schema, components: api.components });
  return check(value) ? null : ajv.errorsText(check.errors);
}

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[lowercase(method)];
      return operation === undefined ? [] : [{ method, path, operation }];
    }),
  );

const lowercase = (method: (typeof METHODS)[number]) => method.toLowerCase() as Method;

/** Sends a request and holds the answer to what the operation promises for its status and media type. */
async function send(operation: Operation, request: InjectOptions): Promise<number> {
  const response = await service.app.inject(request);
  const promised = operation.responses[response.statusCode];
  expect(promised, `${response.statusCode} is not promised`).toBeDefined();
  if (promised?.content === undefined) {
    expect(response.body).toBe("");
    return response.statusCode;
  }
  const mediaType = String(response.headers["content-type"]).split(";")[0] ?? "";
  const schema = promised.content[mediaType]?.schema;
  expect(schema, `${mediaType} is not promised`).toBeDefined();
  if (schema) expect(faults(schema, response.json())).toBeNull();
  return response.statusCode;
}

function success({ responses }: Operation): { status: number; mediaTypes: string[] } {
  const [[status = "", { content = {} }] = ["", {}]] = Object.entries(responses).filter(([code]) =>
    code.startsWith("2"),
  );
  return { status: Number(status), mediaTypes: Object.keys(content) };
}

function examplesOf({ example, examples }: Shown): unknown[] {
  if (example !== undefined) return [example];
  return Object.values(examples ?? {}).map(({ value }) => value);
}

test("every route that takes a body shows examples, and each is answered as promised", async () => {
  let sent = 0;
  for (const { method, path, operation } of operations()) {
    const body = operation.requestBody?.content["application/json"];
    if (body === undefined) continue;
    expect(examplesOf(body).length, path).toBeGreaterThan(0);
    const { status, mediaTypes } = success(operation);
    for (const payload of examplesOf(body)) {
      expect(faults(body.schema, payload), path).toBeNull();
      for (const accept of mediaTypes) {
        const request = {
          method,
          url: path,
          payload: JSON.stringify(payload),
          headers: { accept, ...JSON_BODY },
        };
        expect(await send(operation, request), path).toBe(status);
        sent++;
      }
    }
  }
  expect(sent).toBeGreaterThan(12);
});

test("every route without a body is answered as promised, for each example of its parameters", async () => {
  for (const { method, path, operation } of operations()) {
    if (operation.requestBody !== undefined) continue;
    const share = await newShare();
    const headers = operation.security ? { authorization: `Bearer ${share.deleteToken}` } : {};
    for (const url of addresses(path.replace("{id}", share.id), operation.parameters ?? [])) {
      expect(await send(operation, { method, url, headers }), url).toBe(success(operation).status);
    }
  }
});

/** A path, and the path with each example of its parameters. */
function addresses(path: string, parameters: readonly Parameter[]): string[] {
  expect(path).not.toContain("{");
  const query = parameters.filter((parameter) => parameter.in === "query");
  const withParameters = query.flatMap((parameter) => {
    const examples = examplesOf(parameter);
    expect(examples.length, `${path} ${parameter.name}`).toBeGreaterThan(0);
    return examples.map((value) => `${path}?${parameter.name}=${encodeURIComponent(String(value))}`);
  });
  return [path, ...withParameters];
}

test("examples of answers are what their schemas say", () => {
  const shown = Object.values(api.components.schemas).flatMap((schema) =>
    (Array.isArray(schema.examples) ? schema.examples : []).map((example) => ({ schema, example })),
  );
  expect(shown.length).toBeGreaterThan(0);
  for (const { schema, example } of shown) expect(faults(schema, example)).toBeNull();
});

test("a wrong answer would be seen", () => {
  const analysis = { $ref: "#/components/schemas/Analysis" };
  expect(faults(analysis, { cluster: {} })).toContain("must have required property");
});
