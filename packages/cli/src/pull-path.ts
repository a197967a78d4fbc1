import {
  analyze,
  type PhaseId,
  type PullConditions,
  type PullPath,
  type PullStep,
  pullPath,
  type Settings,
} from "@lookinglass/designer";
import { chooseRole } from "./choose-role.js";
import { EXIT, type Outcome, usageError } from "./console.js";
import { type Paint, printable } from "./style.js";

export interface PullPathOptions {
  readonly format: "text" | "json";
  readonly image: string;
  /** Id of the role; the first one when absent. */
  readonly role?: string | undefined;
  readonly phase: PhaseId;
  readonly conditions: PullConditions;
  readonly paint: Paint;
}

/** `lookinglass pull-path`: whom a role's node asks for an image, in order. */
export function pullPathOf(text: string, settings: Settings, options: PullPathOptions): Outcome {
  const analysis = analyze(text, settings);
  const chosen = chooseRole(analysis, options.role);
  if (!chosen.ok) return usageError(printable(chosen.message));
  const { image, phase, conditions } = options;
  const answer = pullPath(analysis, { role: chosen.role.id, phase, image, conditions });
  if ("error" in answer) return usageError(printable(answer.error.message));
  const exitCode = answer.succeeds ? EXIT.fine : EXIT.faults;
  const out =
    options.format === "json"
      ? JSON.stringify(answer, null, 2)
      : pullText(answer, `${chosen.role.id}, ${phase}`, options.paint);
  return { exitCode, out: `${out}\n` };
}

function pullText(path: PullPath, node: string, paint: Paint): string {
  const { registry, repository, tag, digest } = path.image;
  const name = `${registry}/${repository}${tag === null ? "" : `:${tag}`}${digest === null ? "" : `@${digest}`}`;
  const lines = [
    `${paint("bold", printable(name))} on ${printable(node)}`,
    `certs.d: ${path.directory === null ? "no directory for this registry" : printable(path.directory)}`,
    ...(path.fileFault === null ? [] : [paint("red", printable(path.fileFault))]),
    ...path.steps.map((step, index) => stepText(step, index + 1, paint)),
    verdict(path, paint),
  ];
  return lines.join("\n");
}

const OUTCOME_LOOKS = {
  tried: "dim",
  skipped: "dim",
  answers: "green",
  "not-found": "yellow",
  unreachable: "red",
} as const;

function stepText(step: PullStep, number: number, paint: Paint): string {
  const { operation, object, endpoint, outcome, seconds, why } = step;
  const lost = seconds > 0 ? ` after ${seconds} s` : "";
  const result = paint(OUTCOME_LOOKS[outcome], `${outcome}${lost}`);
  const place = `${String(number).padStart(2)}. ${operation} ${object}  ${printable(endpoint)}  ${result}`;
  return `${place}\n    ${paint("dim", printable(why))}`;
}

function verdict({ succeeds, servedBy, secondsLost, steps }: PullPath, paint: Paint): string {
  const lost = secondsLost > 0 ? ` ${secondsLost} s are lost on endpoints that do not answer.` : "";
  const result = succeeds
    ? paint("green", `Served by ${printable(servedBy ?? "nobody")}.`)
    : paint("red", `The pull fails: ${steps.length > 0 ? "nobody serves the image" : "nobody is asked"}.`);
  return result + lost;
}
