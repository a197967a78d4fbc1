import { EMPTY_SPEC, type Starter, starters } from "@lookinglass/designer";

/** What a new spec can begin from. */
export type Beginning = Starter;

const EMPTY: Beginning = {
  id: "empty",
  title: "Empty",
  shows: "A name, and nothing else.",
  text: EMPTY_SPEC,
};

export const beginnings: readonly Beginning[] = [...starters, EMPTY];
