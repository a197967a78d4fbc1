/**
 * Moves the focus from a control that is about to go away to the nearest thing around it that stays: what is marked
 * with data-stays, or the title of the section. The keyboard goes on from there.
 */
export function keepFocus(control: Element): void {
  const stays =
    control.closest<HTMLElement>("[data-stays]") ??
    control.closest("section")?.querySelector<HTMLElement>("h3 button");
  stays?.focus();
}
