import { editsResultSchema, sarifLogSchema, validationSchema } from "@lookinglass/api-contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  largeSpecs,
  overridesOfCluster,
  SIXTY_BY_FORTY,
} from "../../../../packages/designer/src/testing/large-specs.js";
import { startTestApp, type TestApp } from "../testing/test-app.js";

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

const post = (path: string, payload: object, headers = {}) =>
  service.app.inject({ method: "POST", url: `/api/v1/${path}`, payload, headers });

const shapes = Object.entries(largeSpecs(SIXTY_BY_FORTY)).filter(([name]) => !name.startsWith("200"));

test.each(shapes)(
  "60 groups and 40 registries, %s: the answer is short",
  { timeout: 60_000 },
  async (_, spec) => {
    const response = await post("validate", { spec });
    expect(response.statusCode).toBe(200);
    expect(response.body.length).toBeLessThan(200_000);
    const { diagnostics } = validationSchema.parse(response.json());
    expect(Math.max(...diagnostics.map(({ message }) => message.length))).toBeLessThanOrEqual(300);
    const sarif = await post("validate", { spec }, { accept: "application/sarif+json" });
    expect(sarif.body.length).toBeLessThan(200_000);
    expect(sarifLogSchema.parse(sarif.json()).runs[0]?.results).toHaveLength(diagnostics.length);
  },
);

test("files that Spegel sets aside are data, and a fix at any of many places can be applied", async () => {
  const spec = overridesOfCluster(SIXTY_BY_FORTY);
  const settings = { containerdVersion: "2.1" };
  const { diagnostics } = validationSchema.parse((await post("validate", { spec, settings })).json());
  const of = (code: string) => diagnostics.filter((one) => one.code === code);
  expect(of("spegel/mirror-add-overwrites")).toMatchObject([
    {
      message: "40 files on all 61 roles are set aside when Spegel starts; containerd no longer reads them.",
    },
  ]);
  expect(new Set(of("spegel/mirror-add-overwrites")[0]?.items).size).toBe(40);
  const [slow, ...more] = of("hosts/slow-fallback");
  expect(more).toEqual([]);
  expect(slow?.places).toHaveLength(40);
  const fix = slow?.places?.at(30)?.fixes?.[0]?.id;
  const edited = editsResultSchema.parse((await post("edits", { spec, settings, fix })).json());
  expect(edited.textEdits).toHaveLength(1);
  expect(edited.spec).toMatch(/mirror\.registry-30\.[^\n]*\n +dial_timeout = '1s'\n/);
});
