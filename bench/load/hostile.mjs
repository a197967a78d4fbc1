/** Requests that nobody sends in good faith. */

const post = (path, body, headers = { "content-type": "application/json" }) => ({
  method: "POST",
  path: `/api/v1/${path}`,
  headers,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

const level = (name, of) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]`;
const letters = "bcdefghijklmnop".split("");
const aliasBomb = [
  "a: &a [x, x]",
  ...letters.map((name, index) => level(name, letters[index - 1] ?? "a")),
].join("\n");

const extension = (content) =>
  `kind: Cluster\nspec:\n  kublrAgentConfig:\n    extensions:\n      a:\n        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml\n        content: ${JSON.stringify(content)}\n`;
const templateBomb = extension(
  '{{define "a"}}{{template "a"}}{{template "a"}}{{end}}{{template "a"}}{{printf "%0999999d" 1}}',
);
const filters = ["(a+)+$", "((a{1,100}){1,100}){1,100}", "(?:a?){500}a{500}"];
const regexBomb = `kind: Cluster\nspec: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {spegel: {registryFilters: ${JSON.stringify(filters)}}}}}}}}\n`;
/** More than the time limit allows. */
const manyGroups = `kind: Cluster\nspec:\n  nodes:\n${Array.from({ length: 12_000 }, (_, index) => `  - {name: g${index}, kublrAgentConfig: {a: ${index}}}\n`).join("")}`;

/** Cheap to send and to refuse, or bounded by the engine's own limits. */
export const hostileRequests = [
  post("preview", { spec: aliasBomb }),
  post("preview", { spec: templateBomb }),
  post("preview", { spec: regexBomb }),
  post("preview", { spec: "[".repeat(200_000) }),
  post("preview", { spec: `a: ${"{".repeat(20_000)}` }),
  post("preview", '{"spec": "", "__proto__": {"admin": true}}'),
  post("render", { template: '{{define "a"}}{{template "a"}}{{end}}{{template "a"}}', data: {} }),
  post("validate", "{spec:"),
  post("preview", "spec", { "content-type": "text/plain" }),
  post("shares", { spec: "kind: Secret\nstringData: {password: hunter2}\n" }),
  { method: "GET", path: "/api/v1/shares/AAAAAAAAAAAAAAAAAAAAAA" },
  { method: "GET", path: "/..%2f..%2fetc/passwd" },
];

/** One that takes a thread for as long as it may have it. */
export const exhaustingRequest = post("preview", { spec: manyGroups });
