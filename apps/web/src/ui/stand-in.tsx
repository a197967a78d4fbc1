import { type ComponentProps, type Ref, useLayoutEffect } from "react";

interface StandInProps extends ComponentProps<"button"> {
  readonly control: HTMLElement;
}

/**
 * Stands in for a control that has been on the page since before the code of its popup came: as the child of one of
 * Radix's triggers (asChild) it gives them the control, and the control their attributes and handlers.
 */
export function StandIn({ control, ref, ...given }: StandInProps) {
  useLayoutEffect(() => fill(ref, control), [ref, control]);
  useLayoutEffect(() => takeOn(control, given));
  return null;
}

function fill(ref: Ref<HTMLElement> | undefined, control: HTMLElement): () => void {
  if (typeof ref !== "function")
    throw new Error("Radix gives its triggers a function to be told of the element");
  const taken = ref(control);
  return () => (taken ? taken() : ref(null));
}

/** @returns a function that takes the handlers away again */
function takeOn(control: HTMLElement, given: object): () => void {
  const handlers = new AbortController();
  const entries: [string, unknown][] = Object.entries(given);
  for (const [name, value] of entries) {
    if (typeof value === "function") {
      const type = name.slice("on".length).toLowerCase();
      control.addEventListener(type, (event) => value(event), { signal: handlers.signal });
    } else if (/^(id$|aria-|data-)/.test(name)) setAttribute(control, name, value);
  }
  return () => handlers.abort();
}

function setAttribute(control: HTMLElement, name: string, value: unknown): void {
  if (value === undefined) control.removeAttribute(name);
  else control.setAttribute(name, String(value));
}
