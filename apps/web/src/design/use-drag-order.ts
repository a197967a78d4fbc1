import { type CSSProperties, type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";

/** A row that is being dragged. */
interface Drag {
  readonly from: number;
  readonly to: number;
  /** Where the pointer went down, and how far it has come, in CSS pixels. */
  readonly startY: number;
  readonly shift: number;
  /** Where every row is. */
  readonly boxes: readonly Box[];
}

export interface Box {
  readonly top: number;
  readonly height: number;
}

/** The place of a row that has been dragged so far: how many of the others have their middle above its own. */
export function dropPlace(boxes: readonly Box[], from: number, shift: number): number {
  const middle = ({ top, height }: Box) => top + height / 2;
  const dragged = boxes[from];
  if (!dragged) return from;
  const at = middle(dragged) + shift;
  return boxes.filter((box, index) => index !== from && middle(box) < at).length;
}

/** How far a row gives way to the dragged one: by its height, and the gap between two rows. */
export function yieldBy({ boxes, from, to }: Pick<Drag, "boxes" | "from" | "to">, row: number): number {
  const dragged = boxes[from];
  const [first, second] = boxes;
  if (!dragged || !first || !second) return 0;
  const by = dragged.height + (second.top - first.top - first.height);
  if (row > from && row <= to) return -by;
  return row < from && row >= to ? by : 0;
}

/**
 * Rows of a list that change places: a handle is dragged with the pointer, or moved with the arrow keys.
 *
 * @param list the element whose children are the rows
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  count: number,
  onMove: (from: number, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begin = (event: PointerEvent<HTMLElement>, from: number) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const boxes = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    setDrag({ from, to: from, startY: event.clientY, shift: 0, boxes });
  };
  const followed = (begun: Drag, { clientY }: PointerEvent<HTMLElement>): Drag => {
    const shift = clientY - begun.startY;
    return { ...begun, shift, to: dropPlace(begun.boxes, begun.from, shift) };
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (drag) setDrag(followed(drag, event));
  };
  const drop = (event: PointerEvent<HTMLElement>) => {
    setDrag(null);
    if (!drag) return;
    // Where the pointer is: its last movements may not have been drawn yet.
    const { from, to } = followed(drag, event);
    if (to !== from) onMove(from, to);
  };
  const press = (event: KeyboardEvent<HTMLElement>, row: number) => {
    if (event.key === "Escape" && drag) return setDrag(null);
    const to = { ArrowUp: row - 1, ArrowDown: row + 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to !== row && to >= 0 && to < count) onMove(row, to);
  };
  return {
    handle: (row: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => begin(event, row),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => press(event, row),
    }),
    isDragged: (row: number) => drag?.from === row,
    style: (row: number): CSSProperties | undefined => {
      if (!drag) return undefined;
      const by = row === drag.from ? drag.shift : yieldBy(drag, row);
      return { transform: `translateY(${by}px)` };
    },
  };
}
