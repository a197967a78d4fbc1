import type { FilterSettings } from "@lookinglass/designer";
import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import { lazy, Suspense } from "react";
import { useStored } from "../shell/use-stored.js";

const FilterTester = lazy(() => import("./filter-tester.js"));

export interface FilterTestProps {
  /** What decides which images Spegel serves at this level. */
  readonly serving: FilterSettings;
  /** Chart release. */
  readonly release: string;
  /** Points out filters by their places. */
  readonly onMark: (filters: readonly number[]) => void;
}

/** Images to try the filters on, folded away until they are wanted. */
export function FilterTest(props: FilterTestProps) {
  const [open, setOpen] = useStored("filter-test", (stored) => stored === true);
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen} className="mt-2 rounded-md border border-line">
      <Collapsible.Trigger className="group flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left font-medium hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-90"
        />
        Try images
        <span className="ml-auto text-xs font-normal text-ink-3">which of them does Spegel serve?</span>
      </Collapsible.Trigger>
      <Collapsible.Content className="min-h-56 border-t border-line p-3">
        <Suspense>
          <FilterTester {...props} />
        </Suspense>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
