import { catalogQuerySchema, catalogSchema } from "@lookinglass/api-contract";
import type { CatalogReader } from "../catalog.js";
import type { ApiPlugin } from "./api-plugin.js";
import { badRequest, jsonResponse } from "./responses.js";

export function catalogRoutes(readCatalog: CatalogReader): ApiPlugin {
  return (app, _options, done) => {
    app.get(
      "/catalog",
      {
        schema: {
          tags: ["Catalog"],
          summary: "Spegel chart releases and values, containerd facts, agent versions, examples, starters",
          querystring: catalogQuerySchema,
          response: { 200: jsonResponse("The catalog", catalogSchema), ...badRequest },
        },
      },
      async ({ query }) => readCatalog(query.spegelVersion),
    );
    done();
  };
}
