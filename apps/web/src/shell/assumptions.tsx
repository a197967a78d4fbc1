import type { Analysis, Settings } from "@lookinglass/designer";
import { SlidersHorizontal } from "lucide-react";
import { Popover } from "radix-ui";
import { lazy, Suspense } from "react";
import { assumptionForm } from "./late-views.js";

const AssumptionForm = lazy(assumptionForm);

export interface AssumptionsProps {
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What the preview assumes where the spec does not say; every default is in view and can be changed. */
export function Assumptions(props: AssumptionsProps) {
  return (
    <Popover.Root open={props.open} onOpenChange={props.onOpen}>
      <Popover.Trigger className="inline-flex h-6.5 items-center gap-1.5 rounded-md px-1.5 font-medium text-ink underline decoration-line-strong underline-offset-3 hover:bg-hover">
        <SlidersHorizontal aria-hidden className="size-3.5" />
        Assumes
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="What the preview assumes"
          className="z-30 max-h-[min(620px,var(--radix-popover-content-available-height))] w-100 max-w-[calc(100vw-24px)] overflow-auto rounded-lg border border-line bg-surface p-4 shadow-pop"
        >
          <h2 className="text-base font-semibold">What the preview assumes</h2>
          <p className="mt-0.5 mb-3 text-xs text-ink-2">
            The spec does not say these things. They are kept with a share and change nothing in the YAML.
          </p>
          <Suspense fallback={null}>
            <AssumptionForm {...props} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
