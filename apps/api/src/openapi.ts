import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { withoutUnusedSchemas } from "./openapi-schemas.js";
import { DELETE_TOKEN } from "./routes/shares.js";

/** Describes the routes that are added after it: /api/openapi.json, and a page to read and try it at /api/docs. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Lookinglass",
        version: "1",
        description:
          "What every node of a Kublr cluster gets in certs.d, and what is wrong with the spec. " +
          "Errors are RFC 9457 problem documents.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      components: {
        securitySchemes: {
          [DELETE_TOKEN]: { type: "http", scheme: "bearer", description: "The delete token of the share" },
        },
      },
      tags: [
        { name: "Analysis", description: "What a cluster spec makes of the nodes" },
        { name: "Tools", description: "Templates and certs.d trees, without a cluster spec" },
        { name: "Catalog", description: "What Lookinglass knows" },
        { name: "Shares", description: "Read-only previews behind a link that expires" },
      ],
    },
    transform: withExamples,
    transformObject: (document) => withoutUnusedSchemas(jsonSchemaTransformObject(document)),
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    theme: {
      title: "Lookinglass API",
      css: [{ filename: "theme.css", content: ".swagger-ui .topbar { display: none }" }],
    },
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}

type Transform = typeof jsonSchemaTransform;

/** zod gives a schema's examples only where nothing is looked at before it is parsed, as in bounded records. */
const withExamples: Transform = (route) => {
  const described = jsonSchemaTransform(route);
  const body: unknown = route.schema?.body;
  const examples = body instanceof z.ZodType ? body.meta()?.examples : undefined;
  const shown: unknown = described.schema?.body;
  if (examples !== undefined && typeof shown === "object" && shown !== null)
    Object.assign(shown, { examples });
  return described;
};
