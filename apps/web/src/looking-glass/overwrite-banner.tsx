import type { Diagnostic, Fix, Role } from "@lookinglass/designer";
import { Button } from "../ui/button.js";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";

const OVERWRITES = "spegel/mirror-add-overwrites";

/** The diagnostics that say that Spegel will move this role's files away. */
export function overwritesOf(role: Role, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code, roles }) => code === OVERWRITES && (!roles || roles.includes(role.id)));
}

/** Is a file of an extension's moved aside on the role's nodes? Whether its mirrors are kept takes longer to find out. */
export function movesFilesAside({ phases }: Role): boolean {
  const running = phases.find(({ id }) => id === "running");
  return (
    running?.files.some(({ state, origin }) => state === "backup" && origin.kind === "extension") ?? false
  );
}

/** Keeps the banner's place while the engine looks for what can be done. */
export function PendingBanner({ isFixable }: { readonly isFixable: boolean }) {
  return (
    <Notice severity="warning" className={classes("mx-3 mb-3", isFixable && "min-h-31")}>
      <p className="font-medium">When Spegel starts, it moves files of your extensions to _backup.</p>
      <p className="mt-2 text-ink-2">Looking for ways to keep them…</p>
    </Notice>
  );
}

interface OverwriteBannerProps {
  readonly diagnostic: Diagnostic;
  /** Left out where the spec cannot be edited. */
  readonly onFix: ((fix: Fix) => void) | undefined;
}

/** Warns, where the files are shown, that they do not last. */
export function OverwriteBanner({ diagnostic, onFix }: OverwriteBannerProps) {
  return (
    <Notice severity={diagnostic.severity} className="mx-3 mb-3">
      <p className="font-medium">
        <Prose text={diagnostic.message} />
      </p>
      {onFix && diagnostic.fixes.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-2">
          {diagnostic.fixes.map((fix) => (
            <Button
              key={fix.id}
              small
              onClick={() => onFix(fix)}
              className="h-auto min-h-6.5 py-1 whitespace-normal text-left"
            >
              {fix.title}
            </Button>
          ))}
        </p>
      )}
    </Notice>
  );
}
