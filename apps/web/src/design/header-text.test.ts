import { expect, test } from "vitest";
import { nameFault, readHeader, readHeaders, valueFault } from "./header-text.js";

test.each([
  ["Authorization: Basic dTpw", "Authorization", "Basic dTpw"],
  ["X-Team:north", "X-Team", "north"],
  ["  x_team :north", null, null],
  ["X-Url: https://a.example:5000/x", "X-Url", "https://a.example:5000/x"],
  ["-H 'Authorization: Bearer x.y.z'", "Authorization", "Bearer x.y.z"],
  ['--header="X-Team: north"', "X-Team", "north"],
  ["X-Team: \t north  ", "X-Team", "north"],
  ["Authorization", null, null],
  ["Authorization:", null, null],
  ["Basic dTpw", null, null],
  ["two words: x", null, null],
  ["", null, null],
])("%s", (text, name, value) => {
  expect(readHeader(text)).toEqual(name === null ? null : { name, values: [value] });
});

test("several lines are several headers, or none where one of them is none", () => {
  expect(readHeaders("A: 1\r\nB: 2\n")?.map(({ name }) => name)).toEqual(["A", "B"]);
  expect(readHeaders("A: 1\nB")).toBeNull();
  expect(readHeaders("\n")).toBeNull();
});

const OTHERS = [{ name: "X-Team", values: ["north"] }];

test.each([
  ["X-Site", null],
  ["", /needs a name/],
  ["two words", /a space cannot be part/],
  ["Authorization: Basic", /a colon cannot be part/],
  ["Überschrift", /“Ü” cannot be part/],
  ["a[b]", /“\[” cannot be part/],
  ["x-team", /^X-Team is here already/],
])("the name “%s”", (name, fault) => {
  const told = nameFault(name, OTHERS);
  if (fault === null) expect(told).toBeNull();
  else expect(told).toMatch(fault);
});

test.each([
  ["Basic x", true],
  ["a\tb", true],
  ["ä", true],
  ["", false],
  ["a\nb", false],
  ["a\u0000", false],
])("the value %j", (value, isRight) => {
  expect(valueFault(value) === null).toBe(isRight);
});
