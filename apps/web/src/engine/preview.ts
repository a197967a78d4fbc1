import { previewRoles, type Settings } from "@lookinglass/designer";
import type { Inspection } from "./inspection.js";

/** The part of an inspection that a page shows first. */
export async function preview(text: string, settings: Settings): Promise<Inspection> {
  return { text, settings, analysis: await previewRoles(text, settings), checked: null };
}
