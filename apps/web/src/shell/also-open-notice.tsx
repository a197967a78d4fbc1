import { useDocument } from "../document/document-context.js";
import { Button } from "../ui/button.js";

/** Says that another tab has this spec too; it lies over the page, so that nothing jumps. */
export function AlsoOpenNotice({ onOpenOther }: { readonly onOpenOther: () => void }) {
  const { alsoOpen, dismissAlsoOpen } = useDocument().keeping;
  if (!alsoOpen) return null;
  return (
    <section
      aria-label="Open in another tab"
      className="fixed inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-24px)] flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-info/25 bg-info-soft px-3.5 py-2 shadow-pop"
    >
      <p>This spec is also open in another tab. What you change here is kept apart from it.</p>
      <p className="flex gap-2">
        <Button small onClick={dismissAlsoOpen}>
          Edit this copy
        </Button>
        <Button
          small
          look="quiet"
          onClick={() => {
            dismissAlsoOpen();
            onOpenOther();
          }}
        >
          Open something else
        </Button>
      </p>
    </section>
  );
}
