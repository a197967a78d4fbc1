import type { EditPlan, EditRequest } from "../engine/edit-plan.js";
import type { LastStep } from "../ui/last-step.js";
import type { DocumentStore } from "./document-store.js";

/** What became of an edit; "same": the document is already as asked. */
export type EditOutcome =
  | { readonly kind: "applied"; readonly step: LastStep }
  | { readonly kind: "same" }
  | { readonly kind: "refused"; readonly reason: string };

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
  plan: (text: string, request: EditRequest) => Promise<EditPlan>,
): (edit: QueuedEdit) => Promise<EditOutcome> {
  let last: Promise<unknown> = Promise.resolve();

  const run = async ({ request, mergeKey }: QueuedEdit): Promise<EditOutcome> => {
    for (;;) {
      const { text } = store.snapshot();
      const planned = await plan(text, request);
      if (store.snapshot().text !== text) continue;
      if (!planned.ok) return { kind: "refused", reason: planned.reason };
      if (planned.edits.length === 0) return { kind: "same" };
      return { kind: "applied", step: store.apply(planned.edits, mergeKey) };
    }
  };
  return (edit) => {
    const outcome = last.then(() => run(edit)).catch(failed);
    last = outcome;
    return outcome;
  };
}

/** The engine itself failed: it refuses edits, so this is a fault of ours. */
function failed(cause: unknown): EditOutcome {
  return { kind: "refused", reason: cause instanceof Error ? cause.message : "The engine does not answer." };
}
