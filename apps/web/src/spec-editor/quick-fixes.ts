import type { Diagnostic, Fix } from "@lookinglass/designer";
import type { OnFix } from "../engine/offered-fix.js";
import { rangeOf } from "./markers.js";
import type { Monaco } from "./monaco.js";

const COMMAND = "lookinglass.fix";

/** Offers the fixes of the diagnostics as Monaco's quick fixes; gives a function that takes the offer back. */
export function registerQuickFixes(
  monaco: Monaco,
  diagnostics: readonly Diagnostic[],
  onFix: OnFix,
): () => void {
  const command = monaco.editor.registerCommand(COMMAND, (_accessor, fix: Fix, of: Diagnostic) =>
    onFix(fix, of),
  );
  const provider = monaco.languages.registerCodeActionProvider("yaml", {
    provideCodeActions(_model, range) {
      const here = diagnostics.filter((diagnostic) =>
        monaco.Range.areIntersectingOrTouching(rangeOf(diagnostic.range), range),
      );
      const actions = here.flatMap((diagnostic) =>
        diagnostic.fixes.map((fix) => ({
          title: fix.title,
          kind: "quickfix",
          command: { id: COMMAND, title: fix.title, arguments: [fix, diagnostic] },
        })),
      );
      return { actions, dispose: () => {} };
    },
  });
  return () => {
    command.dispose();
    provider.dispose();
  };
}
