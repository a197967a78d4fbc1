// On Linux path/filepath is the same as path.

import { basePath, cleanPath, dirPath, extPath } from "@lookinglass/go";
import { fixed, type GoFunction } from "../functions.js";
import { STRING, text } from "./coerce.js";

function onPath(call: (path: string) => unknown): GoFunction {
  return fixed([STRING], ([path]) => call(text(path)));
}

const functions = {
  Base: onPath(basePath),
  Dir: onPath(dirPath),
  Clean: onPath(cleanPath),
  Ext: onPath(extPath),
};
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
