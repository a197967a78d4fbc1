// Operations per second of parsing and executing a realistic hosts.toml template, beside Go's where Go is installed.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { executeTemplate, parseTemplate } from "../dist/index.js";

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = readFileSync(file("hosts.toml.tmpl"), "utf8");
const data = JSON.parse(readFileSync(file("data.json"), "utf8"));

/** Nanoseconds of one run, of as many as take a second. */
function perRun(work) {
  for (let i = 0; i < 2000; i++) work();
  for (let runs = 100; ; runs *= 2) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < runs; i++) work();
    const spent = Number(process.hrtime.bigint() - start);
    if (spent > 1e9) return spent / runs;
  }
}

function parsed() {
  const result = parseTemplate(source);
  if (!result.ok) throw new Error(result.error.message);
  return result.template;
}

function measureHere() {
  const template = parsed();
  const execute = () => {
    const result = executeTemplate(template, data);
    if (!result.ok) throw new Error(result.error.message);
  };
  return { version: `Node ${process.version}`, parse: perRun(parsed), execute: perRun(execute) };
}

function measureGo() {
  const run = spawnSync("go", ["run", file("main.go"), file("hosts.toml.tmpl"), file("data.json")]);
  return run.status === 0 ? JSON.parse(run.stdout.toString()) : undefined;
}

function row(label, { version, parse, execute }) {
  const rate = (nanoseconds) => `${Math.round(1e9 / nanoseconds).toLocaleString("en")}/s`.padStart(12);
  console.log(`${label.padEnd(12)} ${version.padEnd(14)} parse ${rate(parse)}   execute ${rate(execute)}`);
}

const here = measureHere();
row("go-template", here);
const go = measureGo();
if (go === undefined) console.log("Go is not installed: nothing to compare with.");
else {
  row("text/template", go);
  const ratio = (name) => (here[name] / go[name]).toFixed(2);
  console.log(`time relative to Go: parse ${ratio("parse")}, execute ${ratio("execute")} (goal: at most 3)`);
}
