import type { NodeFile, PhaseId, Settings } from "../analysis.js";
import { sprigFor } from "../late-parts.js";
import type { Preview, RolePreview } from "../preview.js";
import { previewSpec } from "../preview-spec.js";
import type { LineOrigin } from "./line-origin.js";
import { spegelLines } from "./spegel-lines.js";
import { bootstrapLines } from "./template-lines.js";

/** Nobody goes through a longer file line by line, and each line is searched for in the spec. */
const MOST_LINES = 1000;
const MOST_CHARACTERS = 100_000;

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
 * @returns one entry for each line; none when there is no such file, nothing in it, or far more than any hosts.toml
 */
export async function lineOrigins(
  specText: string,
  settings: Settings,
  { role: id, phase, path }: FileQuestion,
): Promise<readonly LineOrigin[]> {
  const preview = previewSpec({ sprig: await sprigFor(settings) }, specText, settings);
  const role = preview.roles.find((each) => each.role.id === id);
  const files = role?.phases.find((each) => each.id === phase)?.files;
  const file = files?.find((each) => each.path === path);
  return role && file ? linesOf(preview, role, file) : [];
}

function linesOf(preview: Preview, role: RolePreview, file: NodeFile): readonly LineOrigin[] {
  if (file.content === "" || isLong(file.content)) return [];
  if (file.origin.kind === "spegel") return spegelLines(preview, role, file);
  const written = file.replaced?.path ?? file.path;
  const bootstrap = role.bootstrap.find(({ path }) => path === written);
  return bootstrap ? bootstrapLines(preview, role, bootstrap) : [];
}

function isLong(content: string): boolean {
  return content.length > MOST_CHARACTERS || content.split("\n").length > MOST_LINES;
}
