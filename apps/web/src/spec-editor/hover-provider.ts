import type { Hover } from "@lookinglass/designer";
import { modelRange } from "./model-range.js";
import type { Monaco } from "./monaco.js";

/** What is known of the word at an offset of a text. */
export type Describe = (text: string, offset: number) => Promise<Hover | null>;

/** Shows documentation under the pointer in YAML; gives a function that takes the offer back. */
export function registerHovers(monaco: Monaco, describe: Describe): () => void {
  const provider = monaco.languages.registerHoverProvider("yaml", {
    async provideHover(model, position, token) {
      const hover = await describe(model.getValue(), model.getOffsetAt(position));
      if (!hover || token.isCancellationRequested || model.isDisposed()) return null;
      return { range: modelRange(model, hover.range), contents: [{ value: hover.markdown }] };
    },
  });
  return () => provider.dispose();
}
