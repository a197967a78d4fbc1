import { type Kysely, type Migration, Migrator, sql } from "kysely";
import type { StoreDatabase } from "./schema.js";

/** How the two databases name the same column type. */
export interface ColumnTypes {
  readonly bytes: "blob" | "bytea";
}

/** Brings the tables up to date; safe to run at every start, and on PostgreSQL by several processes at once. */
export async function migrate(db: StoreDatabase, types: ColumnTypes): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(types) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error("the share store could not be brought up to date", { cause: error });
}

/** In order of their names. What has been released is never changed: a change is a new entry. */
function migrations(types: ColumnTypes): Record<string, Migration> {
  return {
    "001-shares": { up: (db) => createShares(db, types) },
    "002-cards": { up: addCards },
    "003-kept": { up: indexKept },
  };
}

async function createShares(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("shares")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("content", sql.raw(types.bytes))
    .addColumn("delete_token_hash", sql.raw(types.bytes), (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("shares_by_expiry").ifNotExists().on("shares").column("expires_at").execute();
}

/** Shares that were made before it have no card. One column a statement: SQLite knows no other way. */
async function addCards(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("shares").addColumn("card_title", "text").execute();
  await db.schema.alterTable("shares").addColumn("card_summary", "text").execute();
}

/** So that the shares that are kept can be counted without a look at them. */
async function indexKept(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("kept_shares_by_expiry")
    .on("shares")
    .column("expires_at")
    .where(sql.ref("content"), "is not", null)
    .execute();
}
