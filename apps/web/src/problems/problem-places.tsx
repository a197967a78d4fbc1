import { atEveryPlace, type Diagnostic } from "@lookinglass/designer";
import { Prose } from "../ui/prose.js";
import type { ProblemActions } from "./problem.js";
import { Fixes } from "./problem-fixes.js";

/** The places of a problem: each can be chosen, and mended. */
export function ProblemPlaces({
  diagnostic,
  onReveal,
  onFix,
}: ProblemActions & { readonly diagnostic: Diagnostic }) {
  const { message, morePlaces = 0 } = diagnostic;
  return (
    <>
      <ul aria-label={`Places: ${diagnostic.code}`}>
        {atEveryPlace([diagnostic]).map((problem, index) => (
          <li key={index}>
            <button
              type="button"
              onClick={() => onReveal(problem)}
              className="min-h-6 rounded-sm px-1 py-0.5 text-left wrap-anywhere hover:bg-hover"
            >
              <span className="mr-1.5 text-xs whitespace-nowrap text-ink-3">
                line {problem.range.start.line}
              </span>
              {problem.message === message ? (
                <code>{problem.path.join(".")}</code>
              ) : (
                <Prose text={problem.message} />
              )}
            </button>
            {onFix && <Fixes problem={problem} onFix={onFix} className="pl-1" />}
          </li>
        ))}
      </ul>
      {morePlaces > 0 && <p className="px-1 text-ink-3">And {morePlaces.toLocaleString("en")} more.</p>}
    </>
  );
}
