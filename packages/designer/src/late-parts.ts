import { readsExistingHosts, type TomlReader } from "@lookinglass/spegel";
import type { SprigFunctions } from "./agent/template-renderer.js";
import type { Settings } from "./analysis.js";
import type { ChartPreview } from "./preview.js";

/** Large parts of the pipeline that few specs need: a browser loads them when one does. */
export interface LateParts {
  /** Sprig's functions; may be null unless the settings ask for them. */
  readonly sprig: SprigFunctions | null;
  /** May be null unless Spegel keeps what it finds in hosts.toml files. */
  readonly readToml: TomlReader | null;
}

/** The parts that a spec's files need. */
export async function latePartsFor(chart: ChartPreview, settings: Settings): Promise<LateParts> {
  const { mirror, chart: release } = chart;
  const keeps = readsExistingHosts(mirror, { version: release.version });
  return { sprig: await sprigFor(settings), readToml: keeps ? await loadToml() : null };
}

/** Sprig's functions where the settings ask for them. */
export async function sprigFor({ templateFunctions }: Settings): Promise<SprigFunctions | null> {
  if (templateFunctions !== "sprig") return null;
  const { sprigFunctions } = await import("@lookinglass/go-template/sprig");
  return sprigFunctions;
}

async function loadToml(): Promise<TomlReader> {
  const { readToml } = await import("./toml-reader.js");
  return readToml;
}
