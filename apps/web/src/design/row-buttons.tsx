import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { IconButton } from "../ui/button.js";

interface RowButtonsProps {
  /** What the row is, in the middle of a sentence: "filter 2". */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** Up, down and away, for a row of an ordered list. */
export function RowButtons({ name, index, count, onMove, onRemove }: RowButtonsProps) {
  return (
    <span className="flex shrink-0">
      {count > 1 && (
        <>
          <IconButton
            small
            icon={ArrowUp}
            label={`Move ${name} up`}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          />
          <IconButton
            small
            icon={ArrowDown}
            label={`Move ${name} down`}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          />
        </>
      )}
      <IconButton small icon={Trash2} label={`Remove ${name}`} onClick={onRemove} />
    </span>
  );
}
