export type { MirrorSettings } from "./mirror/configure.js";
export type { BasicAuth } from "./mirror/hosts-file.js";
export {
  type MirrorInput,
  type MirrorOutcome,
  type MirrorState,
  type MirrorStep,
  runMirrorSteps,
} from "./mirror/steps.js";
export { chartReleases, compareReleases, knownRelease, latestRelease } from "./releases.js";
