import type { OffsetRange } from "@lookinglass/cluster-spec";

/** The lines of a hosts.toml that set a key above its first table. */
export function rootLines(content: string): { readonly text: string; readonly range: OffsetRange }[] {
  const head = content.replace(/^[ \t]*\[.*/ms, "");
  return [...head.matchAll(/^[ \t]*((?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[^\n=]*=.*?)\r?$/gm)].map(
    ({ 0: line, 1: setting = "", index }) => {
      const text = setting.trimEnd();
      const start = index + line.indexOf(text);
      return { text, range: { start, end: start + text.length } };
    },
  );
}
