/** Image references as Spegel reads them from containerd (pkg/oci/image.go, 0.6.0 on). */
import { isIPv4, isIPv6 } from "@lookinglass/go";
import { parseRegistryUrl } from "../registry-url.js";

export interface SpegelImage {
  readonly registry: string;
  readonly repository: string;
  /** "" when the reference has none; the same for digest. */
  readonly tag: string;
  readonly digest: string;
}

export type SpegelImageResult = SpegelImage | { readonly error: string };

/**
 * Spegel's ParseImage with a tag or a digest required: the reference must name its registry. The error is
 * Spegel's text. Nothing is normalised; containerd hands over full references.
 */
export function parseSpegelImage(reference: string): SpegelImageResult {
  const parsed = parseParts(reference);
  const reason = "error" in parsed ? parsed.error : missingPart(parsed);
  if (reason !== null) return { error: `could not parse image ${reference}: ${reason}` };
  return parsed;
}

function parseParts(reference: string): SpegelImageResult {
  if (reference.includes("://")) return { error: "invalid reference format" };
  const parts = reference.split("/");
  const first = parts.length > 1 ? readRegistry(parts[0] ?? "") : { isRegistry: false };
  if ("error" in first) return first;
  const registry = first.isRegistry ? (parts.shift() ?? "") : "";
  const last = parts.pop() ?? "";
  const [named, digest] = cut(last, "@");
  const digestFault = digest === null ? null : digestError(digest);
  if (digestFault !== null) return { error: digestFault };
  const [name, tag] = cut(named, ":");
  if (tag !== null && !/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/.test(tag))
    return { error: `tag ${tag} is invalid` };
  const repository = [...parts, name].join("/");
  if (!isRepository(repository)) return { error: `repository ${repository} is invalid` };
  return { registry, repository, tag: tag ?? "", digest: digest ?? "" };
}

function missingPart(image: SpegelImageResult): string | null {
  if ("error" in image) return image.error;
  if (image.registry === "") return "reference needs to contain a registry";
  return image.tag === "" && image.digest === "" ? "either tag or digest has to be set" : null;
}

/** Component by component: the whole as one expression backtracks badly in JavaScript. */
function isRepository(repository: string): boolean {
  return repository
    .split("/")
    .every((part) => part !== "" && part.split(/\.|__|_|-+/).every((word) => /^[a-z0-9]+$/.test(word)));
}

/** Whether the first part is a registry: it has a port or a dot, or is localhost or an address. */
function readRegistry(text: string): { isRegistry: boolean } | { error: string } {
  const bracketed = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1];
  if (isIPv4(text) || (bracketed !== undefined && isIPv6(bracketed))) return { isRegistry: true };
  if (isIPv6(text)) return { error: `ip6 address ${text} needs to be encaplsulated in square brackets` };
  const parsed = parseRegistryUrl(`//${text}`);
  if ("error" in parsed) return parsed;
  const { host } = parsed.url;
  if (host !== text) return { error: `url host ${host} does not match registry string ${text}` };
  const [name, port] = cut(host, ":");
  return { isRegistry: name === "localhost" || name.includes(".") || (port ?? "") !== "" };
}

const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** digest.Validate of opencontainers/go-digest. */
function digestError(digest: string): string | null {
  if (!/^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/.test(digest))
    return "invalid checksum digest format";
  const [algorithm, encoded] = cut(digest, ":");
  const length = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined;
  if (length === undefined) return "unsupported digest algorithm";
  if ((encoded ?? "").length !== length) return "invalid checksum digest length";
  return /^[a-f0-9]+$/.test(encoded ?? "") ? null : "invalid checksum digest format";
}

function cut(text: string, separator: string): [before: string, after: string | null] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
