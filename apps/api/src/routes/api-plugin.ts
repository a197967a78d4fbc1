import type { FastifyPluginCallback, FastifyPluginOptions, RawServerDefault } from "fastify";
import type { ContractTypes } from "../validation.js";

/** A group of routes whose handlers are typed by their zod schemas. */
export type ApiPlugin = FastifyPluginCallback<FastifyPluginOptions, RawServerDefault, ContractTypes>;
