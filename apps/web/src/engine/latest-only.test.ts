import { expect, test } from "vitest";
import { latestOnly, SupersededError } from "./latest-only.js";

function controlled() {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const run = latestOnly((input: string) => {
    started.push(input);
    return new Promise<string>((resolve) => finish.set(input, () => resolve(`${input}!`)));
  });
  return { started, run, finish: (input: string) => finish.get(input)?.() };
}

test("a job runs at once when nothing else does", async () => {
  const { run, finish } = controlled();
  const answer = run("a");
  finish("a");
  expect(await answer).toBe("a!");
});

test("while one runs, only the newest of those waiting is kept", async () => {
  const { started, run, finish } = controlled();
  const [first, second, third] = [run("a"), run("b"), run("c")];
  await expect(second).rejects.toBeInstanceOf(SupersededError);
  expect(started).toEqual(["a"]);
  finish("a");
  expect(await first).toBe("a!");
  expect(started).toEqual(["a", "c"]);
  finish("c");
  expect(await third).toBe("c!");
});

test("a failure does not hold up the next", async () => {
  const run = latestOnly(async (input: string) => {
    if (input === "bad") throw new Error("bad input");
    return input;
  });
  const [bad, good] = [run("bad"), run("good")];
  await expect(bad).rejects.toThrow("bad input");
  expect(await good).toBe("good");
});
