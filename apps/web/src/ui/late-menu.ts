import { type ComponentProps, type SyntheticEvent, useState } from "react";

/** A menu that somebody has asked for. */
export interface AskedMenu {
  readonly button: HTMLElement;
  /** Presses the button for the second and last time, by key or by pointer as it was: the menu opens as if it had been there. */
  readonly press: () => void;
}

interface LateMenu {
  /** Once the menu has loaded: its button goes into a StandIn. */
  readonly asked: AskedMenu | null;
  /** For the button. From then on the menu itself answers to it. */
  readonly trigger: ComponentProps<"button">;
}

/** A button whose menu loads when the pointer or the focus comes to it, and opens as Radix's menus do. */
export function useLateMenu(load: () => Promise<unknown>): LateMenu {
  const [asked, setAsked] = useState<AskedMenu | null>(null);
  const prepare = () => void load().catch(() => {});
  const ask = (event: SyntheticEvent<HTMLElement>, again: Event) => {
    if (asked) return;
    const { currentTarget: button } = event;
    // The focus goes to the menu.
    event.preventDefault();
    // What does not load is asked for again.
    load().then(
      () => setAsked({ button, press: once(() => button.dispatchEvent(again)) }),
      () => {},
    );
  };
  return {
    asked,
    trigger: {
      "aria-haspopup": "menu",
      "aria-expanded": false,
      onPointerEnter: prepare,
      onFocus: prepare,
      onPointerDown(event) {
        const { button, ctrlKey, pointerType } = event;
        if (button !== 0 || ctrlKey) return;
        ask(event, new PointerEvent("pointerdown", { ...REAL, button, pointerType }));
      },
      onKeyDown(event) {
        const { key } = event;
        if (["Enter", " ", "ArrowDown"].includes(key))
          ask(event, new KeyboardEvent("keydown", { ...REAL, key }));
      },
    },
  };
}

function once(run: () => void): () => void {
  let hasRun = false;
  return () => {
    if (!hasRun) run();
    hasRun = true;
  };
}

/** As the browser's own events are: heard from the page down to the button, and prevented when they are used. */
const REAL = { bubbles: true, cancelable: true } as const;
