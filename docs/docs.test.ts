import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { containerdReleases } from "@lookinglass/containerd";
import { describe, expect, it } from "vitest";
import { latestRelease } from "../packages/spegel/src/releases.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const newestLine = Object.keys(containerdReleases.newest).at(-1);

const FOLDERS = [".", "docs", "e2e", "real", "deploy", ...below("packages"), ...below("apps")];
const PAGES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

function below(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
}

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");

  it("links to files that exist", () => {
    const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g), ([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it("names files that exist", () => {
    const paths = text.matchAll(/`((?:packages|apps|bench|e2e|deploy|docs|scripts|real)\/[\w./-]+)`/g);
    const missing = Array.from(paths, ([, path = ""]) => path).filter((path) => !isThere(path));
    expect(missing).toEqual([]);
  });

  it("quotes code as it is", () => {
    const stale = excerpts(text).filter(({ file, parts }) => !isExcerpt(file, parts));
    expect(stale).toEqual([]);
  });
});

/** Pages that say up to which release they hold. */
it.each([
  ["docs/model.md", `0.0.3 to ${latestRelease}`],
  ["docs/model.md", `1.6 to ${newestLine}`],
  ["packages/spegel/README.md", `0.0.3 to ${latestRelease}`],
  ["packages/containerd/README.md", `1.6 to ${newestLine}`],
])("%s holds for %s", (page, releases) => {
  expect(readFileSync(join(ROOT, page), "utf8")).toContain(releases);
});

it("e2e/README.md lists every test in a browser, and no other", () => {
  const rows = readFileSync(join(ROOT, "e2e/README.md"), "utf8").match(/^\|.*$/gm) ?? [];
  const cells = rows.slice(2).flatMap((row) => row.split("|").slice(2));
  const listed = cells.flatMap((cell) => cell.split(",").map((name) => name.trim())).filter(Boolean);
  const specs = readdirSync(join(ROOT, "e2e")).filter((file) => file.endsWith(".spec.ts"));
  expect([...new Set(listed)].sort()).toEqual(specs.map((file) => file.replace(".spec.ts", "")).sort());
});

it("there are excerpts", () => {
  expect(excerpts(readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8"))).not.toEqual([]);
});

/** What a build makes is there only after one. */
function isThere(path: string): boolean {
  return path.includes("/dist") || existsSync(join(ROOT, path));
}

/** Blocks of code whose first line is a comment with a file's name; `…` leaves lines out. */
function excerpts(text: string): { file: string; parts: string[] }[] {
  const blocks = text.matchAll(/^( *)```ts\n *\/\/ ((?:packages|apps)\/\S+)\n([\s\S]*?)^ *```/gm);
  return Array.from(blocks, ([, indent = "", file = "", body = ""]) => {
    const lines = body.split("\n").map((line) => line.slice(indent.length));
    return {
      file,
      parts: lines
        .join("\n")
        .split(/^\s*…\n/m)
        .map(squeezed),
    };
  });
}

function isExcerpt(file: string, parts: readonly string[]): boolean {
  let rest = squeezed(readFileSync(join(ROOT, file), "utf8"));
  return parts.every((part) => {
    const at = rest.indexOf(part);
    rest = rest.slice(at + part.length);
    return at >= 0;
  });
}

/** The same code however it is indented. */
function squeezed(code: string): string {
  return code
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
