import type { GoUrl } from "@lookinglass/go";
import type { TextRange } from "../toml/types.js";
import { hostUrl, type LintedFile, stringOf } from "./file.js";
import type { Setting } from "./layout.js";

/** A URL that the file names: a host's or the server's. */
export interface NamedUrl {
  /** As written. */
  name: string;
  range: TextRange;
  isServer: boolean;
  /** The settings that go with it. */
  settings: Setting[];
  /** Null when containerd cannot parse it. */
  url: GoUrl | null;
  error: string;
}

/** The hosts that containerd sees, then the server. */
export function namedUrls(file: LintedFile): NamedUrl[] {
  const hosts = file.hosts.filter(({ isSeen }) => isSeen);
  const urls = hosts.map(({ name, range, settings, url }) => ({
    name,
    range,
    isServer: false,
    settings,
    url: url.ok ? url.url : null,
    error: url.ok ? "" : url.error,
  }));
  const server = stringOf(file.server);
  if (file.server === null || server === null || server === "") return urls;
  const { start, end } = file.server.value;
  const url = hostUrl(server, file.version);
  return [
    ...urls,
    {
      name: server,
      range: { start, end },
      isServer: true,
      settings: file.settings.filter(({ host }) => host === null),
      url: url.ok ? url.url : null,
      error: url.ok ? "" : url.error,
    },
  ];
}

/** A name that begins with "http" though it is no http URL. */
export function isHttpLike(name: string): boolean {
  return name.startsWith("http") && !/^https?:\/\//.test(name);
}

/** No host, or what is left of another scheme: `ftp://mirror` becomes https://ftp:/mirror. */
export function hasNoHost(url: GoUrl): boolean {
  return url.host === "" || url.host.endsWith(":");
}
