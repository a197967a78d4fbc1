import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import type { StoredObject } from "./image.js";

/**
 * How a registry answers: `serve` has the image; `empty` knows nothing; `manifests-only` has no blobs;
 * `digests-only` knows no tags; a number is the status of every answer; `HEAD:STATUS` serves GET and answers HEAD so;
 * `header:VALUE` serves those who send it as x-token.
 */
export type Mode =
  | "serve"
  | "empty"
  | "manifests-only"
  | "digests-only"
  | number
  | `HEAD:${number}`
  | `header:${string}`;

/** Written without brackets, as Spegel does. */
export const IPV6_LOOPBACK = "::1";

/** A request as it arrived. A TLS client's is seen, but not read. */
export interface Seen {
  address: string;
  method: string;
  /** Path and query. */
  target: string;
  status: number;
}

/** What a registry looks at in a request. */
export interface Asked {
  method: string;
  /** Path without query. */
  path: string;
  token?: string | undefined;
}

/** The status and body that a registry gives to a request. */
export function answer(
  mode: Mode,
  { method, path, token }: Asked,
  image: readonly StoredObject[],
): { status: number; object: StoredObject | null } {
  if (typeof mode === "number") return { status: mode, object: null };
  if (mode.startsWith("HEAD:") && method === "HEAD") return { status: Number(mode.slice(5)), object: null };
  const [, kind, id = ""] = /\/(manifests|blobs)\/([^/]+)$/.exec(path) ?? [];
  const object = image.find(({ name, digest }) =>
    kind === "manifests" ? name === "manifest" && (digest === id || !id.includes(":")) : digest === id,
  );
  const isHidden =
    mode === "empty" ||
    (mode === "manifests-only" && kind === "blobs") ||
    (mode === "digests-only" && !id.includes(":"));
  const isForbidden = mode.startsWith("header:") && token !== mode.slice("header:".length);
  return object === undefined || isHidden || isForbidden
    ? { status: 404, object: null }
    : { status: 200, object };
}

/** Listens on a loopback address and notes every request, until it is closed. */
export async function startRegistry(
  address: string,
  mode: Mode,
  image: readonly StoredObject[],
  seen: Seen[],
): Promise<{ close(): Promise<void> }> {
  const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (!host.startsWith("127.") && host !== IPV6_LOOPBACK)
    throw new Error(`mock registries stay on loopback addresses, not ${address}`);
  const http = createHttpServer((request, response) => {
    respond(request, response, { address, mode, image, seen });
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("data", (first) => {
      if (first[0] === 0x16) refuseTls(socket, address, seen);
      else {
        http.emit("connection", socket);
        socket.unshift(first);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(port), host, resolve);
  });
  return { close: () => close(server, sockets) };
}

/** What a plain HTTP server says to a TLS client; containerd then repeats the request over http. */
function refuseTls(socket: Socket, address: string, seen: Seen[]): void {
  seen.push({ address, method: "TLS", target: "", status: 0 });
  socket.end("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n");
}

interface Context {
  address: string;
  mode: Mode;
  image: readonly StoredObject[];
  seen: Seen[];
}

function respond(request: IncomingMessage, response: ServerResponse, context: Context): void {
  const target = request.url ?? "";
  const [path = ""] = target.split("?");
  const token = request.headers["x-token"]?.toString();
  const { method = "" } = request;
  const { status, object } = answer(context.mode, { method, path, token }, context.image);
  context.seen.push({ address: context.address, method, target, status });
  const body = object?.body ?? Buffer.from('{"errors":[]}');
  response.writeHead(status, {
    "Content-Type": object?.type ?? "application/json",
    "Content-Length": body.length,
    ...(object && { "Docker-Content-Digest": object.digest }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function close(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}
