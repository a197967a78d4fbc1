import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { editorLink } from "./editor-link.js";
import { firstLoad } from "./first-load.js";

const api = process.env.API_URL ?? "http://127.0.0.1:8080";

// What a browser fetches before the editor, the page's scripts and the engine's worker together: docs/performance.md says
// what is in it. A part that the first preview does not need belongs into a chunk of its own.
const budget = firstLoad(220_000);

// The app is built from the sources of the workspace's packages, so it never waits for theirs.
export default defineConfig({
  plugins: [react(), tailwindcss(), budget.page(), editorLink()],
  resolve: { conditions: ["@lookinglass/source", ...defaultClientConditions] },
  worker: { format: "es", plugins: () => [budget.worker()] },
  build: {
    target: "es2023",
    // A strict Content-Security-Policy allows no data: URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Monaco is one large chunk that loads after the page is there.
    chunkSizeWarningLimit: 4000,
  },
  server: { proxy: { "/api": api } },
});
