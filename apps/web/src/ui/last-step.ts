import { useCallback, useEffect, useRef } from "react";

/** A change that can be taken back for as long as nothing has come after it. */
export interface LastStep {
  /** False once anything else has changed, or the step itself was taken back. */
  isLast(): boolean;
  /** Told of what may end it. */
  subscribe(listener: () => void): () => void;
  /** Takes back exactly this step; nothing when it is not the last. */
  undo(): void;
}

/**
 * Follows a value that a component holds, so that the last of its changes can be taken back, and no other.
 *
 * @returns what every change has to go through, in place of `write`
 */
export function useLastStep<Value>(value: Value, write: (value: Value) => void): (next: Value) => LastStep {
  const followed = useRef({ newest: value, isHeld: true, listeners: new Set<() => void>() });
  useEffect(() => {
    const { current } = followed;
    current.isHeld = true;
    return () => {
      // Whoever holds the value next begins anew with what is stored.
      current.isHeld = false;
      for (const listener of current.listeners) listener();
    };
  }, []);
  return useCallback(
    (next) => {
      const { current } = followed;
      const before = current.newest;
      const take = (taken: Value) => {
        current.newest = taken;
        write(taken);
        for (const listener of current.listeners) listener();
      };
      take(next);
      const isLast = () => current.isHeld && current.newest === next;
      return {
        isLast,
        subscribe(listener) {
          current.listeners.add(listener);
          return () => current.listeners.delete(listener);
        },
        undo: () => isLast() && take(before),
      };
    },
    [write],
  );
}
