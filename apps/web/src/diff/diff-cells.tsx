import { classes } from "../ui/classes.js";
import { changedPart } from "./changed-part.js";

type SignKind = "+" | "-" | " ";

const SOFT: Record<SignKind, string> = { "+": "bg-added-soft", "-": "bg-removed-soft", " ": "" };
const STRONG: Record<SignKind, string> = {
  "+": "diff-added bg-added-strong",
  "-": "diff-removed bg-removed-strong",
  " ": "",
};
const INK: Record<SignKind, string> = { "+": "text-added", "-": "text-removed", " ": "" };
const WORDS: Record<SignKind, string> = { "+": "added", "-": "removed", " ": "" };

interface LineNumberProps {
  readonly sign: SignKind;
  /** Missing where the side has no such line. */
  readonly number: number | null | undefined;
  readonly className?: string;
}

/** Numbers are drawn, not text: a copy of the lines is without them. */
export function LineNumber({ sign, number, className }: LineNumberProps) {
  return (
    <td
      data-number={number ?? ""}
      className={classes(
        "pr-1.5 text-right text-ink-3 select-none before:content-[attr(data-number)]",
        typeof number === "number" && SOFT[sign],
        className,
      )}
    />
  );
}

/** Says by a sign, not by colour alone, what was added and what removed. */
export function Sign({ sign, shown }: { readonly sign: SignKind; readonly shown: boolean }) {
  if (!shown || sign === " ") return <td />;
  return (
    <td className={classes("diff-sign text-center select-none", SOFT[sign], INK[sign])}>
      <span aria-hidden>{sign === "-" ? "−" : sign}</span>
      <span className="sr-only">{WORDS[sign]}</span>
    </td>
  );
}

interface DiffTextProps {
  readonly sign: SignKind;
  readonly text: string | undefined;
  readonly counterpart: string | null | undefined;
}

export function DiffText({ sign, text, counterpart }: DiffTextProps) {
  if (text === undefined) return <td className="bg-sunken" />;
  const parts = sign !== " " && typeof counterpart === "string" ? changedPart(text, counterpart) : null;
  return (
    <td className={classes("pr-2 whitespace-pre-wrap wrap-anywhere", SOFT[sign])}>
      {parts ? (
        <>
          {parts.start}
          {parts.changed && <span className={classes("rounded-[2px]", STRONG[sign])}>{parts.changed}</span>}
          {parts.end}
        </>
      ) : (
        text
      )}
    </td>
  );
}
