import type { KeyboardEvent, PointerEvent } from "react";

interface SplitterProps {
  readonly label: string;
  /** Share of the width left of the splitter, in percent. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

const STEP = 2;

/** The line between two areas: it can be dragged, or moved with the arrow keys. */
export function Splitter({ label, value, min, max, onChange }: SplitterProps) {
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next)) * 10) / 10);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const area = event.currentTarget.parentElement?.getBoundingClientRect();
    if (area) set(((event.clientX - area.left) / area.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowLeft" ? -STEP : event.key === "ArrowRight" ? STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    set(value + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className="relative z-10 -mx-1 w-2.25 shrink-0 cursor-col-resize touch-none before:absolute before:inset-y-0 before:left-1 before:border-l before:border-line hover:before:border-l-2 hover:before:border-line-strong focus-visible:outline-none focus-visible:before:border-l-2 focus-visible:before:border-focus"
    />
  );
}
