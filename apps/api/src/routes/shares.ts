import {
  analysisSchema,
  createdShareSchema,
  createShareRequestSchema,
  type ExpiresIn,
  type Share,
  shareIdSchema,
  shareSchema,
} from "@lookinglass/api-contract";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Engine } from "../engine.js";
import { Refusal } from "../problems.js";
import { refuseSecrets } from "../refuse-secrets.js";
import type { ShareStore } from "../store/share-store.js";
import type { ApiPlugin } from "./api-plugin.js";
import { badBody, jsonResponse, noShare, notPossible, tooManyRequests, wrongToken } from "./responses.js";

export interface ShareRoutesOptions {
  readonly store: ShareStore;
  readonly engine: Engine;
  readonly writesPerMinute: number;
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

const tags = ["Shares"];
// An id of the wrong form is not a bad request but one that no share has.
const params = z.object({ id: z.string() });
const headers = z.looseObject({
  authorization: z.string().optional().meta({ description: "Bearer, and the delete token of the share" }),
});

/** Shares: written once, read by id until they expire, deleted with the token that only their maker has. */
export function shareRoutes({ store, engine, writesPerMinute, publicUrl }: ShareRoutesOptions): ApiPlugin {
  const writeLimit = { rateLimit: { max: writesPerMinute, timeWindow: "1 minute" } };
  return (app, _options, done) => {
    app.post(
      "/shares",
      {
        config: writeLimit,
        schema: {
          tags,
          summary: "Share a spec: anyone with the link may read it until it expires",
          body: createShareRequestSchema,
          response: {
            201: jsonResponse("The share, and the only telling of its delete token", createdShareSchema),
            ...badBody,
            ...notPossible,
            ...tooManyRequests,
          },
        },
      },
      async (request, reply) => {
        const {
          spec,
          settings = {},
          title = null,
          expiresIn = "30d",
          acknowledgeSecrets = false,
        } = request.body;
        refuseSecrets(spec, acknowledgeSecrets);
        const share = await store.create({ spec, settings, title }, LIFETIMES[expiresIn]);
        const url = new URL(`/s/${share.id}`, publicUrl ?? originOf(request)).href;
        return reply.code(201).send({
          id: share.id,
          url,
          deleteToken: share.deleteToken,
          expiresAt: share.expiresAt.toISOString(),
        });
      },
    );

    app.get(
      "/shares/:id",
      {
        schema: {
          tags,
          summary: "What is shared",
          params,
          response: { 200: jsonResponse("The share", shareSchema), ...noShare },
        },
      },
      async ({ params: { id } }) => readShare(store, id),
    );

    app.get(
      "/shares/:id/preview",
      {
        schema: {
          tags,
          summary: "The analysis of what is shared",
          params,
          response: { 200: jsonResponse("The analysis", analysisSchema), ...noShare },
        },
      },
      async ({ params: { id } }) => {
        const { spec, settings } = await readShare(store, id);
        return engine.analyze(spec, settings);
      },
    );

    app.delete(
      "/shares/:id",
      {
        config: writeLimit,
        schema: {
          tags,
          summary: "Delete a share before it expires",
          params,
          headers,
          response: {
            204: z.null().describe("Deleted"),
            ...wrongToken,
            ...noShare,
            ...tooManyRequests,
          },
        },
      },
      async (request, reply) => {
        await deleteShare(store, request.params.id, bearerToken(request.headers.authorization));
        return reply.code(204).send(null);
      },
    );
    done();
  };
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
    throw new Refusal(
      "wrong-delete-token",
      "The token in the Authorization header is not the one of this share.",
    );
  }
  if (outcome !== "deleted") throw notThere(outcome);
}

function notThere(status: "unknown" | "gone"): Refusal {
  return status === "gone"
    ? new Refusal("share-gone", "This share has expired or was deleted.")
    : new Refusal("share-not-found", "No share has this id.");
}

function isShareId(id: string): boolean {
  return shareIdSchema.safeParse(id).success;
}

/** Empty when there is none, which is no share's token. */
function bearerToken(authorization = ""): string {
  return /^Bearer ([0-9A-Za-z_-]{1,128})$/i.exec(authorization)?.[1] ?? "";
}

function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}
