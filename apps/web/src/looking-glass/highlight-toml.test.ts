import fc from "fast-check";
import { expect, test } from "vitest";
import { highlightLine } from "./highlight-toml.js";

test.each([
  ["# note", ["comment"]],
  [`[host."http://10.0.0.1:30020"]`, ["table"]],
  [`[host.'http://10.0.0.1:30020'.header]`, ["table"]],
  [`  capabilities = ["pull", 'resolve'] # why`, ["key", "string", "string", "comment"]],
  ["override_path = true", ["key", "literal"]],
  [`server = "it's # no comment"`, ["key", "string"]],
  ["{{ range .config.x }}", ["template"]],
])("%s", (line, kinds) => {
  const tokens = highlightLine(line);
  expect(tokens.filter(({ kind }) => kind !== "plain").map(({ kind }) => kind)).toEqual(kinds);
});

test("nothing of a line is lost", () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      const [first] = line.split("\n");
      expect(
        highlightLine(first ?? "")
          .map(({ text }) => text)
          .join(""),
      ).toBe(first);
    }),
  );
});
