/** Does something soon after it was wanted, however often it is wanted until then. */
export interface Soon {
  want(): void;
  /** Does it now, if it is wanted. */
  flush(): void;
  /** Forgets the wish. */
  cancel(): void;
}

/** Not later than `delay` milliseconds after the first wish: whoever types without a pause is kept, too. */
export function soon(run: () => void, delay: number): Soon {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flush = () => {
    if (timer === null) return;
    cancel();
    run();
  };
  return {
    want() {
      timer ??= setTimeout(flush, delay);
    },
    flush,
    cancel,
  };
}
