import { clusterJsonSchema } from "@lookinglass/cluster-spec";
import { z } from "zod";
import type { ApiPlugin } from "./api-plugin.js";

/** A JSON Schema (draft 2020-12); what it says is the cluster spec's business. */
const jsonSchemaDocument = z.looseObject({ $schema: z.string() });

/** The known parts of a Kublr cluster spec as JSON Schema, for editors and pipelines. */
export const schemaRoutes: ApiPlugin = (app, _options, done) => {
  const document = jsonSchemaDocument.parse(clusterJsonSchema());
  app.get(
    "/schema",
    {
      schema: {
        tags: ["Catalog"],
        summary: "JSON Schema of the known parts of a Kublr cluster spec",
        description: "Draft 2020-12. Parts that it does not know pass.",
        response: {
          200: {
            description: "The schema",
            content: { "application/schema+json": { schema: jsonSchemaDocument } },
          },
        },
      },
    },
    async (_request, reply) => reply.type("application/schema+json").send(document),
  );
  done();
};
