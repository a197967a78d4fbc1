import { type ComponentProps, type SyntheticEvent, useState } from "react";

interface LateMenu {
  /** The button, once somebody has asked for its menu and that has loaded: it goes into a StandIn. */
  readonly button: HTMLElement | null;
  /** For the button. From then on the menu itself answers to it. */
  readonly trigger: ComponentProps<"button">;
}

/** A button whose menu loads when the pointer or the focus comes to it, and opens as Radix's menus do. */
export function useLateMenu(load: () => Promise<unknown>): LateMenu {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const prepare = () => void load().catch(() => {});
  const ask = (event: SyntheticEvent<HTMLElement>) => {
    if (button) return;
    const { currentTarget } = event;
    // The focus goes to the menu.
    event.preventDefault();
    // What does not load is asked for again.
    load().then(
      () => setButton(currentTarget),
      () => {},
    );
  };
  return {
    button,
    trigger: {
      "aria-haspopup": "menu",
      "aria-expanded": false,
      onPointerEnter: prepare,
      onFocus: prepare,
      onPointerDown: (event) => {
        if (event.button === 0 && !event.ctrlKey) ask(event);
      },
      onKeyDown: (event) => {
        if (["Enter", " ", "ArrowDown"].includes(event.key)) ask(event);
      },
    },
  };
}
