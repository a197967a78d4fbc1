/**
 * Typed client of the HTTP API for browsers and Node. It carries types only, no schemas, so that a web page
 * that imports it loads no validation library.
 */
import type { Analysis, PullPath } from "@lookinglass/designer";
import type {
  Catalog,
  CreatedShare,
  CreateShareRequest,
  EditsRequest,
  EditsResult,
  Inspection,
  InspectRequest,
  PreviewRequest,
  Problem,
  PullPathRequest,
  RenderRequest,
  RenderResult,
  Share,
  Validation,
} from "./types.js";

export type * from "./types.js";

/** What a call gives: data, or the problem document that says why not. It never throws but for an abort. */
export type ApiResult<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: Problem };

export interface ApiClientOptions {
  /** Origin of the API, without a slash at its end. Default: "", the page's own origin. */
  readonly baseUrl?: string;
  /** Default: the global fetch. */
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface ApiClient {
  preview(request: PreviewRequest, options?: CallOptions): Promise<ApiResult<Analysis>>;
  validate(request: PreviewRequest, options?: CallOptions): Promise<ApiResult<Validation>>;
  pullPath(request: PullPathRequest, options?: CallOptions): Promise<ApiResult<PullPath>>;
  edits(request: EditsRequest, options?: CallOptions): Promise<ApiResult<EditsResult>>;
  render(request: RenderRequest, options?: CallOptions): Promise<ApiResult<RenderResult>>;
  inspect(request: InspectRequest, options?: CallOptions): Promise<ApiResult<Inspection>>;
  /** The values of one Spegel chart release; of the default one when none is named. */
  catalog(spegelVersion?: string, options?: CallOptions): Promise<ApiResult<Catalog>>;
  createShare(request: CreateShareRequest, options?: CallOptions): Promise<ApiResult<CreatedShare>>;
  readShare(id: string, options?: CallOptions): Promise<ApiResult<Share>>;
  previewShare(id: string, options?: CallOptions): Promise<ApiResult<Analysis>>;
  deleteShare(id: string, deleteToken: string, options?: CallOptions): Promise<ApiResult<null>>;
}

/** `type` of the problem that the client itself reports when no server answered; its status is 0. */
export const NO_ANSWER = "urn:lookinglass:problem:no-answer";

/**
 * Makes a client. Every method sends one request and gives `{ok: true, data}` for a success and
 * `{ok: false, problem}` for everything else: the server's problem document, or one with type
 * {@link NO_ANSWER} when the server could not be reached or something that is not the API answered.
 * An aborted signal rejects with its AbortError.
 */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  const send = sender(options.baseUrl ?? "", options.fetch ?? globalThis.fetch);
  const post = <Data>(path: string, body: unknown, call?: CallOptions) =>
    send<Data>(path, { method: "POST", body: JSON.stringify(body), ...JSON_BODY }, call);
  const share = (id: string) => `shares/${encodeURIComponent(id)}`;
  return {
    preview: (request, call) => post("preview", request, call),
    validate: (request, call) => post("validate", request, call),
    pullPath: (request, call) => post("pull-path", request, call),
    edits: (request, call) => post("edits", request, call),
    render: (request, call) => post("render", request, call),
    inspect: (request, call) => post("inspect", request, call),
    catalog: (version, call) =>
      send(`catalog${version ? `?spegelVersion=${encodeURIComponent(version)}` : ""}`, {}, call),
    createShare: (request, call) => post("shares", request, call),
    readShare: (id, call) => send(share(id), {}, call),
    previewShare: (id, call) => send(`${share(id)}/preview`, {}, call),
    deleteShare: (id, token, call) =>
      send(share(id), { method: "DELETE", headers: { authorization: `Bearer ${token}` } }, call),
  };
}

const JSON_BODY = { headers: { "content-type": "application/json" } };

function sender(baseUrl: string, fetchImpl: typeof fetch) {
  return async <Data>(path: string, init: RequestInit, call?: CallOptions): Promise<ApiResult<Data>> => {
    try {
      const signal = call?.signal ? { signal: call.signal } : {};
      const response = await fetchImpl(`${baseUrl}/api/v1/${path}`, { ...init, ...signal });
      return await readAnswer<Data>(response);
    } catch (cause) {
      if (call?.signal?.aborted) throw cause;
      return noAnswer(0, "The server could not be reached.");
    }
  };
}

async function readAnswer<Data>(response: Response): Promise<ApiResult<Data>> {
  const text = await response.text();
  const body = text === "" ? null : parseJson(text);
  // The server's answers are held to these types by the contract's tests, so they are not validated again here.
  if (response.ok && body !== undefined) return { ok: true, data: body as Data };
  if (isProblem(body)) return { ok: false, problem: body };
  return noAnswer(response.status, "What answered is not the Lookinglass API.");
}

/** Undefined for a text that is not JSON, which JSON itself cannot express. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== "object" || body === null) return false;
  return "type" in body && "title" in body && "status" in body && typeof body.status === "number";
}

function noAnswer(status: number, detail: string): ApiResult<never> {
  return { ok: false, problem: { type: NO_ANSWER, title: "No answer from the server", status, detail } };
}
