import {
  analysisSchema,
  type CreateShareRequest,
  createdShareSchema,
  createShareRequestSchema,
  type ExpiresIn,
  type Share,
  shareIdSchema,
  shareSchema,
} from "@lookinglass/api-contract";
import { z } from "zod";
import type { Engine } from "../engine/engine.js";
import type { Metrics } from "../metrics.js";
import { problem, Refusal } from "../problems.js";
import type { RateLimits } from "../rate-limits.js";
import { shareLink } from "../share-link.js";
import type { NewShare, ShareStore } from "../store/share-store.js";
import type { ApiPlugin } from "./api-plugin.js";
import {
  analysed,
  badBody,
  jsonResponse,
  noShare,
  storeAway,
  tooManyRequests,
  wrongToken,
} from "./responses.js";

export interface ShareRoutesOptions {
  readonly store: ShareStore;
  readonly engine: Engine;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  /** Shares that the store may hold. */
  readonly maxShares: number;
  /** Where the web app is reached; null: at the address that the request was sent to. */
  readonly publicUrl: string | null;
}

const DAY_MS = 86_400_000;
const LIFETIMES: Record<ExpiresIn, number> = {
  "1d": DAY_MS,
  "7d": 7 * DAY_MS,
  "30d": 30 * DAY_MS,
  "365d": 365 * DAY_MS,
};

/** Until the next purge, at most. */
const PURGE_TAKES_SECONDS = 3_600;

/** Name under which OpenAPI describes how a delete token is sent. */
export const DELETE_TOKEN = "deleteToken";

const tags = ["Shares"];
// An id of the wrong form is not a bad request but one that no share has.
const params = z.object({ id: z.string() });

/** Shares: written once, read by id until they expire, deleted with the token that only their maker has. */
export function shareRoutes(options: ShareRoutesOptions): ApiPlugin {
  const { store, engine, metrics, limits } = options;
  return (app, _options, done) => {
    app.post(
      "/shares",
      {
        onRequest: limits.writes,
        schema: {
          tags,
          summary: "Share a spec: anyone with the link may read it until it expires",
          body: createShareRequestSchema,
          response: {
            201: jsonResponse("The share, and the only telling of its delete token", createdShareSchema),
            ...badBody,
            ...analysed,
          },
        },
      },
      async (request, reply) => {
        const linkTo = (id: string) => shareLink(request, options.publicUrl, id);
        if (linkTo("") === null)
          throw new Refusal(problem("invalid-request", "The Host header names no host."));
        const { id, deleteToken, expiresAt } = await createShare(options, request.body, request.ip);
        const url = linkTo(id) ?? "";
        return reply.code(201).send({ id, url, deleteToken, expiresAt: expiresAt.toISOString() });
      },
    );

    app.get(
      "/shares/:id",
      {
        onRequest: limits.reads,
        schema: {
          tags,
          summary: "What is shared",
          params,
          response: {
            200: jsonResponse("The share", shareSchema),
            ...noShare,
            ...tooManyRequests,
            ...storeAway,
          },
        },
      },
      async ({ params: { id } }) => {
        const share = await readShare(store, id);
        metrics.share("read");
        return share;
      },
    );

    app.get(
      "/shares/:id/preview",
      {
        onRequest: limits.analyses,
        schema: {
          tags,
          summary: "The analysis of what is shared",
          params,
          response: { 200: jsonResponse("The analysis", analysisSchema), ...noShare, ...analysed },
        },
      },
      async ({ params: { id }, ip }) => {
        const { spec, settings } = await readShare(store, id);
        metrics.share("read");
        return engine.preview({ spec, settings }, ip);
      },
    );

    app.delete(
      "/shares/:id",
      {
        onRequest: limits.writes,
        schema: {
          tags,
          summary: "Delete a share before it expires",
          security: [{ [DELETE_TOKEN]: [] }],
          params,
          response: {
            204: z.null().describe("Deleted"),
            ...wrongToken,
            ...noShare,
            ...tooManyRequests,
            ...storeAway,
          },
        },
      },
      async (request, reply) => {
        await deleteShare(store, request.params.id, bearerToken(request.headers.authorization));
        metrics.share("deleted");
        return reply.code(204).send(null);
      },
    );
    done();
  };
}

async function createShare(
  options: ShareRoutesOptions,
  request: CreateShareRequest,
  client: string,
): Promise<NewShare> {
  const { store, engine, metrics, maxShares } = options;
  const prepared = await engine.prepareShare(request, client);
  if (!prepared.ok) {
    if (prepared.problem.secrets !== undefined) metrics.share("held-back");
    throw new Refusal(prepared.problem);
  }
  if ((await store.count()) >= maxShares) throw storeIsFull();
  const { spec, settings = {}, title = null, expiresIn = "30d" } = request;
  const share = await store.create({ spec, settings, title }, LIFETIMES[expiresIn], prepared.card);
  metrics.share("created");
  return share;
}

function storeIsFull(): Refusal {
  const detail = "This server keeps as many shares as it may. Older ones have to expire first.";
  return new Refusal(problem("store-full", detail), PURGE_TAKES_SECONDS);
}

async function readShare(store: ShareStore, id: string): Promise<Share> {
  const share = isShareId(id) ? await store.read(id) : { status: "unknown" as const };
  if (share.status !== "found") throw notThere(share.status);
  const { content, createdAt, expiresAt } = share;
  return { id, ...content, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

async function deleteShare(store: ShareStore, id: string, token: string): Promise<void> {
  const outcome = isShareId(id) ? await store.delete(id, token) : "unknown";
  if (outcome === "wrong-token") {
    const detail = "The token in the Authorization header is not the one of this share.";
    throw new Refusal(problem("wrong-delete-token", detail));
  }
  if (outcome !== "deleted") throw notThere(outcome);
}

function notThere(status: "unknown" | "gone"): Refusal {
  return new Refusal(
    status === "gone"
      ? problem("share-gone", "This share has expired or was deleted.")
      : problem("share-not-found", "No share has this id."),
  );
}

function isShareId(id: string): boolean {
  return shareIdSchema.safeParse(id).success;
}

/** Empty when there is none, which is no share's token. */
function bearerToken(authorization = ""): string {
  return /^Bearer ([0-9A-Za-z_-]{1,128})$/i.exec(authorization)?.[1] ?? "";
}
