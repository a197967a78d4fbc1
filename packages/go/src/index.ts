export { base64 } from "./base64.js";
export {
  byteLength,
  characterOfByte,
  compareStrings,
  fromByteString,
  fromBytes,
  isRawByte,
  joinedOffsets,
  joinRawBytes,
  runeOf,
  sliceBytes,
  toByteString,
  toBytes,
  toWellFormed,
} from "./bytes.js";
export { formatDuration, parseDuration } from "./duration.js";
export { splitHostPort } from "./host-port.js";
export {
  formatIPv4Prefix,
  type IpAddress,
  type IpPrefix,
  isIPv4,
  isIPv6,
  isLoopback,
  maskedPrefix,
  parseAddress,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
} from "./ip.js";
export { basePath, cleanPath, dirPath, extPath, joinPath } from "./path.js";
export {
  canBackquote,
  characterOf,
  hex,
  LITERAL_CHARACTER,
  quote,
  unicodeName,
  unquote,
} from "./quote.js";
export { isPrint } from "./unicode.js";
export {
  emptyUrl,
  escapedPath,
  formatUrl,
  type GoUrl,
  hasQueryParameters,
  hostname,
  parseUrl,
  type UrlOptions,
  type UrlResult,
} from "./url.js";
