export { executeTemplate, type ParseResult, Template } from "./core.js";
export { decodeJson } from "./decode-json.js";
export type { TemplateError } from "./errors.js";
export type { ExecuteOptions, ExecuteResult } from "./exec.js";
export type { Limits } from "./limits.js";
export type { Range, Segment } from "./output.js";
export { type ParseOptions, parseTemplate, renderTemplate } from "./render.js";
export type { MissingKey } from "./state.js";
export { Float64, float64 } from "./values.js";
