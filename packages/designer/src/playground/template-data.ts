import { valueAt } from "@lookinglass/cluster-spec";
import { configKeys, type KeySource, sourceWords } from "../agent/config-keys.js";
import type { Settings } from "../analysis.js";
import { sentence } from "../assist/markdown.js";
import { previewSpec } from "../preview-spec.js";

/** What a role's templates see. */
export interface TemplateData {
  /** Id of the role. */
  readonly role: string;
  /** JSON of the value that is "." in its templates, for the role's first node. */
  readonly json: string;
  /** Comments above it in YAML: who says that the agent has its keys. */
  readonly sources: string;
}

/** The data that each role's templates get from the agent: `.config` (see docs/model.md). */
export function templateData(specText: string, settings: Settings): TemplateData[] {
  return previewSpec({ sprig: null }, specText, settings).roles.map(({ role, templateConfig }) => ({
    role: role.id,
    json: JSON.stringify({ config: templateConfig }, null, 2),
    sources: sourcesOf(templateConfig),
  }));
}

const TOLD: readonly KeySource[] = ["kublr", "agent-1.8", "ours"];

function sourcesOf(config: unknown): string {
  return TOLD.map((source) => {
    const keys = configKeys.filter((key) => key.source === source && valueAt(config, key.path) !== undefined);
    const names = keys.map(({ path }) => path.join("."));
    return `# ${sentence(sourceWords(source))}\n#   ${names.join(", ")}\n`;
  }).join("");
}
