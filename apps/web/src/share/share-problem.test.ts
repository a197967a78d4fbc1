import { NO_ANSWER } from "@lookinglass/api-contract";
import { expect, test } from "vitest";
import { describeProblem } from "./share-problem.js";

test.each([
  [404, "urn:lookinglass:problem:share-not-found", /no such share/, false],
  [400, "urn:lookinglass:problem:invalid-request", /no such share/, false],
  [410, "urn:lookinglass:problem:share-gone", /gone/, false],
  [0, NO_ANSWER, /does not answer/, true],
  [503, "urn:lookinglass:problem:unavailable", /Unavailable/, true],
])("%i is said in plain words", (status, type, title, canRetry) => {
  const said = describeProblem({ type, status, title: "Unavailable", detail: "Later." });
  expect(said.title).toMatch(title);
  expect(said.canRetry).toBe(canRetry);
});
