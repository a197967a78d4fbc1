import { useRef } from "react";

interface ReturnFocus {
  readonly onOpenAutoFocus: () => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** For a dialog's content: the focus goes back to where it was, unless something has taken it in the meantime. */
export function useReturnFocus(): ReturnFocus {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus() {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus(event) {
      event.preventDefault();
      if (document.activeElement === document.body && opener.current instanceof HTMLElement) {
        opener.current.focus();
      }
    },
  };
}
