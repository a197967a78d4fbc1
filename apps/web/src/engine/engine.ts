import type {
  CertsDInspection,
  CertsDQuestion,
  ChartValueType,
  Completion,
  FileQuestion,
  FoundSecret,
  Hover,
  LineOrigin,
  PullPathRefusal,
  PullQuestion,
  ServingAnswer,
  ServingQuestion,
  Settings,
  SpecPath,
  SpecPreview,
  TemplateData,
  TemplateQuestion,
  TemplateTrial,
  TextRange,
  YamlReading,
} from "@lookinglass/designer";
import { wrap } from "comlink";
import type { ExportFormat, SpecExport } from "../import-export/export-spec.js";
import type { JoinedFiles, NamedText } from "../import-export/join-files.js";
import type { PullRoute } from "../pull-path/pull-route.js";
import type { EditPlan, EditRequest } from "./edit-plan.js";
import type { EngineWorker } from "./engine.worker.js";
import type { Inspection } from "./inspection.js";
import { latestOnly } from "./latest-only.js";

/** The engine in its Web Worker. */
export interface Engine {
  /** What is shown first: all that the engine's first scripts can tell. Of any text, for no newer call takes its place. */
  preview(text: string, settings: Settings): Promise<Inspection>;
  /** Everything. Rejects with SupersededError when a newer call came before this one began. */
  inspect(text: string, settings: Settings, imported?: string): Promise<Inspection>;
  planEdits(text: string, request: EditRequest): Promise<EditPlan>;
  /** Where a place of the spec stands in the text. */
  locatePath(text: string, path: SpecPath): Promise<TextRange | null>;
  pullRoute(analysis: SpecPreview, question: PullQuestion): Promise<PullRoute | PullPathRefusal>;
  inspectCertsD(question: CertsDQuestion): Promise<CertsDInspection>;
  /** Which images Spegel serves. */
  imageServing(question: ServingQuestion): Promise<ServingAnswer>;
  /** Reads YAML that is typed into a form. */
  readYaml(text: string, type: ChartValueType): Promise<YamlReading>;
  completeAt(text: string, offset: number, settings: Settings): Promise<readonly Completion[]>;
  hoverAt(text: string, offset: number, settings: Settings): Promise<Hover | null>;
  /** Where each line of a node's file comes from. */
  lineOrigins(text: string, settings: Settings, question: FileQuestion): Promise<readonly LineOrigin[]>;
  tryTemplate(question: TemplateQuestion): Promise<TemplateTrial>;
  templateData(text: string, settings: Settings): Promise<readonly TemplateData[]>;
  findSecrets(text: string): Promise<readonly FoundSecret[]>;
  exportSpec(text: string, format: ExportFormat): Promise<SpecExport>;
  /** Several files as documents of one text. */
  joinFiles(files: readonly NamedText[]): Promise<JoinedFiles>;
  /** Loads what the engine's first answers did not need. */
  prepare(): Promise<void>;
}

export function engineIn(worker: Worker): Engine {
  const remote = wrap<EngineWorker>(worker);
  const inspect = latestOnly((args: Parameters<Engine["inspect"]>) => remote.inspect(...args));
  return {
    preview: (text, settings) => remote.preview(text, settings),
    inspect: (...args) => inspect(args),
    planEdits: (text, request) => remote.planEdits(text, request),
    locatePath: (text, path) => remote.locatePath(text, path),
    pullRoute: (analysis, question) => remote.pullRoute(analysis, question),
    inspectCertsD: (question) => remote.inspectCertsD(question),
    imageServing: (question) => remote.imageServing(question),
    readYaml: (text, type) => remote.readYaml(text, type),
    completeAt: (text, offset, settings) => remote.completeAt(text, offset, settings),
    hoverAt: (text, offset, settings) => remote.hoverAt(text, offset, settings),
    lineOrigins: (text, settings, question) => remote.lineOrigins(text, settings, question),
    tryTemplate: (question) => remote.tryTemplate(question),
    templateData: (text, settings) => remote.templateData(text, settings),
    findSecrets: (text) => remote.findSecrets(text),
    exportSpec: (text, format) => remote.exportSpec(text, format),
    joinFiles: (files) => remote.joinFiles(files),
    prepare: () => remote.prepare(),
  };
}
