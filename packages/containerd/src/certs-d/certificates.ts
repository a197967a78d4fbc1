import { cleanPath, joinPath, quote } from "@lookinglass/go";
import type { HostConfig } from "../hosts-file/host-config.js";
import type { CertsTree } from "./tree.js";

/**
 * containerd's loadCertFiles: what it takes from a directory whose hosts.toml is absent, empty or bad.
 * `*.crt` are authorities, `*.cert` with their `*.key` are client certificates.
 */
export function certificatesIn(tree: CertsTree, directory: string): Pick<HostConfig, "ca" | "client"> {
  const ca: string[] = [];
  const client: [string, string][] = [];
  for (const name of tree.filesIn(directory)) {
    if (name.endsWith(".crt")) ca.push(joinPath(directory, name));
    if (name.endsWith(".cert")) {
      const key = joinPath(directory, `${name.slice(0, -".cert".length)}.key`);
      client.push([joinPath(directory, name), tree.entry(key) === "missing" ? "" : key]);
    }
  }
  return { ca: ca.length > 0 ? ca : null, client: client.length > 0 ? client : null };
}

/**
 * What containerd says when it loads the certificates of a host, of the files of the tree alone.
 * A text is taken for a certificate when it has a PEM block, or is just `PEM`.
 * @param isKnown the files of which the tree tells; any other is taken to be there and valid
 * @returns the error that ends the pull, or null
 */
export function certificateProblem(
  tree: CertsTree,
  host: Pick<HostConfig, "ca" | "client">,
  isKnown: (file: string) => boolean,
): string | null {
  for (const file of (host.ca ?? []).filter(isKnown)) {
    const problem = readProblem(tree, file);
    if (problem !== null) return `unable to read CA cert ${quote(file)}: ${problem}`;
    if (!isPem(tree, file)) return `unable to load CA cert ${quote(file)}`;
  }
  for (const pair of host.client ?? []) {
    const problem = pairProblem(tree, pair, isKnown);
    if (problem !== null) return problem;
  }
  return null;
}

function pairProblem(
  tree: CertsTree,
  [cert, key]: [string, string],
  isKnown: (file: string) => boolean,
): string | null {
  const files = (key === "" ? [cert] : [cert, key]).filter(isKnown);
  for (const file of files) {
    const problem = readProblem(tree, file);
    if (problem !== null) return `unable to read CERT file ${quote(file)}: ${problem}`;
  }
  const bad = files.find((file) => !isPem(tree, file));
  if (bad === undefined) return null;
  const what = bad === cert ? "certificate" : "key";
  return `failed to load X509 key pair: tls: failed to find any PEM data in ${what} input`;
}

function readProblem(tree: CertsTree, file: string): string | null {
  switch (tree.entry(cleanPath(file))) {
    case "file":
      return null;
    case "directory":
      return `read ${file}: is a directory`;
    case "missing":
      return `open ${file}: no such file or directory`;
    case "not a directory":
      return `open ${file}: not a directory`;
  }
}

function isPem(tree: CertsTree, file: string): boolean {
  return holdsPem(tree.text(cleanPath(file)) ?? "");
}

/** Whether a text has a PEM block at all, or is just `PEM`; without one Go loads neither certificate nor key. */
export function holdsPem(text: string): boolean {
  return text.trim() === "PEM" || /-----BEGIN [A-Z0-9 ]+-----/.test(text);
}
