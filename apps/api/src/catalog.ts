import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "@lookinglass/api-contract";
import { containerdReleases, releaseFacts } from "@lookinglass/containerd";
import { DEFAULT_SPEGEL_VERSION, knownAgents, starters } from "@lookinglass/designer";
import { chartReleases, chartValues, knownRelease } from "@lookinglass/spegel";
import { z } from "zod";

/** The catalog with the chart values of one Spegel release; without one, of the release that previews assume. */
export type CatalogReader = (spegelVersion?: string) => Catalog;

const exampleIndexSchema = z.array(
  z.strictObject({ id: z.string(), file: z.string(), title: z.string(), shows: z.string() }),
);

/** Reads the examples once; the rest of the catalog is part of the program. Rejects when they cannot be read. */
export async function openCatalog(examplesDir: string): Promise<CatalogReader> {
  const examples = await readExamples(examplesDir);
  return (spegelVersion = DEFAULT_SPEGEL_VERSION) => ({
    spegel: {
      releases: chartReleases,
      release: knownRelease(spegelVersion),
      values: chartValues(spegelVersion),
    },
    containerd: { releases: containerdReleases.newest, facts: releaseFacts },
    agentVersions: knownAgents,
    examples,
    starters: starters.map(({ text, ...starter }) => ({ ...starter, spec: text })),
  });
}

async function readExamples(directory: string): Promise<Catalog["examples"]> {
  const index = exampleIndexSchema.parse(JSON.parse(await readFile(join(directory, "index.json"), "utf8")));
  return Promise.all(
    index.map(async ({ id, file, title, shows }) => {
      return { id, title, shows, spec: await readFile(join(directory, file), "utf8") };
    }),
  );
}
