/** Rendering a realistic hosts.toml beside Go's text/template, where Go is installed. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { executeTemplate, parseTemplate } from "../../packages/go-template/dist/index.js";
import { mediansOf } from "../lib/measure.mjs";

export const name = "templates";

const file = (name) => fileURLToPath(new URL(`../../packages/go-template/bench/${name}`, import.meta.url));

export async function measure() {
  const source = readFileSync(file("hosts.toml.tmpl"), "utf8");
  const data = JSON.parse(readFileSync(file("data.json"), "utf8"));
  const { template } = parseTemplate(source);
  const here = await mediansOf({
    parse: () => parseTemplate(source),
    execute: () => executeTemplate(template, data),
  });
  return [...goRows(), ...["parse", "execute"].map((what) => row(what, here[what]))].map(withGo);
}

/** Go's own medians, in nanoseconds, as packages/go-template/bench/main.go prints them. */
function goRows() {
  const run = spawnSync("go", ["run", file("main.go"), file("hosts.toml.tmpl"), file("data.json")]);
  if (run.status !== 0) {
    console.log("Go is not installed: go-template is measured alone.");
    return [];
  }
  const go = JSON.parse(run.stdout.toString());
  return ["parse", "execute"].map((what) => row(`${what}, Go`, go[what] / 1e6));
}

function withGo(row, _, rows) {
  const go = `${row.name}, Go`;
  return rows.some(({ name }) => name === go) ? { ...row, ratioTo: go } : row;
}

function row(what, value) {
  return { section: "templates", name: what, value, unit: "ms" };
}
