import { htmlEscape } from "escape-goat";
import type { ShareCard } from "./engine/share-card.js";

const GENERAL: ShareCard = {
  title: "Shared preview",
  summary: "The hosts.toml files that every node of a Kublr cluster will get.",
};

/**
 * The app's page with what chats and social sites show of a link to a share.
 *
 * @param page index.html of the web app
 * @param card null for a share that has none
 * @param url where the share is reached; null when that is not known
 */
export function sharePage(page: string, card: ShareCard | null, url: string | null): string {
  const { title, summary } = card ?? GENERAL;
  const tags = [
    `<title>${htmlEscape(title)} · Lookinglass</title>`,
    meta("name", "description", summary),
    meta("name", "robots", "noindex"),
    meta("property", "og:type", "website"),
    meta("property", "og:site_name", "Lookinglass"),
    meta("property", "og:title", title),
    meta("property", "og:description", summary),
    ...(url === null ? [] : [meta("property", "og:url", url)]),
    meta("name", "twitter:card", "summary"),
    meta("name", "twitter:title", title),
    meta("name", "twitter:description", summary),
  ];
  return page
    .replace(TITLE, "")
    .replace(DESCRIPTION, "")
    .replace("</head>", () => `${tags.join("\n")}\n</head>`);
}

/** What the app's page says of itself, which the share's own tags take the place of. */
const TITLE = /<title>[^<]*<\/title>\s*/;
const DESCRIPTION = /<meta\s+name="description"[^>]*>\s*/;

function meta(key: "name" | "property", name: string, content: string): string {
  return `<meta ${key}="${name}" content="${htmlEscape(content)}">`;
}
