import { Popover } from "radix-ui";
import { StandIn } from "../ui/stand-in.js";
import { AssumptionForm } from "./assumption-form.js";
import type { AssumptionsProps } from "./assumptions.js";

interface AssumptionsPopoverProps extends AssumptionsProps {
  readonly button: HTMLElement;
}

/** What opens at the button of Assumptions. */
export default function AssumptionsPopover({ button, ...props }: AssumptionsPopoverProps) {
  return (
    <Popover.Root open={props.open} onOpenChange={props.onOpen}>
      <Popover.Trigger asChild>
        <StandIn control={button} />
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
          <AssumptionForm {...props} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
