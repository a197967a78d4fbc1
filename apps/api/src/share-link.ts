import type { FastifyRequest } from "fastify";

/**
 * The address of a share's page: below what is configured, or else below the address that the request was sent to.
 * Null when the request's Host header names no host.
 */
export function shareLink(
  { protocol, host }: FastifyRequest,
  publicUrl: string | null,
  id: string,
): string | null {
  const base = publicUrl ?? `${protocol}://${host}`;
  return publicUrl !== null || isOrigin(base) ? new URL(`/s/${id}`, base).href : null;
}

/** Scheme and host alone: a header may hold anything. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { href, origin } = new URL(text);
  return href === `${origin}/`;
}
