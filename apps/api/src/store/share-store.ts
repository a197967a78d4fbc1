import { sql } from "kysely";
import { packContent, type ShareContent, unpackContent } from "./content.js";
import type { StoreDatabase } from "./schema.js";
import { hashToken, newDeleteToken, newShareId, tokenMatches } from "./tokens.js";

export interface NewShare {
  readonly id: string;
  /** Told here and never again: only its hash is stored. */
  readonly deleteToken: string;
  readonly expiresAt: Date;
}

export type ReadShare =
  | {
      readonly status: "found";
      readonly content: ShareContent;
      readonly createdAt: Date;
      readonly expiresAt: Date;
    }
  | { readonly status: "gone" }
  | { readonly status: "unknown" };

export type DeletedShare = "deleted" | "gone" | "unknown" | "wrong-token";

/**
 * Shares by id: written once, read until they expire or are deleted, never changed. The methods reject only
 * when the database fails.
 */
export interface ShareStore {
  /** Resolves when the share is on disk. */
  create(content: ShareContent, lifetimeMs: number): Promise<NewShare>;
  read(id: string): Promise<ReadShare>;
  delete(id: string, token: string): Promise<DeletedShare>;
  /** Drops the content of what has expired and gives the number of shares emptied; their ids stay known. */
  purge(): Promise<number>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The share store over an open database; `now` is the clock that expiry goes by. */
export function createShareStore(db: StoreDatabase, now: () => Date = () => new Date()): ShareStore {
  return {
    create: (content, lifetimeMs) => insert(db, now(), content, lifetimeMs),
    read: (id) => read(db, now(), id),
    delete: (id, token) => remove(db, now(), id, token),
    purge: () => purge(db, now()),
    ping: async () => void (await sql`select 1`.execute(db)),
    close: () => db.destroy(),
  };
}

async function insert(
  db: StoreDatabase,
  now: Date,
  content: ShareContent,
  lifetimeMs: number,
): Promise<NewShare> {
  const share = {
    id: newShareId(),
    deleteToken: newDeleteToken(),
    expiresAt: new Date(now.getTime() + lifetimeMs),
  };
  await db
    .insertInto("shares")
    .values({
      id: share.id,
      content: await packContent(content),
      delete_token_hash: hashToken(share.deleteToken),
      created_at: now.toISOString(),
      expires_at: share.expiresAt.toISOString(),
    })
    .execute();
  return share;
}

async function read(db: StoreDatabase, now: Date, id: string): Promise<ReadShare> {
  const row = await db.selectFrom("shares").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return { status: "unknown" };
  const expiresAt = new Date(row.expires_at);
  if (row.content === null || expiresAt <= now) return { status: "gone" };
  const content = await unpackContent(row.content);
  return { status: "found", content, createdAt: new Date(row.created_at), expiresAt };
}

async function remove(db: StoreDatabase, now: Date, id: string, token: string): Promise<DeletedShare> {
  const row = await db
    .selectFrom("shares")
    .select(["delete_token_hash", "expires_at", "content"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return "unknown";
  if (!tokenMatches(token, row.delete_token_hash)) return "wrong-token";
  if (row.content === null || new Date(row.expires_at) <= now) return "gone";
  await db.updateTable("shares").set({ content: null }).where("id", "=", id).execute();
  return "deleted";
}

async function purge(db: StoreDatabase, now: Date): Promise<number> {
  const result = await db
    .updateTable("shares")
    .set({ content: null })
    .where("expires_at", "<=", now.toISOString())
    .where("content", "is not", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
