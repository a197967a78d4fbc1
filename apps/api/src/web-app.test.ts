import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./testing/test-app.js";

const webFiles = {
  "index.html": "<!doctype html><title>Lookinglass</title>",
  "assets/index-4f3a.js": "export {};",
  "favicon.svg": "<svg/>",
};

describe("a built web app", () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startTestApp({ webFiles });
  });
  afterAll(() => service.close());

  const get = (url: string) => service.app.inject({ url });

  test.each(["/", "/inspect", "/some/page?with=query"])("%s is the page", async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe(webFiles["index.html"]);
    expect(response.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    });
  });

  test("an asset named after its content is kept for ever, other files are not", async () => {
    const asset = await get("/assets/index-4f3a.js");
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(asset.headers["content-type"]).toMatch(/^(text|application)\/javascript/);
    expect((await get("/favicon.svg")).headers["cache-control"]).toBe("no-cache");
  });

  test.each([
    "/assets/index-old.js",
    "/assets/",
    "/assets/none",
    "/robots.txt",
    "/../package.json",
    "/assets/..%2f..%2fdata",
  ])("%s is not there, and not the page", async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(response.headers["content-type"]).toBe("application/problem+json");
  });

  test("every answer carries the headers that browsers are to hold it to", async () => {
    for (const url of ["/", "/assets/index-4f3a.js", "/nothing.js", "/api/v1/catalog"]) {
      const { headers } = await get(url);
      expect(headers["content-security-policy"]).toContain("default-src 'none';script-src 'self';");
      expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
      });
      expect(headers["strict-transport-security"]).toBeUndefined();
    }
  });

  test("a POST to a page is not there", async () => {
    expect((await service.app.inject({ method: "POST", url: "/" })).statusCode).toBe(404);
  });
});

test("HTTPS is insisted on where the app is known to be reached by it", async () => {
  const service = await startTestApp({ environment: { PUBLIC_URL: "https://lookinglass.example.com" } });
  const { headers } = await service.app.inject({ url: "/healthz" });
  expect(headers["strict-transport-security"]).toMatch(/^max-age=\d+/);
  await service.close();
});

test("a web app that has not been built is said so", async () => {
  const service = await startTestApp();
  const response = await service.app.inject({ url: "/" });
  expect(response.statusCode).toBe(404);
  expect(response.json().detail).toBe("The web app has not been built: npm run build.");
  await service.close();
});
