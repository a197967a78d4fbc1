/** A job that gave way to a newer one before it began. */
export class SupersededError extends Error {
  override name = "SupersededError";
}

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Promise<Output>) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Runs one job at a time and keeps at most one more waiting: whoever types faster than the worker answers waits for
 * one job only. A job that gives way rejects with {@link SupersededError}.
 */
export function latestOnly<Input, Output>(
  run: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  let busy = false;
  let waiting: Waiting<Input, Output> | null = null;

  const start = (input: Input): Promise<Output> => {
    busy = true;
    const answer = run(input);
    const next = () => {
      busy = false;
      const job = waiting;
      waiting = null;
      if (job) job.resolve(start(job.input));
    };
    answer.then(next, next);
    return answer;
  };

  return (input) => {
    if (!busy) return start(input);
    waiting?.reject(new SupersededError("A newer job took its place"));
    return new Promise((resolve, reject) => {
      waiting = { input, resolve, reject };
    });
  };
}
