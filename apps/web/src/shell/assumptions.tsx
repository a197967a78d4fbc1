import type { Settings, SpecPreview } from "@lookinglass/designer";
import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { assumptionsPopover } from "./late-views.js";

const AssumptionsPopover = lazy(assumptionsPopover);

export interface AssumptionsProps {
  readonly analysis: SpecPreview;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What the preview assumes where the spec does not say; every default is in view and can be changed. */
export function Assumptions(props: AssumptionsProps) {
  const { open, onOpen } = props;
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  const openFirst = () => {
    assumptionsPopover().then(
      () => onOpen(true),
      // What does not load is asked for again.
      () => {},
    );
  };
  return (
    <>
      <button
        ref={setButton}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={false}
        // Once it is there the popover itself answers to the button.
        onClick={wasOpen ? undefined : openFirst}
        className="inline-flex h-6.5 items-center gap-1.5 rounded-md px-1.5 font-medium text-ink underline decoration-line-strong underline-offset-3 hover:bg-hover"
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
        Assumes
      </button>
      {button && wasOpen && (
        <Suspense>
          <AssumptionsPopover button={button} {...props} />
        </Suspense>
      )}
    </>
  );
}
