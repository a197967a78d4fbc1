import type { ChartChange, StrayValue } from "@lookinglass/designer";
import { ArrowRight, Trash2 } from "lucide-react";
import type { MouseEvent } from "react";
import { Button } from "../ui/button.js";
import { Notice } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";
import type { ChangeChart } from "./chart-write.js";
import { keepFocus } from "./keep-focus.js";

interface StrayRowProps {
  readonly stray: StrayValue;
  readonly onChange: ChangeChart;
}

/** A value that the release does not read, and what to do about it. */
export function StrayRow({ stray, onChange }: StrayRowProps) {
  const { keys, text, from, message, moveTo } = stray;
  const name = keys.join(".");
  const leave = (change: ChartChange) => (event: MouseEvent<Element>) => {
    keepFocus(event.currentTarget);
    onChange(change);
  };
  return (
    <li>
      <Notice severity="warning">
        <p className="font-mono text-xs wrap-anywhere">
          <span className="font-medium">{name}</span>
          <span className="text-ink-2">
            : {text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text}
          </span>
        </p>
        <p className="mt-0.5 text-xs text-ink-2">
          <Prose text={message} />
          {from === "cluster" && " It is written for the whole cluster."}
        </p>
        {from === "here" && (
          <div className="mt-1.5 flex flex-wrap gap-2">
            {moveTo && (
              <Button small icon={ArrowRight} onClick={leave({ kind: "move-chart-value", keys, to: moveTo })}>
                Move to {moveTo.join(".")}
              </Button>
            )}
            <Button
              small
              icon={Trash2}
              aria-label={`Remove ${name}`}
              onClick={leave({ kind: "unset-chart-value", keys })}
            >
              Remove
            </Button>
          </div>
        )}
      </Notice>
    </li>
  );
}

const MAX_TEXT = 120;
