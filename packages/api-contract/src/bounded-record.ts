import { z } from "zod";

/**
 * A record of so many keys at most, which are counted before any of them is looked at: what is refused for its size costs
 * nothing, and has one fault rather than one for each key.
 */
export function boundedRecord<Value extends z.ZodType>(
  key: z.ZodString,
  value: Value,
  { most, of }: { most: number; of: string },
) {
  return z.preprocess(
    (input, context) => {
      if (isMap(input) && Object.keys(input).length > most) {
        context.addIssue({ code: "custom", message: `more than ${most} ${of}` });
      }
      return input;
    },
    z.record(key, value),
  );
}

function isMap(input: unknown): input is object {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}
