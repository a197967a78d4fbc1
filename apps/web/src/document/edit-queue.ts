import type { EditRequest } from "../engine/inspection.js";
import type { DocumentStore } from "./document-store.js";
import type { TextEdit } from "./text-edits.js";

/** "same": the document is already as asked; "failed": it cannot be edited so, for instance because it does not parse. */
export type EditOutcome = "applied" | "same" | "failed";

export interface QueuedEdit {
  readonly request: EditRequest;
  /** Edits in a row with the same key are one undo step. */
  readonly mergeKey?: string;
}

/**
 * Makes edits in the order in which they were asked for. Each is planned on the text as it is when its turn comes,
 * and planned anew when somebody typed in the meantime, so none is lost and none lands in the wrong place.
 */
export function createEditQueue(
  store: Pick<DocumentStore, "snapshot" | "apply">,
  plan: (text: string, request: EditRequest) => Promise<readonly TextEdit[]>,
): (edit: QueuedEdit) => Promise<EditOutcome> {
  let last: Promise<unknown> = Promise.resolve();

  const run = async ({ request, mergeKey }: QueuedEdit): Promise<EditOutcome> => {
    for (;;) {
      const { text } = store.snapshot();
      const edits = await plan(text, request);
      if (store.snapshot().text !== text) continue;
      store.apply(edits, mergeKey);
      return edits.length > 0 ? "applied" : "same";
    }
  };
  return (edit) => {
    const outcome = last.then(() => run(edit)).catch((): EditOutcome => "failed");
    last = outcome;
    return outcome;
  };
}
