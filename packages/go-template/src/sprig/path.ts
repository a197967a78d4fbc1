// Go's package path; on Linux path/filepath is the same.

import { fixed, type GoFunction } from "../functions.js";
import { STRING, text } from "./coerce.js";

/** path.Clean: the shortest equivalent path. */
function clean(path: string): string {
  const rooted = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    const previous = parts.at(-1);
    if (part !== ".." || (previous === undefined ? !rooted : previous === "..")) parts.push(part);
    else parts.pop();
  }
  return (rooted ? "/" : "") + parts.join("/") || ".";
}

function base(path: string): string {
  if (path === "") return ".";
  let end = path.length;
  while (path.charAt(end - 1) === "/") end--;
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end) || "/";
}

function dir(path: string): string {
  return clean(path.slice(0, path.lastIndexOf("/") + 1));
}

function ext(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? "";
}

function onPath(call: (path: string) => unknown): GoFunction {
  return fixed([STRING], ([path]) => call(text(path)));
}

const functions = { Base: onPath(base), Dir: onPath(dir), Clean: onPath(clean), Ext: onPath(ext) };
const isAbs = onPath((path) => path.startsWith("/"));

export const pathFunctions: Readonly<Record<string, GoFunction>> = {
  base: functions.Base,
  osBase: functions.Base,
  dir: functions.Dir,
  osDir: functions.Dir,
  clean: functions.Clean,
  osClean: functions.Clean,
  ext: functions.Ext,
  osExt: functions.Ext,
  isAbs,
  osIsAbs: isAbs,
};
