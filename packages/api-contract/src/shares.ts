import { z } from "zod";
import { shareExamples } from "./examples.js";
import { MAX_TITLE_LENGTH } from "./limits.js";
import { specRequestSchema } from "./preview.js";
import { settingsSchema } from "./settings.js";

/** 128 random bits in base64url. */
export const shareIdSchema = z.string().regex(/^[0-9A-Za-z_-]{22}$/, "22 characters of base64url");

export const expiresInSchema = z.enum(["1d", "7d", "30d", "365d"]);

/** Body of POST /shares. */
export const createShareRequestSchema = z
  .strictObject({
    ...specRequestSchema.shape,
    title: z.string().max(MAX_TITLE_LENGTH).optional(),
    expiresIn: expiresInSchema.optional().meta({ description: "30d when absent" }),
    acknowledgeSecrets: z
      .boolean()
      .optional()
      .meta({ description: "Share what looks like a credential all the same; Secret documents never are" }),
  })
  .meta({ examples: shareExamples });

/** Answer of POST /shares: the only time that the delete token is told. */
export const createdShareSchema = z
  .strictObject({
    id: shareIdSchema,
    url: z.string(),
    deleteToken: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "CreatedShare" });

/** Answer of GET /shares/:id. */
export const shareSchema = z
  .strictObject({
    id: shareIdSchema,
    spec: z.string(),
    settings: settingsSchema,
    title: z.string().nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Share" });
