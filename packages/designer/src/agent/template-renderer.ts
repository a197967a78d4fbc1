import type { ExecuteResult } from "@lookinglass/go-template";
import { executeTemplate, parseTemplate } from "@lookinglass/go-template/core";
import type { sprigFunctions } from "@lookinglass/go-template/sprig";

export type SprigFunctions = typeof sprigFunctions;

/** Renders a template's text with a node's `.config`. */
export type TemplateRenderer = (source: string, config: unknown) => ExecuteResult;

/**
 * A renderer that parses each distinct text once, however many roles share it.
 *
 * @param sprig Sprig's functions; null when templates may call Go's builtins only
 */
export function templateRenderer(sprig: SprigFunctions | null): TemplateRenderer {
  const functions = sprig ?? undefined;
  const parsed = new Map<string, ReturnType<typeof parseTemplate>>();
  return (source, config) => {
    const result = parsed.get(source) ?? parseTemplate(source, { functions });
    parsed.set(source, result);
    if (!result.ok) return { ok: false, error: result.error, partialOutput: "", segments: [] };
    return executeTemplate(result.template, { config });
  };
}
