import "./styles/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { engineIn } from "./engine/engine.js";
import { engineWorker } from "./engine/engine-worker.js";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App engine={engineIn(engineWorker)} />
  </StrictMode>,
);

// Nothing that is on the first screen goes away before this is there.
void import("./ui/kept-focus.js").then(({ keepFocusNear }) => keepFocusNear(document));
