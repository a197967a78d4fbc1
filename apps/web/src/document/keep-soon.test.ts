import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { soon } from "./keep-soon.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("whoever types without a pause is kept every 250 ms", () => {
  const kept: string[] = [];
  let text = "";
  const keeping = soon(() => kept.push(text), 250);
  for (const letter of "abcdefghij") {
    text += letter;
    keeping.want();
    vi.advanceTimersByTime(100);
  }
  expect(kept).toEqual(["abc", "abcdef", "abcdefghi"]);
  vi.advanceTimersByTime(250);
  expect(kept.at(-1)).toBe("abcdefghij");
});

test("at once when asked for, and not again later", () => {
  let runs = 0;
  const keeping = soon(() => runs++, 250);
  keeping.flush();
  expect(runs).toBe(0);
  keeping.want();
  keeping.flush();
  vi.advanceTimersByTime(1000);
  expect(runs).toBe(1);
});

test("not at all when the wish is taken back", () => {
  let runs = 0;
  const keeping = soon(() => runs++, 250);
  keeping.want();
  keeping.cancel();
  keeping.flush();
  vi.advanceTimersByTime(1000);
  expect(runs).toBe(0);
});
