/** The columns of the overview: the role, then a column for each phase; on narrow screens the role stands above. */
export const COLUMNS =
  "grid grid-cols-[minmax(112px,0.9fr)_repeat(3,minmax(0,1fr))] @max-[520px]:grid-cols-3";

/** Attributes of an element that the focus of the grid can be on. */
export function stopProps(name: string, activeName: string) {
  return { "data-stop": name, tabIndex: name === activeName ? 0 : -1 };
}
