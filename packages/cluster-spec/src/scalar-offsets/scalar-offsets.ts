import type { ScalarNode } from "../parse/nodes.js";
import { unindent } from "./block-scalars.js";
import { decodeEscapes, unfold } from "./flow-scalars.js";
import { OffsetWriter, type ScalarOffsets } from "./offset-writer.js";

/**
 * Maps a text scalar's value back to its source. The rules are those of YAML 1.2 (chapters 7.3 and 8.1) as the
 * `yaml` library applies them; null when the scalar is not text or is written with errors.
 */
export function scalarOffsets(text: string, node: ScalarNode): ScalarOffsets | null {
  if (typeof node.value !== "string") return null;
  const writer = new OffsetWriter(text);
  switch (node.style) {
    case "plain":
      unfold(writer, node.start, node.end, false);
      break;
    case "single":
      unfold(writer, node.start + 1, node.end - 1, true);
      break;
    case "double":
      decodeEscapes(writer, node.start + 1, node.end - 1);
      break;
    case "literal":
    case "folded":
      unindent(writer, node);
      break;
    case "empty":
      break;
  }
  const offsets = writer.finish();
  return offsets.value === node.value ? offsets : null;
}
