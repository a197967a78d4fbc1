/** Characters of the longest link that is made or opened: Firefox takes a little more, Chrome twice as much. */
export const MAX_LINK_LENGTH = 1_000_000;

/** Up to here mail programs and chats leave links alone, as far as is known. */
const SHORT = 2_000;
/** Beyond this Chrome shows no address any more, and other browsers promise nothing. */
const LONG = 32_000;

export interface LengthAdvice {
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
}

/** What a link's length means for those who pass it on; null when it means nothing. */
export function lengthAdvice(length: number): LengthAdvice | null {
  const characters = `${length.toLocaleString("en-GB")} characters`;
  if (length > MAX_LINK_LENGTH) {
    return {
      severity: "error",
      text: `The link would have ${characters}, more than browsers take. Share a short link, or send the file.`,
    };
  }
  if (length > LONG) {
    return {
      severity: "warning",
      text: `The link has ${characters}. Chrome and Firefox open it; other browsers, mail and chat programs may cut it off. A short link is safer.`,
    };
  }
  if (length <= SHORT) return null;
  return {
    severity: "info",
    text: `The link has ${characters}. Every browser opens it; some mail and chat programs cut links off after 2,000.`,
  };
}
