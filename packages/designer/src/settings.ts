import type { ResolvedSettings, Settings } from "./analysis.js";

/** Newest agent of which Kublr's page says that it integrates Spegel, of those that exist; assumed when neither the spec nor the settings say (docs/model.md). */
const DEFAULT_AGENT_VERSION = "1.32";
/** Kublr's agents 1.27 to 1.32 ship containerd 1.7 or older; an assumption (docs/model.md). */
export const DEFAULT_CONTAINERD_VERSION = "1.7";
/** First chart release with `spegel.registryFilters`, which Kublr's page documents (docs/model.md). */
export const DEFAULT_SPEGEL_VERSION = "0.4.0";

/**
 * The settings in force: what the user set, else what the spec says, else the defaults.
 *
 * @param settings what the user set; any part may be absent
 * @param specAgentVersion agent version that the spec names, or null
 */
export function resolveSettings(settings: Settings, specAgentVersion: string | null): ResolvedSettings {
  return {
    agentVersion: settings.agentVersion ?? specAgentVersion ?? DEFAULT_AGENT_VERSION,
    containerdVersion: settings.containerdVersion ?? DEFAULT_CONTAINERD_VERSION,
    spegelVersion: settings.spegelVersion ?? DEFAULT_SPEGEL_VERSION,
    templateFunctions: settings.templateFunctions ?? "go",
    from: {
      agentVersion: settings.agentVersion ? "settings" : specAgentVersion ? "spec" : "default",
      containerdVersion: settings.containerdVersion ? "settings" : "default",
      spegelVersion: settings.spegelVersion ? "settings" : "default",
      templateFunctions: settings.templateFunctions ? "settings" : "default",
    },
  };
}
