import { type MirrorInput, type MirrorOutcome, mirrorDirectory } from "./steps.js";

/**
 * Runs Spegel's configuration step, its cleanup, and what others write in between, on containerd's registry
 * directory, and returns what is there afterwards, byte for byte.
 *
 * Paths are relative to the directory. A step that fails stops the run: `error` is its text, `errorStep` its
 * index, and the files are what it left behind. A step that writes more than MOST_WRITTEN characters fails, too.
 * `options.version` is a chart release (default the latest; see knownRelease for others). Source:
 * AddMirrorConfiguration and CleanupMirrorConfiguration of Spegel's pkg/oci/containerd.go at each release's tag
 * (internal/mirror and internal/oci before 0.0.12).
 */
export function runMirrorSteps(
  input: MirrorInput,
  options: { readonly version?: string } = {},
): MirrorOutcome {
  return mirrorDirectory(input, options).run(input.steps ?? [{ do: "add" }]);
}
