import { exampleTitle } from "./examples.js";
import type { DocumentOrigin } from "./origin.js";

/** Where a document came from, in words. */
export function originText(origin: DocumentOrigin): string {
  switch (origin.kind) {
    case "example":
      return `Example: ${exampleTitle(origin.id)}`;
    case "new":
      return `New: ${origin.title}`;
    case "import":
      return origin.name;
    case "share":
      return `Copy of ${origin.title ?? "a shared spec"}`;
  }
}
