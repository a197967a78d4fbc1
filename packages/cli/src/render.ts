import {
  type Analysis,
  analyze,
  type NodeFile,
  type Phase,
  type PhaseId,
  type Settings,
} from "@lookinglass/designer";
import { chooseRole } from "./choose-role.js";
import { EXIT, type Outcome, usageError } from "./console.js";
import { counted, type Paint, printable } from "./style.js";

export const RENDER_FORMATS = ["text", "json"] as const;
export type RenderFormat = (typeof RENDER_FORMATS)[number];

export interface RenderOptions {
  readonly format: RenderFormat;
  /** Id of the role; the first one when absent. */
  readonly role?: string | undefined;
  readonly phase: PhaseId;
  /** Only this file, and nothing but its content. */
  readonly file?: string | undefined;
  readonly paint: Paint;
}

/** What is on the node's disk: file by path under certs.d. */
export type CertsD = ReadonlyMap<string, string>;

export interface Rendered {
  readonly outcome: Outcome;
  /** Empty where the question was wrong. */
  readonly certsD: CertsD;
}

/** `lookinglass render`: the files of one role in one phase. */
export function render(text: string, settings: Settings, options: RenderOptions): Rendered {
  const analysis = analyze(text, settings);
  const chosen = chooseRole(analysis, options.role);
  if (!chosen.ok) return refused(chosen.message);
  const phase = chosen.role.phases.find(({ id }) => id === options.phase);
  if (!phase) return refused(`there is no phase ${options.phase}`);
  const certsD = onDisk(phase);
  const out = answer(chosen.role.id, phase, certsD, options);
  if (out === null) return refused(`${chosen.role.id} has no file ${options.file} in phase ${phase.id}`);
  return { outcome: { ...verdict(analysis, chosen.role.id, phase), out }, certsD };
}

function refused(message: string): Rendered {
  return { outcome: usageError(printable(message)), certsD: new Map() };
}

function onDisk({ files }: Phase): CertsD {
  const present = files.filter(({ state }) => state === "active" || state === "backup");
  return new Map(present.map(({ path, content }) => [path, content]));
}

/** Null when the one file that is asked for is not there. */
function answer(role: string, phase: Phase, certsD: CertsD, options: RenderOptions): string | null {
  if (options.file !== undefined) return certsD.get(options.file) ?? null;
  if (options.format === "json")
    return `${JSON.stringify({ role, phase: phase.id, ...phaseData(phase) }, null, 2)}\n`;
  return phase.files.map((file) => fileText(file, options.paint)).join("\n");
}

function phaseData({ files, failure }: Phase) {
  return { files, ...(failure === undefined ? {} : { failure }) };
}

const STATES: Readonly<Record<NodeFile["state"], string>> = {
  active: "",
  backup: ", moved aside by Spegel: containerd does not read it",
  deleted: ", deleted by Spegel",
  "not-generated": ", not generated",
};

/** The header is a TOML comment, so that the whole reads as what it is. */
function fileText({ path, content, state, origin }: NodeFile, paint: Paint): string {
  const by = origin.key === undefined ? origin.kind : `${origin.kind} ${origin.key}`;
  const header = paint("bold", printable(`# /etc/containerd/certs.d/${path} (${by}${STATES[state]})`));
  return state === "not-generated"
    ? `${header}\n`
    : `${header}\n${printable(content.replaceAll("\r\n", "\n")).replace(/\n?$/, "\n")}`;
}

/** A role whose files have errors, or whose phase does not come to its end, makes the exit code 1. */
function verdict(
  { diagnostics }: Analysis,
  role: string,
  { failure }: Phase,
): Pick<Outcome, "exitCode" | "err"> {
  const errors = diagnostics.filter(
    ({ severity, roles }) => severity === "error" && (roles === undefined || roles.includes(role)),
  );
  if (errors.length === 0 && failure === undefined) return { exitCode: EXIT.fine };
  const lines = [
    ...(failure === undefined ? [] : [`error: ${failure}`]),
    ...(errors.length === 0
      ? []
      : [`error: the spec has ${counted(errors.length, "error")} for this role: see validate`]),
  ];
  return { exitCode: EXIT.faults, err: `${lines.map(printable).join("\n")}\n` };
}
