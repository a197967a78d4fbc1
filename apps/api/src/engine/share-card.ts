import type { Analysis } from "@lookinglass/designer";

/** What a link to a share shows in a chat or a search: names and counts, nothing else of the spec. */
export interface ShareCard {
  readonly title: string;
  readonly summary: string;
}

const UNTITLED = "Shared preview";
const MAX_TITLE = 120;

export function shareCard(
  title: string | null,
  { cluster, roles, spegel, diagnostics }: Analysis,
): ShareCard {
  const count = (severity: "error" | "warning") =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = [
    counted(roles.length, "role"),
    `Spegel ${spegel.deployed ? "on" : "off"}`,
    ...(count("error") > 0 ? [counted(count("error"), "error")] : []),
    counted(count("warning"), "warning"),
  ];
  return {
    title: oneLine(title ?? "") || oneLine(cluster.name ?? "") || UNTITLED,
    summary: parts.join(" · "),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Without control and formatting characters, which could make a title read as something else than it is. */
function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return Array.from(plain).slice(0, MAX_TITLE).join("");
}
