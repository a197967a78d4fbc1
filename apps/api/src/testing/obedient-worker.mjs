/** A thread's module for tests of the pool: does what its input says. */
if (process.env.OBEDIENT_WORKER === "does not start") throw new Error("the thread does not start");

export const run = ({ input }) => {
  if (input === "run for ever") for (;;);
  if (input === "fill the memory") for (const kept = []; ; ) kept.push(new Array(1_000).fill(kept.length));
  if (input === "answer at length") return { tooLong: true };
  if (input === "fail") throw new TypeError("a fault of ours");
  return { output: `done: ${input}` };
};
