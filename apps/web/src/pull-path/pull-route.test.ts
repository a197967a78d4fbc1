import { readFileSync } from "node:fs";
import { analyze, type PullConditions } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { type Leg, pullRoute } from "./pull-route.js";

const example = (file: string) =>
  analyze(readFileSync(new URL(`../../../../examples/${file}`, import.meta.url), "utf8"));
const OWN_FILES = example("08-mirror-add-off-with-overrides.yaml");

function route(image: string, conditions: PullConditions = {}, analysis = OWN_FILES) {
  const answer = pullRoute(analysis, { role: "master", phase: "running", image, conditions });
  if ("error" in answer) throw new Error(answer.error.message);
  return answer;
}

const lines = (leg: Leg) =>
  leg.stops.map(({ endpoint, source, outcome }) => `${endpoint} ${source} ${outcome}`);

describe("pullRoute", () => {
  test("shows who stands behind the one that answers", () => {
    const [resolve, pull] = route("quay.io/org/app:v1").legs;
    const line = [
      "http://10.0.0.11:30020 spegel-local answers",
      "http://10.0.0.11:30021 spegel-local not-asked",
      "https://quay.io upstream not-asked",
    ];
    expect(lines(resolve)).toEqual(line);
    expect(lines(pull)).toEqual(line);
  });

  test("manifest and blobs are one stop with two requests", () => {
    const [, pull] = route("great-registry.com/team/app:v1").legs;
    expect(pull.stops[0]?.requests).toMatchObject([
      {
        method: "GET",
        object: "manifest",
        url: "https://my-mirror.internal/v2/team/app/manifests/{digest}?ns=great-registry.com",
      },
      {
        method: "GET",
        object: "blob",
        url: "https://my-mirror.internal/v2/team/app/blobs/{digest}?ns=great-registry.com",
      },
    ]);
  });

  test("what is lost counts for manifest and blob", () => {
    const { legs, path } = route("great-registry.com/team/app:v1", { mirrorDown: ["my-mirror.internal"] });
    expect(legs.map(({ stops }) => stops[0]?.seconds)).toEqual([30, 60]);
    expect(path.secondsLost).toBe(90);
  });

  test("a digest that nobody has is asked for twice: each endpoint is one stop, with both of its waits", () => {
    const image = `quay.io/org/app@sha256:${"0123456789abcdef".repeat(4)}`;
    const { legs, path } = route(image, { imageOnNoNode: true, upstreamDown: true });
    expect(legs[0].stops.map(({ seconds }) => seconds)).toEqual([0, 0, 60]);
    expect(path.secondsLost).toBe(60);
    const [, served] = route(image, { imageOnNoNode: true }).legs;
    expect(served.stops.map(({ outcome }) => outcome)).toEqual(["not-found", "not-found", "answers"]);
  });

  test("nothing is pulled where nothing is resolved", () => {
    const [resolve, pull] = route("quay.io/org/app:v1", { imageOnNoNode: true, upstreamDown: true }).legs;
    expect(lines(resolve)).toEqual([
      "http://10.0.0.11:30020 spegel-local not-found",
      "http://10.0.0.11:30021 spegel-local not-found",
      "https://quay.io upstream unreachable",
    ]);
    expect(pull).toEqual({ operation: "pull", reached: false, stops: [] });
  });

  test("names the file, its mirrors and the full reference", () => {
    const { file, mirrors, reference } = route("great-registry.com/team/app");
    expect(file?.path).toBe("great-registry.com/hosts.toml");
    expect(mirrors).toEqual([
      "https://my-mirror.internal",
      "http://10.0.0.11:30020",
      "http://10.0.0.11:30021",
    ]);
    expect(reference).toBe("great-registry.com/team/app:latest");
  });

  test("a refusal is passed on", () => {
    expect(pullRoute(OWN_FILES, { role: "master", phase: "running", image: "Nginx" })).toMatchObject({
      error: { field: "image" },
    });
  });
});
