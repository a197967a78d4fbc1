import type { OffsetRange } from "@lookinglass/cluster-spec";

/** The lines of a hosts.toml that set a key above its first table. */
export function rootLines(content: string): { readonly text: string; readonly range: OffsetRange }[] {
  const firstTable = content.search(/^[ \t]*\[/m);
  const head = firstTable < 0 ? content : content.slice(0, firstTable);
  return [...head.matchAll(/^[ \t]*((?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[^\n=]*=.*?)\r?$/gm)].map(
    (match) => {
      const text = (match[1] ?? "").trimEnd();
      const start = match.index + match[0].indexOf(text);
      return { text, range: { start, end: start + text.length } };
    },
  );
}
