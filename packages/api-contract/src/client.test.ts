import { describe, expect, test } from "vitest";
import { createApiClient, NO_ANSWER } from "./client.js";

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
}

/** A client whose requests are kept, and answered with the given response. */
function clientAnsweredBy(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    init?.signal?.throwIfAborted();
    const request = new Request(input, init);
    sent.push({
      url: request.url,
      method: request.method,
      headers: request.headers,
      body: request.body === null ? null : await request.text(),
    });
    return answer();
  };
  return { client: createApiClient({ baseUrl: "http://api.example.com", fetch }), sent };
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const API = "http://api.example.com/api/v1";

describe("createApiClient: requests", () => {
  test("a POST carries its JSON and says so", async () => {
    const { client, sent } = clientAnsweredBy(json(200, { valid: true, diagnostics: [] }));
    await client.validate({ spec: "kind: Cluster" });
    expect(sent).toMatchObject([
      { url: `${API}/validate`, method: "POST", body: '{"spec":"kind: Cluster"}' },
    ]);
    expect(sent[0]?.headers.get("content-type")).toBe("application/json");
  });

  test("an id is escaped in the path", async () => {
    const { client, sent } = clientAnsweredBy(json(200, {}));
    await client.previewShare("../x?y");
    expect(sent[0]?.url).toBe(`${API}/shares/..%2Fx%3Fy/preview`);
  });

  test("the catalog of a release is asked for in the query", async () => {
    const { client, sent } = clientAnsweredBy(json(200, {}));
    await client.catalog("0.7.4");
    await client.catalog();
    expect(sent).toMatchObject([{ url: `${API}/catalog?spegelVersion=0.7.4` }, { url: `${API}/catalog` }]);
  });

  test("deleting sends the token as a bearer token and takes an empty answer", async () => {
    const { client, sent } = clientAnsweredBy(() => new Response(null, { status: 204 }));
    expect(await client.deleteShare("abc", "secret")).toEqual({ ok: true, data: null });
    expect(sent).toMatchObject([{ url: `${API}/shares/abc`, method: "DELETE", body: null }]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer secret");
  });
});

describe("createApiClient: answers", () => {
  const gone = { type: "urn:x", title: "Gone", status: 410, detail: "It has expired." };
  const noAnswer = (status: number) => ({ ok: false, problem: { type: NO_ANSWER, status } });

  test("a success is data", async () => {
    const { client } = clientAnsweredBy(json(200, { ok: true, output: "x" }));
    const result = await client.render({ template: "x", data: null });
    expect(result).toEqual({ ok: true, data: { ok: true, output: "x" } });
  });

  test("a problem document is the problem", async () => {
    const { client } = clientAnsweredBy(json(410, gone));
    expect(await client.readShare("abc")).toEqual({ ok: false, problem: gone });
  });

  test.each([
    ["a page of a proxy", 502, "<html>Bad gateway</html>"],
    ["a page where JSON belongs, with status 200", 200, "<!doctype html>"],
    ["JSON that is no problem document", 500, '{"message":"no"}'],
  ])("%s is a problem", async (_, status, text) => {
    const { client } = clientAnsweredBy(() => new Response(text, { status }));
    expect(await client.catalog()).toMatchObject(noAnswer(status));
  });

  test("a server that cannot be reached is a problem with status 0", async () => {
    const { client } = clientAnsweredBy(() => Promise.reject(new TypeError("fetch failed")));
    expect(await client.catalog()).toMatchObject(noAnswer(0));
  });

  test("an abort is thrown, for the caller asked for it", async () => {
    const { client } = clientAnsweredBy(json(200, {}));
    await expect(client.catalog("0.4.0", { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
