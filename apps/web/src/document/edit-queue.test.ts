import { expect, test } from "vitest";
import type { EditPlan, EditRequest } from "../engine/edit-plan.js";
import { createDocumentStore } from "./document-store.js";
import type { Draft } from "./draft.js";
import { createEditQueue } from "./edit-queue.js";

const draft = (text: string): Draft => ({
  text,
  baseline: text,
  origin: { kind: "import", name: "a file" },
  settings: {},
});

/** Stands for an edit that appends a text. */
const append = (text: string): EditRequest => ({
  kind: "fix",
  fix: { id: "", title: text, code: "", path: [] },
  settings: {},
  imported: undefined,
});

const appended = (text: string, newText: string): EditPlan => ({
  ok: true,
  edits: newText === "" ? [] : [{ start: text.length, end: text.length, newText }],
});

/** Appends the requested text; answers when told to. */
function controlledPlan() {
  const answers: (() => void)[] = [];
  const plan = (text: string, request: EditRequest) =>
    new Promise<EditPlan>((resolve, reject) => {
      const newText = request.kind === "fix" ? request.fix.title : "";
      answers.push(() => {
        if (newText === "bad") reject(new Error("no"));
        else if (newText === "refuse") resolve({ ok: false, reason: "cannot" });
        else resolve(appended(text, newText));
      });
    });
  const answer = async () => {
    await Promise.resolve();
    await Promise.resolve();
    answers.shift()?.();
  };
  return { plan, answer };
}

test("an edit is planned anew when somebody typed in the meantime", async () => {
  const store = createDocumentStore(draft("a"));
  const { plan, answer } = controlledPlan();
  const edit = createEditQueue(store, plan);
  const outcome = edit({ request: append("!") });
  await Promise.resolve();
  store.apply([{ start: 0, end: 0, newText: "typed " }]);
  await answer();
  await answer();
  expect(await outcome).toMatchObject({ kind: "applied" });
  expect(store.snapshot().text).toBe("typed a!");
});

test("edits are made one after the other, and a failing one stops none", async () => {
  const store = createDocumentStore(draft(""));
  const { plan, answer } = controlledPlan();
  const edit = createEditQueue(store, plan);
  const outcomes = ["1", "bad", "2", "", "refuse"].map(append).map((request) => edit({ request }));
  for (let turn = 0; turn < 40; turn++) await answer();
  const anything: unknown = expect.anything();
  expect(await Promise.all(outcomes)).toEqual([
    { kind: "applied", step: anything },
    { kind: "refused", reason: "no" },
    { kind: "applied", step: anything },
    { kind: "same" },
    { kind: "refused", reason: "cannot" },
  ]);
  expect(store.snapshot().text).toBe("12");
});
