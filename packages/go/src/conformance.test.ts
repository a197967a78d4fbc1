import { expect, it } from "vitest";
import rows from "../conformance/go-texts.json" with { type: "json" };
import { type GoText, ownAnswer } from "./testing/go-texts.js";

it.each(rows.map((row: GoText) => [JSON.stringify(row), row] as const))("%s", (_, row) => {
  expect(ownAnswer(row)).toEqual(row);
});
