import { z } from "zod";
import { boundedRecord } from "./bounded-record.js";
import { jsonObject } from "./json-value.js";
import { MAX_KEY_LENGTH, MAX_NODE_ADDRESSES, MAX_ROLES } from "./limits.js";

/** A version as users write it; what it means is decided where it is used. */
export const versionSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[0-9A-Za-z.+_-]+$/, "a version such as 1.7 or 2.1.9");

const roleId = z.string().min(1).max(MAX_KEY_LENGTH);

const ROLES = { most: MAX_ROLES, of: "roles" };

export const containerRuntimeSchema = z.enum(["containerd", "cri-o", "other"]);

/** What the preview assumes where the spec does not say. */
export const settingsSchema = z
  .strictObject({
    agentVersion: versionSchema.optional(),
    containerdVersion: versionSchema.optional(),
    spegelVersion: versionSchema.optional(),
    runtimes: boundedRecord(roleId, containerRuntimeSchema, ROLES).optional(),
    nodeAddresses: boundedRecord(
      roleId,
      z.array(z.string().min(1).max(255)).max(MAX_NODE_ADDRESSES),
      ROLES,
    ).optional(),
    extraConfig: jsonObject().optional(),
    templateFunctions: z.enum(["go", "sprig"]).optional(),
  })
  .meta({ id: "Settings", description: "What the preview assumes where the cluster spec does not say" });
