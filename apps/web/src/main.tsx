import "./styles/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { engineIn } from "./engine/engine.js";
import { engineWorker } from "./engine/engine-worker.js";
import { keepFocusNear } from "./ui/kept-focus.js";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
keepFocusNear(document);
createRoot(root).render(
  <StrictMode>
    <App engine={engineIn(engineWorker)} />
  </StrictMode>,
);
