import { NO_ANSWER, type Problem } from "@lookinglass/api-contract";
import { Button } from "../ui/button.js";
import { Notice } from "../ui/notice.js";

interface RefusalProps {
  readonly problem: Problem;
  readonly onReveal: (line: number) => void;
  readonly onShareAnyway: () => void;
}

/** Why a share was not made: credentials in the spec, with their places, or another problem. */
export function Refusal({ problem, onReveal, onShareAnyway }: RefusalProps) {
  const secrets = problem.secrets ?? [];
  const canInsist = secrets.length > 0 && secrets.every(({ kind }) => kind === "credential");
  return (
    <div role="alert">
      <Notice severity="error">
        <p className="font-medium">
          {problem.type === NO_ANSWER ? "The server does not answer" : problem.title}
        </p>
        <p className="mt-0.5 text-ink-2">
          {problem.type === NO_ANSWER
            ? "Everything but sharing works without it. Try again in a moment."
            : problem.detail}
        </p>
        {secrets.length > 0 && (
          <ul className="mt-2 space-y-1">
            {secrets.map(({ description, range }) => (
              <li key={`${range.start.line}:${range.start.column}`} className="flex items-baseline gap-2">
                <button
                  type="button"
                  onClick={() => onReveal(range.start.line)}
                  className="min-h-6 shrink-0 px-1 text-xs font-medium underline"
                >
                  Line {range.start.line}
                </button>
                <span>{description}</span>
              </li>
            ))}
          </ul>
        )}
        {canInsist && (
          <Button small onClick={onShareAnyway} className="mt-2">
            These are not secret: share anyway
          </Button>
        )}
      </Notice>
    </div>
  );
}
