import autocannon from "autocannon";
import { example } from "../lib/specs.mjs";

const STANDARD = example("10-aws-two-groups.yaml");
const SECONDS = 8;
const CONNECTIONS = 10;
const JSON_BODY = { "content-type": "application/json" };

/** Times of single routes, beside those of a bare one in the same run. */
export async function routeRows(api, bare) {
  const body = JSON.stringify({ spec: STANDARD });
  const share = await createShare(api);
  const post = (path) => ({ url: `${api.url}/api/v1/${path}`, method: "POST", headers: JSON_BODY, body });
  const targets = {
    "bare route": { url: bare.url },
    "share read": { url: `${api.url}/api/v1/shares/${share.id}` },
    "page of a share": { url: `${api.url}/s/${share.id}` },
    "validate of the standard example": post("validate"),
    "preview of the standard example": post("preview"),
  };
  const rows = [];
  for (const [name, target] of Object.entries(targets)) rows.push(...(await rowsOf(name, target)));
  return rows;
}

async function rowsOf(name, target) {
  const load = { ...target, connections: CONNECTIONS };
  await autocannon({ ...load, duration: 2 });
  const { latency, requests, non2xx, errors } = await autocannon({ ...load, duration: SECONDS });
  if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} answers are no success, ${errors} errors`);
  const row = (what, value, unit) => ({ section: "load", name: `${name}, ${what}`, value, unit });
  const compared = (compare) =>
    name === "bare route" ? compare : { ...compare, ratioTo: compare.name.replace(name, "bare route") };
  // The median of a bare route is less than the millisecond that autocannon counts in: no ratio can be taken to it.
  return [
    row("median", latency.p50, "ms"),
    compared(row("99 of 100", latency.p99, "ms")),
    compared(row("rate", requests.average, "/s")),
  ];
}

async function createShare(api) {
  const body = JSON.stringify({ spec: STANDARD });
  const response = await fetch(`${api.url}/api/v1/shares`, { method: "POST", headers: JSON_BODY, body });
  if (response.status !== 201) throw new Error(`no share: ${response.status}`);
  return response.json();
}
