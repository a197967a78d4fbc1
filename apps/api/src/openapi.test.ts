import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./testing/test-app.js";

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

const document = async () => (await service.app.inject({ url: "/api/openapi.json" })).json();

test("describes every route of the API", async () => {
  const { openapi, paths } = await document();
  expect(openapi).toBe("3.1.0");
  const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(routes.sort()).toEqual([
    "delete /api/v1/shares/{id}",
    "get /api/v1/catalog",
    "get /api/v1/schema",
    "get /api/v1/shares/{id}",
    "get /api/v1/shares/{id}/preview",
    "post /api/v1/edits",
    "post /api/v1/inspect",
    "post /api/v1/preview",
    "post /api/v1/pull-path",
    "post /api/v1/render",
    "post /api/v1/shares",
    "post /api/v1/validate",
  ]);
});

test("every reference leads to a schema", async () => {
  const api = await document();
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference]) => reference ?? "",
  );
  expect(references.length).toBeGreaterThan(10);
  const prefix = "#/components/schemas/";
  const missing = references.filter(
    (reference) => !(reference.slice(prefix.length) in api.components.schemas),
  );
  expect(missing).toEqual([]);
});

test("is valid OpenAPI 3.1 by a public validator, which sees faults", async () => {
  const validate = async (api: Record<string, unknown>) => new Validator().validate(api);
  expect(await validate(await document())).toEqual({ valid: true });
  const wrong = await document();
  wrong.paths["/api/v1/preview"].post.responses = [];
  expect(await validate(wrong)).toMatchObject({ valid: false });
});

test("holds no schema that nothing leads to", async () => {
  const api = await document();
  const text = JSON.stringify(api);
  const unused = Object.keys(api.components.schemas).filter(
    (name) => !text.includes(`"#/components/schemas/${name}"`),
  );
  expect(unused).toEqual([]);
});

test("requests are closed, answers are those of the contract, errors are problem documents", async () => {
  const { paths } = await document();
  const preview = paths["/api/v1/preview"].post;
  expect(preview.requestBody.content["application/json"].schema).toMatchObject({
    type: "object",
    required: ["spec"],
    additionalProperties: false,
    properties: { spec: { type: "string", maxLength: 1_048_576 } },
  });
  expect(preview.responses["200"].content["application/json"].schema).toEqual({
    $ref: "#/components/schemas/Analysis",
  });
  expect(preview.responses["400"].content["application/problem+json"].schema).toEqual({
    $ref: "#/components/schemas/Problem",
  });
  expect(Object.keys(paths["/api/v1/validate"].post.responses["200"].content)).toEqual([
    "application/json",
    "application/sarif+json",
  ]);
});

test("can be browsed, from this origin alone", async () => {
  const page = await service.app.inject({ url: "/api/docs/" });
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/(src|href)="https?:/);
  const script = await service.app.inject({ url: "/api/docs/static/swagger-ui-bundle.js" });
  expect(script.statusCode).toBe(200);
});
