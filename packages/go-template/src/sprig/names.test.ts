import { expect, test } from "vitest";
import { sprigFunctions } from "./index.js";
import { sprigFunctionNames } from "./names.js";

test("the names are those of the functions, in their order", () => {
  expect([...sprigFunctionNames]).toEqual([...sprigFunctions.keys()]);
});
