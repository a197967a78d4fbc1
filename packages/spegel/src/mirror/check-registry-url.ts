import { knownRelease } from "../releases.js";
import { mirrorBehaviour } from "./behaviour.js";
import { parseRegistries, parseTargets } from "./registries.js";

export interface RegistryUrlOptions {
  /** Chart release. */
  readonly version: string;
  readonly kind: "mirroredRegistry" | "mirrorTarget";
}

export type RegistryUrlCheck =
  | { readonly ok: true }
  /** `error` is Spegel's text; `suggestion` is an address that it accepts, when one suggests itself. */
  | { readonly ok: false; readonly error: string; readonly suggestion: string | null };

/**
 * Whether Spegel accepts one entry of mirroredRegistries (or registries, before 0.1.0) or of the additional
 * mirror targets. It takes http:// or https://, a host and a port, and nothing else; the wildcards `_default`
 * (0.4.0 on) and `*` (0.5.0 on) are taken as mirrored registries. Two wildcards in one list are refused
 * together, not each. Before 0.4.0 targets were only parsed. Source: Spegel pkg/oci/filter.go, parseRegistries.
 */
export function checkRegistryUrl(value: string, options: RegistryUrlOptions): RegistryUrlCheck {
  const error = errorOf(value, options);
  if (error === null) return { ok: true };
  const suggestion = suggestionFor(value);
  return { ok: false, error, suggestion: errorOf(suggestion, options) === null ? suggestion : null };
}

/** What Spegel makes of one entry of mirroredRegistries. */
export interface MirroredRegistry {
  /** Host and port, as images have to name it. */
  readonly host: string;
  /** The `server` that Spegel writes; "" for none. */
  readonly server: string;
  /** It stands for all registries. */
  readonly isWildcard: boolean;
}

/** One entry of mirroredRegistries, as a chart release reads it; null where Spegel refuses it. */
export function readMirroredRegistry(value: string, version: string): MirroredRegistry | null {
  const result = parseRegistries([value], mirrorBehaviour(knownRelease(version)));
  const [registry] = "error" in result ? [] : result.registries;
  if (!registry) return null;
  const { host, server, isWildcard } = registry;
  return { host, server, isWildcard: isWildcard || (host === "_default" && server === "") };
}

function errorOf(value: string, { version, kind }: RegistryUrlOptions): string | null {
  const behaviour = mirrorBehaviour(knownRelease(version));
  const read = kind === "mirroredRegistry" ? parseRegistries : parseTargets;
  const result = read([value], behaviour);
  return "error" in result ? result.error : null;
}

/** Scheme, host and port of what was written, with https:// where there is no scheme that Spegel takes. */
function suggestionFor(value: string): string {
  const text = value.trim();
  const scheme = /^http:\/\//i.test(text) ? "http" : "https";
  const authority = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[/?#].*$/s, "");
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const isWildcard = host === "*" || host === "_default";
  return host === "" || isWildcard ? "" : `${scheme}://${host}`;
}
