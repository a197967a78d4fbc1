import { containerdReleases } from "@lookinglass/containerd";
import { type HostsBlock, type HostsDocument, hostsText, parseHosts } from "./hosts-document.js";
import type { HostsLine } from "./hosts-lines.js";
import { type Mirror, type MirrorChange, SPEGEL_ON_NODE, spegelOnMasters, writtenFor } from "./mirror.js";
import { newMirrorLines, setMirrorFields } from "./mirror-fields.js";
import { withPathKept } from "./mirror-url-edit.js";
import { writeValue } from "./toml-writing.js";

/**
 * Applies a change to the content of a hosts.toml template; every line that the change does not concern stays as
 * written. Null when the content cannot be edited as mirrors, or has no such mirror.
 *
 * @param containerdVersion the release that reads the file: what it ignores is not written
 */
export function changeMirrors(
  content: string,
  change: MirrorChange,
  containerdVersion: string = containerdReleases.default,
): string | null {
  const parsed = parseHosts(content);
  if (!parsed.ok) return null;
  const changed = changeDocument(parsed.document, change, containerdVersion);
  return changed && hostsText(changed);
}

/** A hosts.toml template with these mirrors, in the style of Kublr's page. */
export function hostsContent(mirrors: readonly Mirror[]): string {
  const parsed = parseHosts("");
  return parsed.ok ? hostsText(mirrors.reduce(addMirror, parsed.document)) : "";
}

function changeDocument(
  document: HostsDocument,
  change: MirrorChange,
  containerdVersion: string,
): HostsDocument | null {
  switch (change.kind) {
    case "add-mirror":
      return addMirror(document, writtenFor(change.mirror, containerdVersion));
    case "add-spegel":
      return change.on === "node"
        ? addMirror(document, writtenFor(SPEGEL_ON_NODE, containerdVersion))
        : addMasters(document, containerdVersion);
    case "remove-entry":
      return removeBlock(document, change.index);
    case "move-entry":
      return moveBlock(document, change.from, change.to);
    case "set-mirror":
      return setMirror(document, change.index, change.set);
    case "set-server":
      return { ...document, head: setServer(document, change.server) };
  }
}

const BLANK: HostsLine = { kind: "blank", text: "" };

function addMirror(document: HostsDocument, mirror: Mirror): HostsDocument {
  const style = document.blocks.findLast(({ kind }) => kind === "mirror");
  return addBlock(document, "mirror", newMirrorLines(mirror, style?.lines));
}

function addMasters(document: HostsDocument, containerdVersion: string): HostsDocument {
  return addBlock(document, "block", [{ kind: "table", text: spegelOnMasters(containerdVersion) }]);
}

function addBlock(
  { head, blocks }: HostsDocument,
  kind: HostsBlock["kind"],
  lines: readonly HostsLine[],
): HostsDocument {
  const last = blocks.at(-1);
  if (!last) return { head: endLine(head), blocks: [{ kind, lines, gap: [BLANK] }] };
  const lastComment = last.gap.findLastIndex(isComment);
  const between = lastComment < 0 ? (blocks.at(-2)?.gap ?? []).filter((line) => !isComment(line)) : [BLANK];
  const before = blocks.with(-1, { ...last, gap: [...last.gap.slice(0, lastComment + 1), ...between] });
  const end = last.gap.slice(lastComment + 1);
  return { head, blocks: [...before, { kind, lines, gap: end.length > 0 ? end : [BLANK] }] };
}

const isComment = ({ kind }: HostsLine) => kind === "comment";

/** Drops the empty line that stands for a final line break: the new block follows at once. */
function endLine(head: readonly HostsLine[]): readonly HostsLine[] {
  return head.at(-1)?.kind === "blank" ? head.slice(0, -1) : head;
}

/** What stands alone after the block stays, and so does the end of the file. */
function removeBlock({ head, blocks }: HostsDocument, index: number): HostsDocument | null {
  const removed = blocks[index];
  if (!removed) return null;
  const comment = removed.gap.findIndex(isComment);
  const isLast = index === blocks.length - 1;
  const rest = comment >= 0 ? removed.gap.slice(comment) : isLast ? removed.gap : [];
  const above = blocks[index - 1];
  if (!above) {
    const isEmpty = blocks.length === 1 && head.length === 0 && comment < 0;
    return { head: isEmpty ? [] : [...head, ...rest], blocks: blocks.slice(1) };
  }
  const gap = isLast && comment < 0 ? rest : [...above.gap, ...rest];
  return { head, blocks: blocks.toSpliced(index - 1, 2, { ...above, gap }) };
}

/** Blocks change places; the blank lines between places stay where they are. */
function moveBlock({ head, blocks }: HostsDocument, from: number, to: number): HostsDocument | null {
  const moved = blocks[from];
  if (!moved || !blocks[to]) return null;
  const order = blocks.filter((block) => block !== moved).toSpliced(to, 0, moved);
  return { head, blocks: order.map((block, index) => ({ ...block, gap: blocks[index]?.gap ?? [] })) };
}

function setMirror(document: HostsDocument, index: number, set: Partial<Mirror>): HostsDocument | null {
  const block = document.blocks[index];
  if (block?.kind !== "mirror") return null;
  const lines = setMirrorFields(block.lines, withPathKept(block.lines, set));
  return lines && { ...document, blocks: document.blocks.with(index, { ...block, lines }) };
}

/** `server` has to stand above the first table, or it belongs to that table and is lost. */
function setServer({ head, blocks }: HostsDocument, server: string | null): readonly HostsLine[] {
  const index = head.findIndex((line) => line.kind === "field" && line.key === "server");
  const line = head[index];
  if (server === null) return line ? withoutServer({ head, blocks }, index) : head;
  if (line?.kind === "field") {
    return line.value === server
      ? head
      : head.with(index, { ...line, value: server, source: writeValue(server, line.source) });
  }
  const source = writeValue(server, quotesOf(blocks));
  const written: HostsLine = {
    kind: "field",
    before: "server = ",
    source,
    after: "",
    key: "server",
    value: server,
  };
  const last = head.findLastIndex(({ kind }) => kind !== "blank");
  if (last < 0 && blocks.length > 0) return [written, BLANK, ...head];
  return head.toSpliced(last + 1, 0, written);
}

/** The blank line that set it off from the mirrors goes with it. */
function withoutServer({ head, blocks }: HostsDocument, index: number): readonly HostsLine[] {
  const isSetOff = head[index + 1]?.kind === "blank" && (index === 0 || head[index - 1]?.kind === "blank");
  return head.toSpliced(index, isSetOff && blocks.length > 0 ? 2 : 1);
}

/** Quotes as in the first mirror. */
function quotesOf(blocks: readonly HostsBlock[]): string | undefined {
  const host = blocks.flatMap(({ lines }) => lines).find(({ kind }) => kind === "host");
  return host && "source" in host ? host.source : undefined;
}
