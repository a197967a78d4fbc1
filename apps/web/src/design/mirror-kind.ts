import { type HostsEntry, SPEGEL_ON_NODE, SPEGEL_SERVICE } from "@lookinglass/designer";

/** What an entry of the list is, in words, and who answers there. */
export interface EntryKind {
  /** null: a mirror like any other, told apart by its URL. */
  readonly title: string | null;
  readonly origin: "spegel" | "upstream" | "extension";
}

export function entryKind(entry: HostsEntry): EntryKind {
  if (entry.kind === "masters") return { title: "Masters’ Spegel", origin: "spegel" };
  if (entry.kind !== "mirror") return { title: "Template block", origin: "extension" };
  const url = entry.mirror.url.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, "{{$1}}");
  if (url === SPEGEL_ON_NODE.url) return { title: "This node’s Spegel", origin: "spegel" };
  if (url === SPEGEL_SERVICE.url) return { title: "Spegel service", origin: "spegel" };
  return { title: null, origin: "upstream" };
}
