const FOCUSABLE =
  'a[href], button, input:not([type="file"]), select, textarea, [tabindex]:not([tabindex="-1"])';

/** An element on the way from a control to the page, and what stands beside it there. */
interface Step {
  readonly element: Element;
  readonly after: Element | null;
  readonly before: Element | null;
}

/**
 * When the control that has the focus goes away or is disabled, as a fix does once it is made, the focus goes to what
 * is nearest to its place: who works by keyboard goes on from there. Dialogs and menus give it back themselves.
 */
export function keepFocusNear(page: Document): void {
  let way: readonly Step[] = [];
  let byPointer = false;
  const remember = ({ target }: FocusEvent) => {
    way = target instanceof Element ? wayFrom(target) : [];
  };
  const keep = () => {
    const control = way[0]?.element;
    if (!control || isThere(control) || !hasNoFocus(control)) return;
    // Who has pressed it with the pointer did not ask where the focus is: there is no ring around what it comes to.
    nearest(way)?.focus({ preventScroll: true, ...(byPointer ? { focusVisible: false } : {}) });
  };
  const observer = new MutationObserver(keep);
  observer.observe(page.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  page.addEventListener("focusin", remember);
  const noteKind = ({ type }: Event) => {
    byPointer = type === "pointerdown";
  };
  for (const kind of ["pointerdown", "keydown"]) page.addEventListener(kind, noteKind, { capture: true });
}

/** From an element outwards, without the page as a whole. */
function wayFrom(element: Element): readonly Step[] {
  const { parentElement, nextElementSibling: after, previousElementSibling: before } = element;
  const isWithinPage = parentElement !== null && parentElement !== document.body;
  return isWithinPage ? [{ element, after, before }, ...wayFrom(parentElement)] : [];
}

function isThere(control: Element): boolean {
  return control.isConnected && !control.matches(":disabled");
}

/** A disabled control keeps the focus until the page is drawn. */
function hasNoFocus(control: Element): boolean {
  return document.activeElement === document.body || document.activeElement === control;
}

/** What can have the focus beside the place, or else around it. */
function nearest(way: readonly Step[]): HTMLElement | null {
  for (const { element, after, before } of way) {
    const beside = controlsOf(after)[0] ?? controlsOf(before).at(-1) ?? controlsOf(element)[0];
    if (beside) return beside;
  }
  return null;
}

function controlsOf(element: Element | null): readonly HTMLElement[] {
  if (!element?.isConnected) return [];
  const within = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const all = element instanceof HTMLElement && element.matches(FOCUSABLE) ? [element, ...within] : within;
  return all.filter(isReachedByTab);
}

/** A tab that is not chosen would be, by the focus. */
function isReachedByTab(control: HTMLElement): boolean {
  if (control.matches(':disabled, [role="tab"][aria-selected="false"]')) return false;
  return control.tabIndex >= 0 && control.checkVisibility();
}
