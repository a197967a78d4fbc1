import type { Rule } from "./rule.js";
import { duplicateKey } from "./spec/duplicate-key.js";
import { manyClusters } from "./spec/many-clusters.js";
import { noCluster } from "./spec/no-cluster.js";
import { nullDropped } from "./spec/null-dropped.js";
import { secretDocument } from "./spec/secret-document.js";
import { syntax } from "./spec/syntax.js";
import { type } from "./spec/type.js";
import { filterInvalid } from "./spegel/filter-invalid.js";
import { filterNeverMatches } from "./spegel/filter-never-matches.js";
import { mirrorAddOverwrites } from "./spegel/mirror-add-overwrites.js";
import { partialDisable } from "./spegel/partial-disable.js";
import { valueMisplaced } from "./spegel/value-misplaced.js";
import { noValue } from "./templates/no-value.js";
import { pathUnknown } from "./templates/path-unknown.js";
import { templateExec, templateParse } from "./templates/template-errors.js";
import { hostsToml } from "./templates/toml.js";

/** Every rule. A new one is a file of its own and a line here. */
export const rules: readonly Rule[] = [
  syntax,
  noCluster,
  manyClusters,
  secretDocument,
  // type,
  duplicateKey,
  nullDropped,
  mirrorAddOverwrites,
  partialDisable,
  valueMisplaced,
  filterInvalid,
  filterNeverMatches,
  pathUnknown,
  templateParse,
  templateExec,
  noValue,
  hostsToml,
];
