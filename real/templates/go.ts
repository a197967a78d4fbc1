import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RandomTemplate } from "./generate.js";

const SOURCE = fileURLToPath(new URL("../../packages/go-template/conformance/main.go", import.meta.url));

/** What a template gives: text, or the complete error and what was written before it. */
export interface Answer {
  readonly output: string;
  readonly error?: string;
}

interface GoAnswer {
  readonly output?: string;
  readonly partialOutput?: string;
  readonly error?: { readonly message: string };
}

/** Go's text/template, built once. */
export class GoTemplates {
  readonly #folder = mkdtempSync(join(tmpdir(), "lookinglass-templates-"));

  /** @param go the path of a Go */
  constructor(go: string) {
    const env = { ...process.env, GOTOOLCHAIN: "local", GO111MODULE: "off", GOFLAGS: "" };
    const { status, stderr, error } = spawnSync(go, ["build", "-o", this.#program, SOURCE], {
      env,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Go cannot build ${SOURCE}: ${error?.message ?? stderr}`);
  }

  get #program(): string {
    return join(this.#folder, "templates");
  }

  answers(templates: readonly RandomTemplate[]): Answer[] {
    const input = templates.map(caseText).join("\n");
    const { status, stdout, stderr } = spawnSync(this.#program, {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      timeout: 600_000,
    });
    if (status !== 0) throw new Error(`Go's side ended: ${stderr}`);
    const lines = stdout.trimEnd().split("\n");
    if (lines.length !== templates.length)
      throw new Error(`${lines.length} answers to ${templates.length} templates`);
    return lines.map(answerIn);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The data is JSON already, whose spelling of numbers counts. */
function caseText({ template, data, options }: RandomTemplate): string {
  const rest = options ? `,"options":${JSON.stringify(options)}` : "";
  return `{"template":${JSON.stringify(template)},"data":${data}${rest}}`;
}

function answerIn(line: string): Answer {
  const { output, partialOutput = "", error }: GoAnswer = JSON.parse(line);
  return error === undefined ? { output: output ?? "" } : { output: partialOutput, error: error.message };
}
