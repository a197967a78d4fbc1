import { useCallback, useState } from "react";
import { type LastStep, useLastStep } from "../ui/last-step.js";
import type { NodeFileText } from "./node-files.js";

const KEY = "lookinglass.inspect-files";

export type ChangeFiles = (files: readonly NodeFileText[]) => LastStep;

/** The files, kept until the tab is closed: they may hold credentials. */
export function useNodeFiles(): readonly [readonly NodeFileText[], ChangeFiles] {
  const [files, setFiles] = useState(readFiles);
  const write = useCallback((next: readonly NodeFileText[]) => {
    setFiles(next);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without storage they last as long as the page.
    }
  }, []);
  return [files, useLastStep(files, write)];
}

function readFiles(): readonly NodeFileText[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isFile) : [];
  } catch {
    return [];
  }
}

function isFile(value: unknown): value is NodeFileText {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "number" &&
    "path" in value &&
    typeof value.path === "string" &&
    "text" in value &&
    typeof value.text === "string"
  );
}
