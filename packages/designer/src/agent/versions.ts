/** First agent release that integrates with Spegel. Source: Kublr's page, "Starting with Kublr Agent versions 1.27". */
const FIRST_WITH_SPEGEL = { major: 1, minor: 27 };

/**
 * Does this agent release integrate with Spegel?
 *
 * @param version such as "1.31.4", "v1.27" or "1.28.0-rc.1"; one that cannot be read counts as recent
 */
export function integratesSpegel(version: string): boolean {
  const parts = /^v?(\d{1,6})\.(\d{1,6})/.exec(version);
  if (!parts) return true;
  const [major, minor] = [Number(parts[1]), Number(parts[2])];
  if (major !== FIRST_WITH_SPEGEL.major) return major > FIRST_WITH_SPEGEL.major;
  return minor >= FIRST_WITH_SPEGEL.minor;
}
