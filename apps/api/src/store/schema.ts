import type { ColumnType, Kysely } from "kysely";

/** pg reads bytes as a Buffer, libsql as an ArrayBuffer; both write a Buffer. */
export type StoredBytes = Buffer | ArrayBuffer;

export function bytesOf(stored: StoredBytes): Buffer {
  return stored instanceof ArrayBuffer ? Buffer.from(stored) : stored;
}

/** Times are ISO 8601 in UTC with milliseconds: such texts sort as the times do, in every database. */
export interface ShareTable {
  readonly id: string;
  /** Deflated JSON of a ShareContent; null once the share is deleted or purged. */
  readonly content: ColumnType<StoredBytes | null, Buffer, null>;
  /** SHA-256 of the delete token. */
  readonly delete_token_hash: ColumnType<StoredBytes, Buffer, never>;
  /** What a link to the share shows; null once the share is deleted or purged. */
  readonly card_title: ColumnType<string | null, string | null, null>;
  readonly card_summary: ColumnType<string | null, string | null, null>;
  readonly created_at: string;
  readonly expires_at: string;
}

export interface StoreTables {
  readonly shares: ShareTable;
}

export type StoreDatabase = Kysely<StoreTables>;
