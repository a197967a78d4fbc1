import { settingsSchema } from "@lookinglass/api-contract";
import type { Settings } from "@lookinglass/designer";

/** The options of every command that say what to assume, as the parser leaves them. */
export interface SettingsOptions {
  readonly agentVersion?: string;
  readonly containerdVersion?: string;
  readonly spegelVersion?: string;
  readonly sprig?: boolean;
  /** ROLE=RUNTIME, each role once. */
  readonly runtime?: readonly string[];
  /** ROLE=ADDRESS,ADDRESS, each role once. */
  readonly nodeAddress?: readonly string[];
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  /** What is wrong, one line for each fault. */
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Joins the settings of a file with those of single options, which win.
 *
 * @param fileText JSON of the shape that the API takes as `settings`, or null
 */
export function readSettings(options: SettingsOptions, fileText: string | null): SettingsResult {
  const file = fileText === null ? {} : parseJson(fileText);
  if (file === undefined) return { ok: false, faults: ["the settings file is not JSON"] };
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    return { ok: false, faults: ["the settings file must hold a JSON object"] };
  }
  const result = settingsSchema.safeParse({ ...file, ...fromOptions(options, file) });
  if (result.success) return { ok: true, settings: result.data };
  return {
    ok: false,
    faults: result.error.issues.map(({ path, message }) => `settings: ${path.join(".")}: ${message}`),
  };
}

function fromOptions(options: SettingsOptions, file: object): Record<string, unknown> {
  const { agentVersion, containerdVersion, spegelVersion, sprig, runtime, nodeAddress } = options;
  return defined({
    agentVersion,
    containerdVersion,
    spegelVersion,
    templateFunctions: sprig ? "sprig" : undefined,
    runtimes: runtime && { ...member(file, "runtimes"), ...byRole(runtime) },
    nodeAddresses: nodeAddress && {
      ...member(file, "nodeAddresses"),
      ...Object.fromEntries(
        Object.entries(byRole(nodeAddress)).map(([role, list]) => [role, list.split(",")]),
      ),
    },
  });
}

function defined(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A member of the file that may be anything: what is no object is left to the schema's other checks. */
function member(file: object, name: string): object {
  const value: unknown = new Map(Object.entries(file)).get(name);
  return typeof value === "object" && value !== null ? value : {};
}

/** ["nodes/gpu=cri-o"] as {"nodes/gpu": "cri-o"}; a pair without "=" gets an empty value, which the schema refuses. */
function byRole(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Undefined for a text that is not JSON, which JSON itself cannot express. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
