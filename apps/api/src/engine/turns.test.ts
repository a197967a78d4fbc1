import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTurns, type Turns } from "./turns.js";

/** Starts and ends one job after the other until none is left. */
function drain(turns: Turns<string>): string[] {
  const order: string[] = [];
  for (let next = turns.start(); next !== undefined; next = turns.start()) {
    order.push(next.job);
    turns.ended(next.client);
  }
  return order;
}

describe("turns", () => {
  test("one client's jobs keep their order", () => {
    const turns = createTurns<string>(1);
    for (const job of ["1", "2", "3"]) turns.wait("a", job);
    expect(drain(turns)).toEqual(["1", "2", "3"]);
  });

  test("clients come in turn, whatever each has waiting", () => {
    const turns = createTurns<string>(1);
    for (const job of ["a1", "a2", "a3", "a4"]) turns.wait("a", job);
    for (const job of ["b1", "b2"]) turns.wait("b", job);
    turns.wait("c", "c1");
    expect(drain(turns)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
  });

  test("one client never runs more than it may, while another's jobs start", () => {
    const turns = createTurns<string>(2);
    for (const job of ["a1", "a2", "a3"]) turns.wait("a", job);
    expect([turns.start()?.job, turns.start()?.job, turns.start()]).toEqual(["a1", "a2", undefined]);
    turns.wait("b", "b1");
    expect(turns.start()?.job).toBe("b1");
    turns.ended("a");
    expect(turns.start()?.job).toBe("a3");
  });

  test("one that always has a new job does not hold up one that waits", () => {
    const turns = createTurns<string>(1);
    turns.wait("a", "a1");
    turns.wait("b", "b1");
    turns.wait("b", "b2");
    turns.wait("b", "b3");
    const order: string[] = [];
    for (let count = 2; order.at(-1) !== "b3"; count++) {
      const next = turns.start();
      if (next === undefined) break;
      order.push(next.job);
      turns.wait("a", `a${count}`);
      turns.ended(next.client);
    }
    expect(order).toEqual(["a1", "b1", "b2", "a2", "b3"]);
  });

  test("forgets what waits", () => {
    const turns = createTurns<string>(1);
    turns.wait("a", "a1");
    turns.wait("a", "a2");
    turns.start();
    turns.clear();
    expect([turns.waiting, turns.running, turns.of("a")]).toEqual([0, 1, 1]);
    turns.ended("a");
    expect(turns.of("a")).toBe(0);
  });

  test("any coming and going: all is counted, none is lost, and no client has more than it may", () => {
    const step = fc.oneof(fc.constant("end" as const), fc.constantFrom("a", "b", "c", "d"));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (steps, most) => {
        const turns = createTurns<number>(most);
        const running: string[] = [];
        const started = new Set<number>();
        let added = 0;
        const startAll = () => {
          for (let next = turns.start(); next !== undefined; next = turns.start()) {
            running.push(next.client);
            started.add(next.job);
          }
        };
        for (const each of steps) {
          if (each !== "end") turns.wait(each, added++);
          else if (running.length > 0) turns.ended(running.shift() ?? "");
          startAll();
          for (const client of "abcd") {
            expect(running.filter((other) => other === client).length).toBeLessThanOrEqual(most);
          }
          expect(turns.running).toBe(running.length);
          expect(turns.waiting).toBe(added - started.size);
        }
        while (running.length > 0) {
          turns.ended(running.shift() ?? "");
          startAll();
        }
        expect(started.size).toBe(added);
        expect([...("abcd" as const)].map((client) => turns.of(client))).toEqual([0, 0, 0, 0]);
      }),
    );
  });
});
