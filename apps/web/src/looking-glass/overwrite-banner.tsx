import type { Diagnostic } from "@lookinglass/designer";
import { type ReactNode, useState } from "react";
import type { OnFix } from "../engine/offered-fix.js";
import { Button } from "../ui/button.js";
import { Notice } from "../ui/notice.js";
import { movedText } from "./moved-aside.js";

interface OverwriteBannerProps {
  /** Of the files that do not last. */
  readonly paths: readonly string[];
  /** Null while the ways to keep them are looked for. */
  readonly problem: Diagnostic | null;
  /** What these will most likely be called. */
  readonly usual: readonly string[];
  /** Left out where the spec cannot be edited. */
  readonly onFix: OnFix | undefined;
  /** The text does not parse at the moment. */
  readonly stale: boolean;
}

/** Warns, where the files are shown, that they do not last. As high before the ways to keep them are found as after. */
export function OverwriteBanner({ paths, problem, usual, onFix, stale }: OverwriteBannerProps) {
  const [reserved] = useState(problem === null ? usual : []);
  const fixes = problem?.fixes ?? [];
  return (
    <Notice severity="warning" className="mx-3 mb-3">
      <p className="font-medium wrap-anywhere">{movedText(paths)}</p>
      {onFix && fixes.length + reserved.length > 0 && (
        <div className="mt-2 grid">
          {reserved.length > 0 && (
            <Rows hidden>
              {reserved.map((title) => (
                <Way key={title} title={title} />
              ))}
            </Rows>
          )}
          {problem ? (
            <Rows>
              {fixes.map((fix) => (
                <Way key={fix.id} title={fix.title} disabled={stale} onClick={() => onFix(fix, problem)} />
              ))}
            </Rows>
          ) : (
            <p className="[grid-area:1/1] text-ink-2">
              Looking for ways to keep {paths.length > 1 ? "them" : "it"}…
            </p>
          )}
        </div>
      )}
    </Notice>
  );
}

function Rows({ hidden = false, children }: { readonly hidden?: boolean; readonly children: ReactNode }) {
  return (
    <div
      aria-hidden={hidden || undefined}
      className={`flex flex-wrap content-start gap-x-2 gap-y-1.5 [grid-area:1/1] ${hidden ? "invisible" : ""}`}
    >
      {children}
    </div>
  );
}

interface WayProps {
  readonly title: string;
  readonly disabled?: boolean;
  readonly onClick?: () => void;
}

function Way({ title, ...rest }: WayProps) {
  return (
    <Button small className="h-auto min-h-6.5 shrink! py-1 text-left whitespace-normal!" {...rest}>
      {title}
    </Button>
  );
}
