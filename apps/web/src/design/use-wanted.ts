import { useRef, useState } from "react";
import { useEpoch } from "../document/document-context.js";
import type { EditOutcome } from "../document/edit-queue.js";
import { useWhenRead } from "./when-read.js";

/**
 * A value that a control shows from the moment that it is asked for, until the forms have read it from the document;
 * undo or another document takes it back at once, and so does a refusal.
 *
 * @param value what the document says
 * @param ask changes the document
 */
export function useWanted<Value>(
  value: Value,
  ask: (value: Value) => Promise<EditOutcome>,
): readonly [Value, (value: Value) => Promise<EditOutcome>] {
  const epoch = useEpoch();
  const whenRead = useWhenRead();
  const [wanted, setWanted] = useState<{ readonly value: Value; readonly epoch: number } | null>(null);
  const newest = useRef<object | null>(null);
  const want = async (next: Value) => {
    const own = { value: next, epoch };
    newest.current = own;
    setWanted(own);
    const outcome = await ask(next);
    // A later wish has taken its place in view.
    const settle = () => newest.current === own && setWanted(null);
    if (outcome.kind === "applied") void whenRead().then(settle);
    else settle();
    return outcome;
  };
  return [wanted?.epoch === epoch ? wanted.value : value, want];
}
