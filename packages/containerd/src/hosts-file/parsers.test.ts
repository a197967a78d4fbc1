import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseVersion } from "../version.js";
import type { HostConfig } from "./host-config.js";
import { parseHostsFile } from "./read.js";

type Answer = { hosts: Partial<HostConfig>[] } | { error: string } | { panic: string };

interface Case {
  what: string;
  text: string;
  "go-toml 2.3.0": Answer;
  "go-toml 2.2.4"?: Answer;
  "go-toml 1.9.5": Answer;
}

const file = new URL("../../conformance/toml-parsers.json", import.meta.url);
const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, "utf8"));

/** A refusal, or the hosts with what is set. */
function answerOf(text: string, release: string) {
  const result = parseHostsFile(text, "/D", parseVersion(release) ?? [0, 0, 0]);
  if ("fault" in result) return "refused";
  return result.hosts.map((host) =>
    Object.fromEntries(
      Object.entries(host)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => [key, value instanceof Map ? Object.fromEntries(value) : value]),
    ),
  );
}

/** A text that ends containerd is of no more use than one that it refuses. */
function expectedOf(answer: Answer) {
  return "hosts" in answer ? answer.hosts : "refused";
}

describe("hosts.toml read with go-toml 2.3 (containerd 2.3)", () => {
  it.each(cases)("$what", (test) => {
    expect(answerOf(test.text, "2.3.4")).toEqual(expectedOf(test["go-toml 2.3.0"]));
  });
});

describe("hosts.toml read with go-toml 2.2 (containerd 2.0.7 to 2.2)", () => {
  it.each(cases)("$what", (test) => {
    const answer = test["go-toml 2.2.4"] ?? test["go-toml 2.3.0"];
    expect(answerOf(test.text, "2.2.7")).toEqual(expectedOf(answer));
  });
});

describe("hosts.toml read with go-toml 1.9 (containerd 1.6 and 1.7)", () => {
  it.each(cases)("$what", (test) => {
    expect(answerOf(test.text, "1.7.34")).toEqual(expectedOf(test["go-toml 1.9.5"]));
  });
});
