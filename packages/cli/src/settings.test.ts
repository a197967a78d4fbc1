import { expect, test } from "vitest";
import { readSettings } from "./settings.js";

test("options win over the file, role by role", () => {
  const file = JSON.stringify({
    agentVersion: "1.29.7",
    containerdVersion: "1.6",
    runtimes: { master: "containerd", "nodes/gpu": "cri-o" },
  });
  const options = {
    containerdVersion: "2.1.9",
    runtime: ["master=other"],
    nodeAddress: ["nodes/a=10.0.0.1,10.0.0.2"],
  };
  expect(readSettings(options, file)).toEqual({
    ok: true,
    settings: {
      agentVersion: "1.29.7",
      containerdVersion: "2.1.9",
      runtimes: { master: "other", "nodes/gpu": "cri-o" },
      nodeAddresses: { "nodes/a": ["10.0.0.1", "10.0.0.2"] },
    },
  });
});

test.each([
  ["no JSON", {}, "{", "the settings file is not JSON"],
  ["no object", {}, "[]", "the settings file must hold a JSON object"],
  ["an unknown member", {}, '{"agent": "1.2"}', 'settings: : Unrecognized key: "agent"'],
  [
    "a member of the wrong type",
    {},
    '{"runtimes": 3}',
    "settings: runtimes: Invalid input: expected record, received number",
  ],
  [
    "a runtime that is none",
    { runtime: ["master=docker"] },
    null,
    /^settings: runtimes.master: Invalid option/,
  ],
  ["a pair without =", { runtime: ["master"] }, null, /^settings: runtimes.master: Invalid option/],
  ["a key of the prototype", {}, '{"__proto__": {}}', 'settings: : Unrecognized key: "__proto__"'],
])("%s is refused", (_name, options, file, fault) => {
  const result = readSettings(options, file);
  expect(result).toMatchObject({ ok: false, faults: [expect.stringMatching(fault)] });
});
