import type { SpecDocument } from "../parse/parse-spec.js";
import type { Style } from "./style.js";
import type { TextLines } from "./text-lines.js";

/** What one edit works on. */
export interface EditContext {
  readonly document: SpecDocument;
  readonly lines: TextLines;
  readonly style: Style;
}
