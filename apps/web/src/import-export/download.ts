const REVOKE_AFTER_MS = 10_000;

/** Saves something as a file; a text is written as it stands, in UTF-8. */
export function download(content: string | Blob, fileName: string): void {
  const url = URL.createObjectURL(new Blob([content]));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/**
 * A file name of a cluster's name, and of what else tells the file from others: letters, digits, dots and dashes only.
 *
 * @param ending with its dot
 */
export function exportName(clusterName: string | null, ending: string, ...rest: readonly string[]): string {
  const name = [clusterName ?? "cluster", ...rest].map(safe).filter((part) => part !== "");
  return `${name.join("-") || "cluster"}${ending}`;
}

function safe(part: string): string {
  const dashed = part.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^[-.]+|[-.]+$/g, "");
  return dashed.slice(0, 100);
}
