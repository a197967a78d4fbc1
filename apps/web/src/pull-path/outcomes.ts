import type { FileOrigin, PullStep } from "@lookinglass/designer";
import { Check, CornerDownRight, type LucideIcon, Minus, SearchX, SkipForward, X } from "lucide-react";
import type { Stop } from "./pull-route.js";

/** What becomes of an endpoint: never told by colour alone. */
export const OUTCOMES: Record<
  Stop["outcome"],
  { readonly word: string; readonly icon: LucideIcon; readonly ink: string; readonly ring: string }
> = {
  answers: { word: "Answers", icon: Check, ink: "text-ink", ring: "" },
  "not-found": { word: "Not found", icon: SearchX, ink: "text-warning", ring: "border-warning" },
  unreachable: { word: "Unreachable", icon: X, ink: "text-error", ring: "border-error" },
  skipped: {
    word: "Skipped",
    icon: SkipForward,
    ink: "text-ink-3",
    ring: "border-line-strong border-dashed",
  },
  "not-asked": {
    word: "Not needed",
    icon: Minus,
    ink: "text-ink-3",
    ring: "border-line-strong border-dashed",
  },
  tried: { word: "Asked", icon: CornerDownRight, ink: "text-ink-2", ring: "border-line-strong" },
};

/** Whose colour an endpoint has; plain: nobody knows who wrote it down. */
export type EndpointColour = FileOrigin["kind"] | "upstream" | "plain";

export interface EndpointLook {
  readonly title: string;
  readonly colour: EndpointColour;
}

/** Who an endpoint is. A mirror has the colour of the file that names it. */
export function endpointLook(source: PullStep["source"], file: FileOrigin["kind"]): EndpointLook {
  switch (source) {
    case "spegel-local":
      return { title: "This node's Spegel", colour: "spegel" };
    case "spegel-peer":
      return { title: "Spegel on another node", colour: "spegel" };
    case "mirror":
      return { title: "Mirror", colour: file };
    case "upstream":
      return { title: "Registry", colour: "upstream" };
  }
}

/** "0.2 s", "30 s". */
export function secondsText(seconds: number): string {
  return `${Number(seconds.toFixed(3))} s`;
}
