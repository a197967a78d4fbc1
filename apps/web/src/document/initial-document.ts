import type { Draft } from "./draft.js";

/**
 * What the page opens with: the kept draft, unless a link asks for another example; the worked example on a first
 * visit. A linked example that is not at hand yet opens on top of it, as a step that can be undone.
 */
export function initialDocument(
  draft: Draft | null,
  first: { readonly id: string; readonly text: string },
): Draft {
  if (draft) return draft;
  const origin = { kind: "example", id: first.id } as const;
  return { text: first.text, baseline: first.text, origin, settings: {} };
}
