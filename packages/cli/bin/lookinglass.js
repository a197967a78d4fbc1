#!/usr/bin/env node
import { runCli } from "../dist/index.js";

// Whoever reads has seen enough: `lookinglass schema | head`.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

await runCli(process.argv.slice(2), process);
