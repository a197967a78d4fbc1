import {
  basePath,
  canBackquote,
  cleanPath,
  dirPath,
  escapedPath,
  extPath,
  formatDuration,
  formatUrl,
  hasQueryParameters,
  hostname,
  isLoopback,
  isPrint,
  joinPath,
  parseAddress,
  parseDuration,
  parseUrl,
  quote,
  splitHostPort,
  toByteString,
} from "../index.js";

/** A row of conformance/go-texts.json: an input, and what Go says of it. */
export type GoText = Readonly<Record<string, unknown>>;

/** What this package says of each kind of input, in the shape of the rows that conformance/main.go writes. */
const answers: Readonly<Record<string, (input: string, row: GoText) => GoText>> = {
  url: (url, { lax }) => ({
    url,
    is: urlAnswer(url, true),
    ...(lax === undefined ? {} : { lax: urlAnswer(url, false) }),
  }),
  address: (address) => {
    const result = parseAddress(address);
    if (!result.ok) return { address, error: result.error };
    return { address, ...result.address, loopback: isLoopback(address) };
  },
  duration: (duration) => {
    const result = parseDuration(duration);
    if ("error" in result) return { duration, ...result };
    const { nanoseconds } = result;
    return { duration, nanoseconds: String(nanoseconds), string: formatDuration(nanoseconds) };
  },
  quote: (text) => ({
    quote: text,
    is: quote(text),
    ascii: quote(text, true),
    canBackquote: canBackquote(text),
  }),
  hostPort: (hostPort, { error }) => ({ hostPort, ...(splitHostPort(hostPort) ?? { error }) }),
  path: (path) => ({
    path,
    clean: cleanPath(path),
    base: basePath(path),
    dir: dirPath(path),
    ext: extPath(path),
    join: joinPath(path, "", "../v2"),
  }),
  printable: (printable) => ({ printable, runs: printableRuns() }),
};

/** Where printable characters begin and where they end, in turn. */
function printableRuns(): number[] {
  const runs: number[] = [];
  for (let rune = 0; rune <= 0x10ffff; rune++) {
    const isPrintable = isPrint(String.fromCodePoint(rune));
    if (isPrintable === (runs.length % 2 === 0)) runs.push(rune);
  }
  return runs;
}

function urlAnswer(text: string, strictColons: boolean): unknown {
  const result = parseUrl(text, { strictColons });
  if (!result.ok) return result.error;
  const { url } = result;
  return {
    scheme: url.scheme,
    opaque: toByteString(url.opaque),
    user: url.user,
    host: toByteString(url.host),
    hostname: toByteString(hostname(url)),
    path: toByteString(url.path),
    query: toByteString(url.query),
    fragment: toByteString(url.fragment),
    escapedPath: toByteString(escapedPath(url)),
    string: toByteString(formatUrl(url)),
    hasQuery: hasQueryParameters(url),
  };
}

/** What this package says of a row's input. */
export function ownAnswer(row: GoText): GoText {
  for (const [kind, answer] of Object.entries(answers)) {
    const input = row[kind];
    if (typeof input === "string") return answer(input, row);
  }
  throw new Error(`A row of no known kind: ${JSON.stringify(row)}`);
}
