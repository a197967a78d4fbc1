/**
 * The API and the command line, asked the same: each answer is the API's, and a difference between the two fails the
 * test. Public bug reports of other projects, tried on the product: what really happens is written in each test.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  EditsRequest,
  EditsResult,
  Inspection,
  InspectRequest,
  RenderRequest,
  RenderResult,
  Validation,
} from "@lookinglass/api-contract/client";
import type {
  Analysis,
  Diagnostic,
  PhaseId,
  PullConditions,
  PullPath,
  Settings,
} from "@lookinglass/designer";
import { afterAll, beforeAll, expect } from "vitest";
import { startTestApp, type TestApp } from "../apps/api/src/testing/test-app.js";
import { run } from "../packages/cli/src/testing/run.js";

export interface PullQuestion {
  readonly role?: string;
  readonly phase?: PhaseId;
  readonly image: string;
  readonly conditions?: PullConditions;
}

export interface Programs {
  validate(spec: string, settings?: Settings): Promise<Validation>;
  preview(spec: string, settings?: Settings): Promise<Analysis>;
  /** Content of a file in force on the role's nodes; undefined where there is none. Asks for the phase "running". */
  file(spec: string, path: string, settings?: Settings, role?: string): Promise<string | undefined>;
  pullPath(spec: string, question: PullQuestion, settings?: Settings): Promise<PullPath>;
  /** The text after the fix whose title matches. */
  fixed(spec: string, code: string, title: RegExp, settings?: Settings): Promise<string>;
  /** The API alone: the command line has no such subcommand. */
  edits(request: EditsRequest): Promise<EditsResult>;
  inspect(request: InspectRequest): Promise<Inspection>;
  render(request: RenderRequest): Promise<RenderResult>;
}

/** Starts an API for the tests of a file, and ends it after them. */
export function askPrograms(): Programs {
  let service: TestApp | undefined;
  let folder = "";
  beforeAll(async () => {
    service = await startTestApp();
    folder = mkdtempSync(join(tmpdir(), "lookinglass-reports-"));
  });
  afterAll(async () => {
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // The contract's own tests hold each answer to its type.
  async function post<Answer>(route: string, payload: object): Promise<Answer> {
    if (!service) throw new Error("the API is not running");
    const answer = await service.app.inject({ method: "POST", url: `/api/v1/${route}`, payload });
    expect(answer.statusCode, answer.body.slice(0, 1000)).toBe(200);
    return answer.json() as Answer;
  }

  async function commandLine<Answer>(args: readonly string[], spec: string, settings: Settings) {
    const file = join(folder, "settings.json");
    writeFileSync(file, JSON.stringify(settings));
    const { out, err, exitCode } = await run([...args, "--format", "json", "--settings", file], {
      stdin: spec,
    });
    expect(out, err).not.toBe("");
    return { answer: JSON.parse(out) as Answer, exitCode };
  }

  async function validate(spec: string, settings: Settings = {}): Promise<Validation> {
    const answer = await post<Validation>("validate", { spec, settings });
    const cli = await commandLine<Validation>(["validate", "-"], spec, settings);
    const named = answer.diagnostics.map((diagnostic) => ({ file: "-", ...diagnostic }));
    expect(cli).toEqual({ answer: { ...answer, diagnostics: named }, exitCode: answer.valid ? 0 : 1 });
    return answer;
  }

  return {
    validate,
    preview: (spec, settings = {}) => post("preview", { spec, settings }),
    async file(spec, path, settings = {}, role = "master") {
      const preview = await post<Analysis>("preview", { spec, settings });
      const phase = preview.roles.find(({ id }) => id === role)?.phases.find(({ id }) => id === "running");
      const found = phase?.files.find((one) => one.path === path && one.state === "active")?.content;
      const { answer } = await commandLine<{ files: { path: string; state: string; content: string }[] }>(
        ["render", "-", "--role", role, "--phase", "running"],
        spec,
        settings,
      );
      const printed = answer.files.find((one) => one.path === path && one.state === "active")?.content;
      expect(printed).toBe(found);
      return found;
    },
    async pullPath(spec, { role = "master", phase = "running", image, conditions = {} }, settings = {}) {
      const answer = await post<PullPath>("pull-path", { spec, settings, role, phase, image, conditions });
      const options = ["--role", role, "--phase", phase, ...conditionOptions(conditions)];
      const cli = await commandLine<PullPath>(["pull-path", "-", image, ...options], spec, settings);
      expect(cli).toEqual({ answer, exitCode: answer.succeeds ? 0 : 1 });
      return answer;
    },
    async fixed(spec, code, title, settings = {}) {
      const { diagnostics } = await validate(spec, settings);
      const fix = found(diagnostics, code)
        .flatMap(({ fixes }) => fixes)
        .find((one) => title.test(one.title));
      if (!fix) throw new Error(`no fix of ${code} has the title ${title}`);
      return (await post<EditsResult>("edits", { spec, settings, fix: fix.id })).spec;
    },
    edits: (request) => post("edits", request),
    inspect: (request) => post("inspect", request),
    render: (request) => post("render", request),
  };
}

/** The diagnostics of one code. */
export function found(diagnostics: readonly Diagnostic[], code: string): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code);
}

/** What a place of the text says: the source of a diagnostic's range. */
export function textAt(text: string, { start, end }: Diagnostic["range"]): string {
  const lines = text.split("\n");
  const offset = ({ line, column }: typeof start) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return text.slice(offset(start), offset(end));
}

function conditionOptions(conditions: PullConditions): string[] {
  const flags = [
    ["--upstream-down", conditions.upstreamDown],
    ["--spegel-not-ready", conditions.spegelNotReady],
    ["--image-on-no-node", conditions.imageOnNoNode],
    ["--masters-down", conditions.mastersDown],
  ] as const;
  const down = conditions.mirrorDown ?? [];
  return [
    ...flags.flatMap(([flag, isSet]) => (isSet ? [flag] : [])),
    ...(down.length > 0 ? ["--mirror-down", ...down] : []),
  ];
}

/** The spec of a report: reports/specs/NAME.yaml. */
export function reported(name: string): string {
  return readFileSync(new URL(`specs/${name}.yaml`, import.meta.url), "utf8");
}
