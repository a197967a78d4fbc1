import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "./errors.js";
import { problem } from "./problems.js";

/** Vite names what it puts here after its content, so that it never changes. */
const HASHED_ASSETS = "assets";
const FOREVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";

const NOT_BUILT = problem("not-found", "The web app has not been built: npm run build.");

/** Serves the built web app; paths that are no file and no API are pages of the app. */
export async function serveWebApp(app: FastifyInstance, webRoot: string): Promise<void> {
  const isBuilt = existsSync(join(webRoot, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      preCompressed: true,
      dotfiles: "ignore",
      setHeaders: (response, path) => {
        response.setHeader(
          "cache-control",
          relative(webRoot, path).startsWith(HASHED_ASSETS + sep) ? FOREVER : ASK_AGAIN,
        );
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return sendProblem(reply, problem("not-found", notFoundDetail(request)));
    return isBuilt ? sendPage(request, reply) : sendProblem(reply, NOT_BUILT);
  });
}

/** Words between slashes, with no extension: a missing script must be a 404, not a page. */
const PAGE = /^(\/[\w-]+)*\/?$/;

function isPage({ method, url }: FastifyRequest): boolean {
  const path = pathOf(url);
  const isRead = method === "GET" || method === "HEAD";
  return isRead && PAGE.test(path) && !/^\/(api|assets)(\/|$)/.test(path);
}

function sendPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Shares are for those who have the link, not for search engines.
  if (pathOf(request.url).startsWith("/s/")) reply.header("x-robots-tag", "noindex");
  return reply.sendFile("index.html");
}

function notFoundDetail({ method, url }: FastifyRequest): string {
  return `There is nothing at ${method} ${pathOf(url).slice(0, 200)}.`;
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}
