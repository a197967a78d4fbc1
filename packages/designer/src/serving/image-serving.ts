import { parseImageRef } from "@lookinglass/containerd";
import { type FilterSettings, type ImageFilter, imageFilter, type Refusal } from "@lookinglass/spegel";

export interface ServingQuestion {
  readonly settings: FilterSettings;
  /** Chart release. */
  readonly version: string;
  /** As pod specs name them. */
  readonly images: readonly string[];
}

/** Spegel serves a request (null), or what keeps it from that. */
export type ServingVerdict = Refusal | null;

export type ImageServing =
  | {
      readonly image: string;
      /** As containerd asks for it. */
      readonly reference: string;
      /** Whether Spegel says which digest the tag has; undefined for an image that is named by its digest. */
      readonly tag: ServingVerdict | undefined;
      /** Whether Spegel serves the image's content by digest. */
      readonly digest: ServingVerdict;
    }
  /** containerd refuses the reference. */
  | { readonly image: string; readonly error: string };

export type ServingAnswer =
  | { readonly ok: true; readonly images: readonly ImageServing[] }
  /** Spegel does not start; `filter` is the place of the registry filter at fault. */
  | { readonly ok: false; readonly error: string; readonly filter: number | null };

/** Beyond this many images the rest is left out: a bound on the work. */
const MAX_TESTED_IMAGES = 50;

/**
 * Which images Spegel serves to a node that asks for them, and what refuses the others.
 *
 * Sources: imageFilter of packages/spegel; containerd's reading of image names by parseImageRef of packages/containerd.
 * An image that no node announces is found on no node, so it counts as refused too.
 */
export function imageServing({ settings, version, images }: ServingQuestion): ServingAnswer {
  const filter = imageFilter(settings, { version });
  if (!filter.ok) return { ok: false, error: filter.error, filter: faultyFilter(settings, version) };
  const tested = images.slice(0, MAX_TESTED_IMAGES);
  return { ok: true, images: tested.map((image) => servingOf(filter, image)) };
}

type WorkingFilter = Extract<ImageFilter, { ok: true }>;

function servingOf(filter: WorkingFilter, image: string): ImageServing {
  const parsed = parseImageRef(image);
  if ("error" in parsed) return { image, error: parsed.error };
  const { registry, tag, canonical } = parsed;
  const verdict = (kind: "tag" | "digest"): ServingVerdict => {
    const refusal = filter.refusal(canonical, kind);
    return refusal ?? (filter.announced(canonical, kind) ? null : { by: "registry", registry });
  };
  return {
    image,
    reference: canonical,
    tag: tag === null ? undefined : verdict("tag"),
    digest: verdict("digest"),
  };
}

/** The first filter that Spegel cannot read; null when the fault is elsewhere. */
function faultyFilter({ registryFilters, ...others }: FilterSettings, version: string): number | null {
  const isFine = (filters: readonly string[]) =>
    imageFilter({ ...others, registryFilters: filters }, { version }).ok;
  if (!isFine([])) return null;
  const index = registryFilters.findIndex((filter) => !isFine([filter]));
  return index < 0 ? null : index;
}
