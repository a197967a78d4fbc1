/** A heading line and paragraphs; what is empty is left out. */
export function article(title: string, about: string, ...paragraphs: readonly (string | null)[]): string {
  const head = about === "" ? `**${title}**` : `**${title}** · ${about}`;
  return [head, ...paragraphs.filter((paragraph) => paragraph)].join("\n\n");
}

/** Text as markdown shows it literally. */
export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

const MAX_JSON_LENGTH = 60;

/** A value in short, as JSON. */
export function shortJson(value: unknown): string {
  const json = JSON.stringify(value) ?? "";
  return json.length > MAX_JSON_LENGTH ? `${json.slice(0, MAX_JSON_LENGTH - 1)}…` : json;
}

/** As a sentence: a capital at its start, a full stop at its end. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
