import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "./classes.js";
import { useReturnFocus } from "./return-focus.js";

interface ModalProps {
  readonly title: string;
  readonly description: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page; focus returns to where it was. */
export function Modal({ title, description, open, onClose, wide, children }: ModalProps) {
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(10_12_16/45%)]" />
        <Dialog.Content
          {...returnFocus}
          className={classes(
            "fixed top-[min(12vh,96px)] left-1/2 z-40 flex max-h-[80vh] w-[calc(100vw-24px)] -translate-x-1/2 flex-col short:top-2 short:max-h-[calc(100dvh-16px)] short:overflow-auto rounded-lg border border-line bg-surface shadow-pop outline-none",
            wide ? "max-w-[760px]" : "max-w-[520px]",
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div>
              <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
              <Dialog.Description className="mt-0.5 text-ink-2">{description}</Dialog.Description>
            </div>
            <Dialog.Close aria-label="Close" className="rounded-md p-1.5 text-ink-2 hover:bg-hover">
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </header>
          <div className="min-h-0 overflow-auto short:overflow-visible px-5 pb-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
