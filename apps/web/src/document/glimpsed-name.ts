/** Names stand at the beginning; what is longer than any spec is not looked through. */
const WITHIN = 200_000;

const IN_YAML = /^metadata:[^\n]*\n(?:[ \t#][^\n]*\n)*?[ \t]+name:[ \t]*["']?([\w.-]+)/m;
const IN_FLOW = /["']?metadata["']?\s*:\s*\{[^{}]*?["']?\bname["']?\s*:\s*["']?([\w.-]+)/;

/** What a cluster is called, as far as a glance at its text tells; of several documents, the Cluster's. */
export function glimpsedName(text: string): string | null {
  const documents = text.slice(0, WITHIN).split(/^---/m);
  const cluster = documents.find((one) => /^kind:[ \t]*["']?Cluster\b/m.test(one));
  const glimpsed = cluster ?? documents.find((one) => one.includes("metadata")) ?? "";
  return (IN_YAML.exec(glimpsed) ?? IN_FLOW.exec(glimpsed))?.[1] ?? null;
}
