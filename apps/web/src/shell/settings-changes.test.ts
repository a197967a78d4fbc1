import { expect, test } from "vitest";
import {
  isAgentVersion,
  readAddresses,
  withAddresses,
  withRuntime,
  withSetting,
} from "./settings-changes.js";

test("a setting that is taken away leaves nothing behind", () => {
  const set = withSetting({}, "spegelVersion", "0.7.4");
  expect(set).toEqual({ spegelVersion: "0.7.4" });
  expect(withSetting(set, "spegelVersion", undefined)).toEqual({});
});

test("runtimes and addresses are kept by role, defaults are not kept", () => {
  const set = withRuntime(withAddresses({}, "master", ["10.0.0.1"]), "nodes/gpu", "cri-o");
  expect(set).toEqual({ nodeAddresses: { master: ["10.0.0.1"] }, runtimes: { "nodes/gpu": "cri-o" } });
  expect(withAddresses(withRuntime(set, "nodes/gpu", "containerd"), "master", [])).toEqual({});
});

test.each([
  ["10.0.0.1", ["10.0.0.1"]],
  ["10.0.0.1, 10.0.0.2  10.0.0.3", ["10.0.0.1", "10.0.0.2", "10.0.0.3"]],
  ["fd00::1", ["fd00::1"]],
  ["", []],
  ["10.0.0.256", null],
  ["10.0.0", null],
  ["node-1", null],
  ["::g", null],
])("addresses %j", (text, addresses) => {
  expect(readAddresses(text)).toEqual(addresses);
});

test.each([
  ["1.31", true],
  ["1.31.4", true],
  ["1.25.6-4", true],
  ["1", false],
  ["latest", false],
  ["1.31.", false],
])("agent version %s: %s", (text, valid) => {
  expect(isAgentVersion(text)).toBe(valid);
});
