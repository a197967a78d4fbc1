import type { Frozen } from "@lookinglass/api-contract";
import type { FastifySchemaCompiler, FastifySerializerCompiler, FastifyTypeProvider } from "fastify";
import { z } from "zod";
import { type JsonText, jsonOf } from "./engine/json-text.js";
import { invalidRequest } from "./problems.js";

/** Types of requests and answers from a route's zod schemas; answers may be read-only data, or JSON of it already. */
export interface ContractTypes extends FastifyTypeProvider {
  validator: this["schema"] extends z.ZodType ? z.output<this["schema"]> : unknown;
  serializer: this["schema"] extends z.ZodType ? Answer<Frozen<z.output<this["schema"]>>> : unknown;
}

type Answer<Data> = Data | JsonText<Data>;

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const result = z.safeParse(schema, data);
    return result.success ? { value: result.data } : { error: invalidRequest(result.error) };
  };

/**
 * Answers are written as they are: the compiler holds them to the schemas' types and the tests parse them, so
 * that every answer need not be walked once more.
 */
export const serializerCompiler: FastifySerializerCompiler<unknown> = () => jsonOf;
