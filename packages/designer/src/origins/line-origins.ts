import type { NodeFile, PhaseId, Settings } from "../analysis.js";
import { previewSpec } from "../analyze-with.js";
import type { Preview, RolePreview } from "../preview.js";
import { sprigFor } from "../sprig-on-demand.js";
import type { LineOrigin } from "./line-origin.js";
import { spegelLines } from "./spegel-lines.js";
import { bootstrapLines } from "./template-lines.js";

export interface FileQuestion {
  /** Id of a role. */
  readonly role: string;
  readonly phase: PhaseId;
  /** Relative to certs.d. */
  readonly path: string;
}

/**
 * Where each line of a node's file comes from: a line of an extension's template, Kublr's built-in one, or a value of
 * the Spegel chart.
 *
 * @returns one entry for each line; none when there is no such file, or nothing in it
 */
export async function lineOrigins(
  specText: string,
  settings: Settings,
  { role: id, phase, path }: FileQuestion,
): Promise<readonly LineOrigin[]> {
  const preview = previewSpec(await sprigFor(settings), specText, settings);
  const role = preview.roles.find((each) => each.role.id === id);
  const files = role?.phases.find((each) => each.id === phase)?.files;
  const file = files?.find((each) => each.path === path);
  return role && file ? linesOf(preview, role, file) : [];
}

function linesOf(preview: Preview, role: RolePreview, file: NodeFile): readonly LineOrigin[] {
  if (file.content === "") return [];
  if (file.origin.kind === "spegel") return spegelLines(preview, role, file);
  const written = file.replaced?.path ?? file.path;
  const bootstrap = role.bootstrap.find(({ path }) => path === written);
  return bootstrap ? bootstrapLines(preview, role, bootstrap) : [];
}
