import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { bytesOf, type StoredBytes } from "./schema.js";

/** 128 random bits in base64url: 22 characters that nobody can guess. */
export function newShareId(): string {
  return randomBytes(16).toString("base64url");
}

/** 256 random bits in base64url. */
export function newDeleteToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A token is random and long, so that a plain hash of it cannot be reversed. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** In constant time, so that an answer's delay tells nothing about the token. */
export function tokenMatches(token: string, hash: StoredBytes): boolean {
  return timingSafeEqual(hashToken(token), bytesOf(hash));
}
