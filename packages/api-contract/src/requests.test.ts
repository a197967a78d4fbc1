import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  createShareRequestSchema,
  editsRequestSchema,
  limits,
  previewRequestSchema,
  pullPathRequestSchema,
  renderRequestSchema,
  shareIdSchema,
} from "./index.js";

/** Paths and messages of what is wrong with a request; empty when it is accepted. */
function faults(schema: z.ZodType, request: unknown): string[] {
  const result = schema.safeParse(request);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

const nested = (levels: number) => JSON.parse("[".repeat(levels) + "]".repeat(levels));
const pull = { spec: "", role: "master", phase: "running", image: "nginx" };

describe("accepted requests", () => {
  test.each<[string, z.ZodType, unknown]>([
    ["any text is a spec", previewRequestSchema, { spec: "\u0000 not: [yaml" }],
    ["an empty spec", previewRequestSchema, { spec: "" }],
    [
      "every setting",
      previewRequestSchema,
      {
        spec: "",
        settings: {
          agentVersion: "1.31.4-alpha.2",
          containerdVersion: "1.7",
          spegelVersion: "v0.4.0",
          runtimes: { "nodes/a": "cri-o" },
          nodeAddresses: { master: ["10.0.0.11", "fd00::5"] },
          extraConfig: { region: "eu", deep: { list: [1, null] } },
          templateFunctions: "sprig",
        },
      },
    ],
    [
      "pull conditions",
      pullPathRequestSchema,
      { ...pull, conditions: { mirrorDown: ["https://m.example.com"] } },
    ],
    ["an edit that sets null", editsRequestSchema, { spec: "a: 1", edits: [{ path: ["a"], value: null }] }],
    ["an edit that removes", editsRequestSchema, { spec: "a: 1", edits: [{ path: ["a", 0], remove: true }] }],
    ["an edit that renames", editsRequestSchema, { spec: "a: 1", edits: [{ path: ["a"], rename: "b" }] }],
    ["an edit that inserts", editsRequestSchema, { spec: "a: []", edits: [{ path: ["a", 0], insert: 1 }] }],
    [
      "an edit that moves, in another document",
      editsRequestSchema,
      { spec: "", edits: [{ path: ["a"], move: ["b"], document: 1 }] },
    ],
    ["a fix", editsRequestSchema, { spec: "a: 1", fix: "some/fix" }],
    ["data as deep as allowed", renderRequestSchema, { template: "", data: nested(limits.MAX_VALUE_DEPTH) }],
    ["a share", createShareRequestSchema, { spec: "a: 1", title: "Mine", expiresIn: "7d" }],
  ])("%s", (_, schema, request) => {
    expect(faults(schema, request)).toEqual([]);
  });
});

describe("refused requests", () => {
  const oneAction = "exactly one of value, remove, rename, insert, move, blanks is needed";
  test.each<[string, z.ZodType, unknown, string]>([
    ["no spec", previewRequestSchema, {}, "spec: Invalid input: expected string, received undefined"],
    ["an unknown field, by name", previewRequestSchema, { spec: "", sepc: "" }, ': Unrecognized key: "sepc"'],
    [
      "an unknown setting, by name",
      previewRequestSchema,
      { spec: "", settings: { a: 1 } },
      'settings: Unrecognized key: "a"',
    ],
    [
      "a version that is not one",
      previewRequestSchema,
      { spec: "", settings: { spegelVersion: "0.4.0\n" } },
      "settings.spegelVersion: a version such as 1.7 or 2.1.9",
    ],
    [
      "an unknown phase",
      pullPathRequestSchema,
      { ...pull, phase: "x" },
      'phase: Invalid option: expected one of "bootstrap"|"running"|"agent-rerun"',
    ],
    ["neither edits nor fix", editsRequestSchema, { spec: "" }, ": exactly one of edits and fix is needed"],
    [
      "edits and fix",
      editsRequestSchema,
      { spec: "", fix: "f", edits: [{ path: [], value: 1 }] },
      ": exactly one of edits and fix is needed",
    ],
    [
      "an edit that does nothing",
      editsRequestSchema,
      { spec: "", edits: [{ path: [] }] },
      `edits.0: ${oneAction}`,
    ],
    [
      "an edit that does two things",
      editsRequestSchema,
      { spec: "", edits: [{ path: [], value: 1, remove: true }] },
      `edits.0: ${oneAction}`,
    ],
    [
      "a negative index",
      editsRequestSchema,
      { spec: "", edits: [{ path: ["a", -1], remove: true }] },
      "edits.0.path.1: Too small: expected number to be >=0",
    ],
    [
      "an unknown lifetime",
      createShareRequestSchema,
      { spec: "", expiresIn: "2y" },
      'expiresIn: Invalid option: expected one of "1d"|"7d"|"30d"|"365d"',
    ],
    [
      "data too deep to walk",
      renderRequestSchema,
      { template: "", data: nested(limits.MAX_VALUE_DEPTH + 1) },
      `data: nested deeper than ${limits.MAX_VALUE_DEPTH} levels`,
    ],
  ])("%s", (_, schema, request, fault) => {
    expect(faults(schema, request)).toEqual([fault]);
  });

  test.each<[string, z.ZodType, (size: number) => unknown, number]>([
    ["spec", previewRequestSchema, (n) => ({ spec: "x".repeat(n) }), limits.MAX_SPEC_LENGTH],
    [
      "edits",
      editsRequestSchema,
      (n) => ({ spec: "", edits: Array(n).fill({ path: [], remove: true }) }),
      limits.MAX_EDITS,
    ],
    [
      "path of an edit",
      editsRequestSchema,
      (n) => ({ spec: "", edits: [{ path: Array(n).fill("k"), remove: true }] }),
      limits.MAX_PATH_LENGTH,
    ],
    [
      "template",
      renderRequestSchema,
      (n) => ({ template: "x".repeat(n), data: null }),
      limits.MAX_TEMPLATE_LENGTH,
    ],
    ["image", pullPathRequestSchema, (n) => ({ ...pull, image: "x".repeat(n) }), limits.MAX_IMAGE_LENGTH],
    ["title", createShareRequestSchema, (n) => ({ spec: "", title: "x".repeat(n) }), limits.MAX_TITLE_LENGTH],
  ])("%s: the bound is allowed, one more is not", (_, schema, request, bound) => {
    expect(faults(schema, request(bound))).toEqual([]);
    expect(faults(schema, request(bound + 1))).toHaveLength(1);
  });

  test.each(["", "short", "../../../../etc/passwd", `${"a".repeat(21)}\n`, "a".repeat(23)])(
    "share id %j",
    (id) => {
      expect(faults(shareIdSchema, id)).toHaveLength(1);
    },
  );
});
