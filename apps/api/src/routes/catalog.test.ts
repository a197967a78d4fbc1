import { catalogSchema } from "@lookinglass/api-contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../testing/test-app.js";

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

const read = async (query: string) => {
  const response = await service.app.inject({ url: `/api/v1/catalog${query}` });
  expect(response.statusCode).toBe(200);
  return catalogSchema.parse(response.json());
};

test("chart releases and values, containerd facts, agent versions, examples and starters", async () => {
  const { spegel, containerd, agentVersions, examples, starters } = await read("");
  expect(spegel.release).toBe("0.4.0");
  expect(spegel.releases).toContain("0.7.4");
  expect(spegel.values).toContainEqual(
    expect.objectContaining({
      path: "spegel.registryFilters",
      type: "array<string>",
      default: [],
      since: "0.4.0",
    }),
  );
  expect(containerd.facts.map(({ field }) => field)).toContain("dial_timeout");
  expect(agentVersions).toEqual(["1.27", "1.28", "1.29", "1.30", "1.31", "1.32", "1.33", "1.34"]);
  expect(examples.find(({ id }) => id === "disable-spegel")).toMatchObject({
    spec: expect.stringContaining("spegel:"),
  });
  expect(starters.map(({ id }) => id)).toEqual(["aws", "azure", "vsphere", "baremetal"]);
  expect(starters[0]).toMatchObject({
    title: "AWS",
    spec: expect.stringContaining("awsApiAccessSecretRef:"),
  });
});

test("the values are those of the release asked for", async () => {
  const paths = async (version: string) =>
    (await read(`?spegelVersion=${version}`)).spegel.values.map(({ path }) => path);
  expect(await paths("0.3.0")).not.toContain("spegel.registryFilters");
  expect(await paths("0.7.4")).toContain("spegel.registryFilters");
});

test("a release between or after known ones is read as the newest before it", async () => {
  const { release, releases } = (await read("?spegelVersion=9.9.9")).spegel;
  expect(release).toBe(releases.at(-1));
});

test("what is no release is a bad request", async () => {
  expect((await service.app.inject({ url: "/api/v1/catalog?spegelVersion=new" })).statusCode).toBe(400);
  expect((await service.app.inject({ url: "/api/v1/catalog?version=0.4.0" })).statusCode).toBe(400);
});
