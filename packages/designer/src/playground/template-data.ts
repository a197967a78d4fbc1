import type { Settings } from "../analysis.js";
import { previewSpec } from "../preview-spec.js";

/** What a role's templates see. */
export interface TemplateData {
  /** Id of the role. */
  readonly role: string;
  /** JSON of the value that is "." in its templates, for the role's first node. */
  readonly json: string;
}

/** The data that each role's templates get from the agent: `.config` (an assumption, see docs/model.md). */
export function templateData(specText: string, settings: Settings): TemplateData[] {
  return previewSpec({ sprig: null }, specText, settings).roles.map(({ role, templateConfig }) => ({
    role: role.id,
    json: JSON.stringify({ config: templateConfig }, null, 2),
  }));
}
