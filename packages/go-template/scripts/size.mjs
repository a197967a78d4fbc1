// Bundles and minifies the core entry (no Sprig), prints how large it is for a browser, and fails above the limit.

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const LIMIT = 14_000;

const bundle = await rolldown({ input: fileURLToPath(new URL("../dist/core.js", import.meta.url)) });
const { output } = await bundle.generate({ format: "esm", minify: true });
const code = output.map((chunk) => chunk.code ?? "").join("");
const size = gzipSync(code, { level: 9 }).length;
console.log(
  `@lookinglass/go-template/core: ${code.length} bytes minified, ${size} with gzip (limit ${LIMIT})`,
);
if (size >= LIMIT) process.exitCode = 1;
