import { type ExecuteResult, executeTemplate, parseTemplate } from "@lookinglass/go-template";

/** Renders a template's text with a node's `.config`. */
export type TemplateRenderer = (source: string, config: unknown) => ExecuteResult;

/**
 * A renderer that parses each distinct text once, however many roles share it.
 *
 * @param functions what templates may call: Go's builtins, or Sprig's too
 */
export function templateRenderer(functions: "go" | "sprig"): TemplateRenderer {
  const parsed = new Map<string, ReturnType<typeof parseTemplate>>();
  return (source, config) => {
    const result = parsed.get(source) ?? parseTemplate(source, { functions });
    parsed.set(source, result);
    if (!result.ok) return { ok: false, error: result.error, partialOutput: "", segments: [] };
    return executeTemplate(result.template, { config });
  };
}
