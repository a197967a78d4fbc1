import { compileMatch } from "@lookinglass/go/regexp";
import { mirrorBehaviour } from "../mirror/behaviour.js";
import { parseRegistries } from "../mirror/registries.js";
import { isSince, knownRelease } from "../releases.js";
import { parseSpegelImage, type SpegelImage } from "./image.js";

export interface FilterSettings {
  /** Go (RE2) expressions, searched in registry/repository[:tag]. */
  readonly registryFilters: readonly string[];
  readonly mirroredRegistries: readonly string[];
  /** Option of 0.0.10 to 0.5.1; default true. */
  readonly resolveLatestTag?: boolean;
}

/** How an image is asked for: by its tag (a reference without one by its repository), or by its digest. */
export type RequestKind = "tag" | "digest";

/** What keeps Spegel from answering a request. */
export type Refusal =
  /** A registry filter, by its place in the list; the first one that matches. */
  | { readonly by: "filter"; readonly index: number }
  /** The image's registry is not one of mirroredRegistries. */
  | { readonly by: "registry"; readonly registry: string }
  /** `resolveLatestTag: false`. */
  | { readonly by: "latest-tag" }
  /** Spegel cannot read the reference. */
  | { readonly by: "reference"; readonly error: string };

export type ImageFilter =
  | {
      readonly ok: true;
      /** Why Spegel answers such a request with 404, or null when it would serve it. */
      readonly refusal: (reference: string, kind: RequestKind) => Refusal | null;
      /** Whether Spegel answers such a request with 404. A reference that Spegel cannot read is never answered. */
      readonly filtered: (reference: string, kind: RequestKind) => boolean;
      /** Whether Spegel tells its peers that a node has it. */
      readonly announced: (reference: string, kind: RequestKind) => boolean;
    }
  | { readonly ok: false; readonly error: string };

/**
 * Which images Spegel leaves alone. References must be full, as containerd asks for them:
 * registry/repository[:tag][@digest]. The error is what keeps Spegel from starting with these arguments.
 *
 * Since 0.5.0 an image of a registry outside mirroredRegistries (compared by host[:port]; a wildcard switches
 * this off) or matching a filter is neither announced nor answered; a digest is never part of the text. In
 * 0.4.0 filters see the digest alone when asked by digest, and the list only limits what is announced. Before,
 * there are no filters. Source: Spegel main.go, pkg/oci/filter.go, pkg/registry, pkg/state at each tag.
 */
export function imageFilter(
  settings: FilterSettings,
  options: { readonly version?: string } = {},
): ImageFilter {
  const release = knownRelease(options.version);
  const patterns = [...effectivePatterns(settings, release)];
  const tests: ((text: string) => boolean)[] = [];
  for (const pattern of patterns) {
    const compiled = compileMatch(pattern);
    if ("error" in compiled) return { ok: false, error: compiled.error };
    tests.push(compiled.test);
  }
  const listed = listedRegistries(settings.mirroredRegistries, release);
  if ("error" in listed) return { ok: false, error: listed.error };
  return filterOf(settings, release, tests, listed.hosts);
}

/** The filters that a release works with, its own for resolveLatestTag included. */
export function effectivePatterns(settings: FilterSettings, release: string): readonly string[] {
  if (!isSince(release, "0.4.0")) return [];
  const addsLatest = settings.resolveLatestTag === false && !isSince(release, "0.6.0");
  return addsLatest ? [...settings.registryFilters, ":latest$"] : settings.registryFilters;
}

/** Hosts of the list; null when it does not limit anything. */
export function listedRegistries(
  mirroredRegistries: readonly string[],
  release: string,
): { readonly hosts: readonly string[] | null } | { readonly error: string } {
  const parsed = parseRegistries(mirroredRegistries, mirrorBehaviour(release));
  if ("error" in parsed) return parsed;
  if (mirroredRegistries.length === 0) {
    return isSince(release, "0.1.0") ? { hosts: null } : { error: "--registries is required" };
  }
  const hasWildcard = parsed.registries.some((registry) => registry.isWildcard);
  // In 0.4.0 _default is just one more name for the announcements, which no image has.
  const isOpen = hasWildcard && isSince(release, "0.5.0");
  return { hosts: isOpen ? null : parsed.registries.map((registry) => registry.host) };
}

function filterOf(
  settings: FilterSettings,
  release: string,
  tests: readonly ((text: string) => boolean)[],
  hosts: readonly string[] | null,
): ImageFilter {
  const isListed = (image: SpegelImage) => hosts === null || hosts.includes(image.registry);
  const refusesUnlisted = isSince(release, "0.5.0");
  const holdsBackLatest = settings.resolveLatestTag === false && isSince(release, "0.0.10");
  const matching = (text: string): Refusal | null => {
    const index = tests.findIndex((test) => test(text));
    if (index < 0) return null;
    // One more than the user wrote: the release's own for resolveLatestTag.
    return index < settings.registryFilters.length ? { by: "filter", index } : { by: "latest-tag" };
  };
  const refused = (image: SpegelImage, kind: RequestKind): Refusal | null => {
    if (refusesUnlisted) {
      if (!isListed(image)) return { by: "registry", registry: image.registry };
      return matching(filterText(image, kind));
    }
    if (kind === "digest") return matching(image.digest === "" ? unknownDigest : image.digest);
    const byFilter = matching(filterText(image, kind));
    return byFilter ?? (holdsBackLatest && image.tag === "latest" ? { by: "latest-tag" } : null);
  };
  const refusal = (reference: string, kind: RequestKind): Refusal | null => {
    const image = parseSpegelImage(reference);
    return "error" in image ? { by: "reference", error: image.error } : refused(image, kind);
  };
  return {
    ok: true,
    refusal,
    filtered: (reference, kind) => refusal(reference, kind) !== null,
    announced: (reference, kind) => {
      const image = parseSpegelImage(reference);
      if ("error" in image || !isListed(image)) return false;
      // Before 0.5.0 content is announced whatever the filters say.
      return (kind === "digest" && !refusesUnlisted) || refused(image, kind) === null;
    },
  };
}

/** Stands in where the reference does not tell the digest, which 0.4.0 looks at. */
const unknownDigest = `sha256:${"0".repeat(64)}`;

function filterText(image: SpegelImage, kind: RequestKind): string {
  const tag = kind === "digest" || image.tag === "" ? "" : `:${image.tag}`;
  return `${image.registry}/${image.repository}${tag}`;
}
