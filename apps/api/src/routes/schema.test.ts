import { clusterJsonSchema } from "@lookinglass/cluster-spec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../testing/test-app.js";

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

test("the cluster spec's JSON Schema, as such", async () => {
  const response = await service.app.inject({ url: "/api/v1/schema" });
  expect(response.statusCode).toBe(200);
  expect(response.headers["content-type"]).toMatch(/^application\/schema\+json\b/);
  expect(response.json()).toEqual(clusterJsonSchema());
  expect(response.json()).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { spec: expect.anything() },
  });
});
