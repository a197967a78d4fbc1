import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import { shareIdSchema } from "@lookinglass/api-contract";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendProblem } from "./errors.js";
import { problem } from "./problems.js";
import type { RateLimits } from "./rate-limits.js";
import { shareLink } from "./share-link.js";
import { sharePage } from "./share-page.js";
import type { ReadCard, ShareStore } from "./store/share-store.js";

export interface WebAppOptions {
  /** The folder of the built web app. */
  readonly root: string;
  readonly store: ShareStore;
  readonly limits: RateLimits;
  /** Where the app is reached from outside; null: where the request was sent to. */
  readonly publicUrl: string | null;
}

/** Vite names what it puts here after its content, so that it never changes. */
const HASHED_ASSETS = "assets";
const FOREVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";

const NOT_BUILT = problem("not-found", "The web app has not been built: npm run build.");

/** Serves the built web app; paths that are no file and no API are pages of the app. */
export async function serveWebApp(app: FastifyInstance, options: WebAppOptions): Promise<void> {
  const { root } = options;
  const isBuilt = existsSync(join(root, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root,
      cacheControl: false,
      preCompressed: true,
      dotfiles: "ignore",
      setHeaders: (response, path) => {
        response.setHeader(
          "cache-control",
          relative(root, path).startsWith(HASHED_ASSETS + sep) ? FOREVER : ASK_AGAIN,
        );
      },
    });
    serveSharePages(app, options);
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return sendProblem(reply, problem("not-found", notFoundDetail(request)));
    return isBuilt ? reply.sendFile("index.html") : sendProblem(reply, NOT_BUILT);
  });
}

const STATUS: Record<ReadCard["status"], number> = { found: 200, unknown: 404, gone: 410 };

/** The page of a share says what it shows before any script runs, for those who are sent its link. */
function serveSharePages(app: FastifyInstance, { root, store, limits, publicUrl }: WebAppOptions): void {
  app.get<{ Params: { id: string } }>(
    "/s/:id",
    { onRequest: limits.reads, schema: { hide: true } },
    async (request, reply) => {
      const { id } = request.params;
      const [page, read] = await Promise.all([
        readFile(join(root, "index.html"), "utf8"),
        readCard(store, id),
      ]);
      // Shares are for those who have the link, not for search engines.
      reply.header("x-robots-tag", "noindex").header("cache-control", ASK_AGAIN);
      reply.code(STATUS[read.status]).type("text/html; charset=utf-8");
      return read.status === "found" ? sharePage(page, read.card, shareLink(request, publicUrl, id)) : page;
    },
  );
}

async function readCard(store: ShareStore, id: string): Promise<ReadCard> {
  return shareIdSchema.safeParse(id).success ? store.readCard(id) : { status: "unknown" };
}

/** Words between slashes, with no extension: a missing script must be a 404, not a page. */
const PAGE = /^(\/[\w-]+)*\/?$/;

function isPage({ method, url }: FastifyRequest): boolean {
  const path = pathOf(url);
  const isRead = method === "GET" || method === "HEAD";
  return isRead && PAGE.test(path) && !/^\/(api|assets)(\/|$)/.test(path);
}

function notFoundDetail({ method, url }: FastifyRequest): string {
  return `There is nothing at ${method} ${pathOf(url).slice(0, 200)}.`;
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}
