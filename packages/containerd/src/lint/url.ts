import { dialledAddress } from "../dialled-address.js";
import { isTrue, type LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { hasNoHost, isHttpLike, type NamedUrl, namedUrls } from "./named-urls.js";

/** Names of hosts and servers that containerd reads otherwise than they look. */
export function lintUrl(file: LintedFile): Finding<"url">[] {
  return namedUrls(file).flatMap((named) => {
    const problem = problemOf(named);
    const found = problem === null ? [] : [{ problem, outcome: outcomeOf(named) }];
    return [...found, ...colonProblems(named)].map(
      (facts): Finding<"url"> => ({ code: "url", range: named.range, host: named.name, ...facts }),
    );
  });
}

function problemOf(named: NamedUrl): Finding<"url">["problem"] | null {
  const { name, url, settings, isServer } = named;
  if (url === null) return "unparsable";
  // no-scheme-http-prefix says more of these.
  if (isHttpLike(name) || name === "") return null;
  if (hasNoHost(url) && !hasColons(named)) return "no-host";
  if (!name.startsWith("http")) return "no-scheme";
  if (url.scheme === "http" && settings.some(({ field }) => field !== null && TLS_FIELDS.includes(field))) {
    return "http-with-tls";
  }
  const hasPath = !/^\/*$/.test(url.path) && !/\/v2\/*$/.test(url.path);
  return isServer && hasPath && !isTrue(settings, "override_path") ? "path-without-override" : null;
}

const TLS_FIELDS: readonly string[] = ["ca", "client", "skip_verify"];

/** Releases before 2.3 take several colons without brackets: Go dials what stands before the last one. */
function colonProblems(named: NamedUrl): Pick<Finding<"url">, "problem" | "outcome">[] {
  if (named.url === null || !hasColons(named)) return [];
  const { address, port, isAddress } = dialledAddress(named.url.host);
  return [{ problem: isAddress ? "ipv6-port" : "ipv6-no-address", outcome: `[${address}]:${port}` }];
}

function hasColons({ url }: NamedUrl): boolean {
  return url !== null && !url.host.startsWith("[") && url.host.split(":").length > 2;
}

function outcomeOf({ url, error }: NamedUrl): string {
  return url === null ? error : `${url.scheme}://${url.host}${url.path}`;
}
