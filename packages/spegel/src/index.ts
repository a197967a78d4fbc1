export {
  type ArgumentOptions,
  type ArgumentProblem,
  type MirrorArguments,
  mirrorArguments,
} from "./chart/arguments.js";
export type { ChartValueType, JsonValue } from "./chart/catalog.js";
export { effectiveValues, type ValueMap } from "./chart/effective-values.js";
export { CLEANUP_PORT, NODE_PORTS, portPaths, portVerdict } from "./chart/ports.js";
export { type ChartValue, type ChartValueLookup, chartValues, findChartValue } from "./chart/values.js";
export {
  explainFilter,
  type FilterCoverage,
  type FilterExplanation,
  filterCoverage,
  type Looseness,
  type NeverMatches,
  type NeverReason,
} from "./filter/explain.js";
export { parseSpegelImage, type SpegelImage, type SpegelImageResult } from "./filter/image.js";
export {
  type FilterSettings,
  type ImageFilter,
  imageFilter,
  type Refusal,
  type RequestKind,
} from "./filter/image-filter.js";
export { type LeadingName, type LooseCode, unescapeFilter } from "./filter/repairs.js";
export {
  checkRegistryUrl,
  type MirroredRegistry,
  type RegistryUrlCheck,
  type RegistryUrlOptions,
  readMirroredRegistry,
} from "./mirror/check-registry-url.js";
export type { MirrorSettings } from "./mirror/configure.js";
export type { BasicAuth } from "./mirror/hosts-file.js";
export { runMirrorSteps } from "./mirror/run-mirror-steps.js";
export {
  copiesFilesBeside,
  type MirrorDirectory,
  type MirrorInput,
  type MirrorOutcome,
  type MirrorState,
  type MirrorStep,
  mirrorDirectory,
  readsExistingHosts,
} from "./mirror/steps.js";
export { chartReleases, compareReleases, knownRelease, latestRelease } from "./releases.js";
