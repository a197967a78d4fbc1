import type { Diagnostic, Fix, Role } from "@lookinglass/designer";
import { Button } from "../ui/button.js";
import { Notice } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";

const OVERWRITES = "spegel/mirror-add-overwrites";

/** The diagnostics that say that Spegel will move this role's files away. */
export function overwritesOf(role: Role, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code, roles }) => code === OVERWRITES && (!roles || roles.includes(role.id)));
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
