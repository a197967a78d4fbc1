const REVOKE_AFTER_MS = 10_000;

/** Saves a text as a file, byte for byte in UTF-8. */
export function downloadText(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/** A file name of a cluster's name: letters, digits, dots and dashes only. */
export function exportName(clusterName: string | null): string {
  const name = (clusterName ?? "").replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^[-.]+|[-.]+$/g, "");
  return `${name.slice(0, 100) || "cluster"}.yaml`;
}
