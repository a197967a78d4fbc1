import type { KeySource } from "./key-row.js";

/** What the sources of the table are, and where they can be read. */
export const keySources = {
  caching: {
    words: "Kublr's page on image caching",
    url: "https://docs.kublr.com/articles/image-caching",
  },
  reference: {
    words: "Kublr's cluster specification reference",
    url: "https://docs.kublr.com/reference/kublr-cluster-spec",
  },
  multiArch: { words: "Kublr's page on multi-architecture support", url: null },
  generator: { words: "a run of Kublr's generator, agent 1.8", url: null },
  none: { words: "an assumption", url: null },
} as const;

/** Number of public specs that were read: 2018 to 2022, agents 1.8 to 1.20, AWS and Azure. */
export const PUBLIC_SPECS = 40;

/** Where a key is known from, as a sentence. */
export function sourceWords(source: KeySource): string {
  if (typeof source === "object") return `Seen in ${source.specs} of ${PUBLIC_SPECS} public specs.`;
  return `Source: ${keySources[source].words}.`;
}

/** The page that tells of it; null where there is none. */
export function sourceUrl(source: KeySource): string | null {
  return typeof source === "object" ? null : keySources[source].url;
}
