import { sql } from "kysely";
import type { ShareCard } from "../engine/share-card.js";
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

export type ReadCard =
  /** Null for a share from before there were cards. */
  { readonly status: "found"; readonly card: ShareCard | null } | Exclude<ReadShare, { status: "found" }>;

export type DeletedShare = "deleted" | "gone" | "unknown" | "wrong-token";

/** The database has failed, or could not be reached: its own words are the cause. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";

  constructor(cause: unknown) {
    super("the share store does not answer", { cause });
  }
}

/**
 * Shares by id: written once, read until they expire or are deleted, never changed. The methods reject only
 * when the database fails, with a StoreFailure.
 */
export interface ShareStore {
  /** Resolves when the share is on disk. */
  create(content: ShareContent, lifetimeMs: number, card?: ShareCard): Promise<NewShare>;
  read(id: string): Promise<ReadShare>;
  /** What a link to a share shows, without reading the share. */
  readCard(id: string): Promise<ReadCard>;
  delete(id: string, token: string): Promise<DeletedShare>;
  /** Drops the content of what has expired and gives the number of shares emptied; their ids stay known. */
  purge(): Promise<number>;
  /** The number of shares that have neither expired nor been deleted. */
  count(): Promise<number>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What is left of a share that is gone: its id, and when it was there. */
const EMPTIED = { content: null, card_title: null, card_summary: null };

/** The share store over an open database; `now` is the clock that expiry goes by. */
export function createShareStore(db: StoreDatabase, now: () => Date = () => new Date()): ShareStore {
  return {
    create: (content, lifetimeMs, card) => answered(insert(db, now(), { content, lifetimeMs, card })),
    read: (id) => answered(read(db, now(), id)),
    readCard: (id) => answered(readCard(db, now(), id)),
    delete: (id, token) => answered(remove(db, now(), id, token)),
    purge: () => answered(purge(db, now())),
    count: () => answered(count(db, now())),
    ping: async () => void (await answered(sql`select 1`.execute(db))),
    close: () => db.destroy(),
  };
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreFailure(cause);
  }
}

interface Insertion {
  readonly content: ShareContent;
  readonly lifetimeMs: number;
  readonly card: ShareCard | undefined;
}

async function insert(
  db: StoreDatabase,
  now: Date,
  { content, lifetimeMs, card }: Insertion,
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
      card_title: card?.title ?? null,
      card_summary: card?.summary ?? null,
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

async function readCard(db: StoreDatabase, now: Date, id: string): Promise<ReadCard> {
  const row = await db
    .selectFrom("shares")
    .select([
      "card_title",
      "card_summary",
      "expires_at",
      sql<number | boolean>`content is null`.as("is_empty"),
    ])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return { status: "unknown" };
  if (row.is_empty || new Date(row.expires_at) <= now) return { status: "gone" };
  const { card_title: title, card_summary: summary } = row;
  return { status: "found", card: title === null || summary === null ? null : { title, summary } };
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
  await db.updateTable("shares").set(EMPTIED).where("id", "=", id).execute();
  return "deleted";
}

async function count(db: StoreDatabase, now: Date): Promise<number> {
  const row = await db
    .selectFrom("shares")
    .select((shares) => shares.fn.countAll().as("count"))
    .where("expires_at", ">", now.toISOString())
    .where("content", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function purge(db: StoreDatabase, now: Date): Promise<number> {
  const result = await db
    .updateTable("shares")
    .set(EMPTIED)
    .where("expires_at", "<=", now.toISOString())
    .where("content", "is not", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
