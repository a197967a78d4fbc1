/** The web app in a real Chromium: how pages load, what they load, and how soon a key's effect is seen. */
import { loadavg } from "node:os";
import { withApp } from "../../e2e/perf/app.mjs";
import { measureLoads, scriptsBeforeEditor } from "../../e2e/perf/load.mjs";
import { measureTyping, percentile } from "../../e2e/perf/typing.mjs";

export const name = "web";

export async function measure() {
  return withApp(async (app) => [
    ...(await scriptRows(app)),
    ...(await loadRows(app)),
    ...(await typingRows(app)),
    // Whoever reads the times has to know how busy the machine was.
    row("load average of the last minute", loadavg()[0], ""),
  ]);
}

/** The build tells the page's from the worker's. */
async function scriptRows(app) {
  const scripts = await scriptsBeforeEditor(app);
  const bytes = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  return [row("scripts before the editor, gzip", bytes / 1000, "kB")];
}

async function loadRows(app) {
  const loads = await measureLoads(app);
  return loads.flatMap(({ page, size, lcp, cls }) => {
    const where = `${page} at ${size.width}x${size.height}`;
    return [row(`largest contentful paint, ${where}`, lcp, "ms"), row(`layout shift, ${where}`, cls, "")];
  });
}

async function typingRows(app) {
  const typed = await measureTyping(app);
  return typed.flatMap(({ spec, times }) => [
    row(`key to preview and problems, ${spec}, p50`, percentile(times, 0.5), "ms"),
    row(`key to preview and problems, ${spec}, p95`, percentile(times, 0.95), "ms"),
  ]);
}

function row(what, value, unit) {
  return { section: "web", name: what, value, unit };
}
