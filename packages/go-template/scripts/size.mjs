// Bundles the core entry (no Sprig) and prints how large it is for a browser. It is over its goal of 12,000 bytes,
// by what the README says; the build fails if it grows beyond what it is now.

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const GOAL = 12_000;
const LIMIT = 13_600;

const bundle = await rolldown({ input: fileURLToPath(new URL("../dist/core.js", import.meta.url)) });
const { output } = await bundle.generate({ format: "esm", minify: true });
const code = output.map((chunk) => chunk.code ?? "").join("");
const size = gzipSync(code, { level: 9 }).length;
const sizes = `${code.length} bytes minified, ${size} with gzip (goal ${GOAL}, limit ${LIMIT})`;
console.log(`@lookinglass/go-template/core: ${sizes}`);
if (size > LIMIT) process.exitCode = 1;
