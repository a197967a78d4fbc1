import { NO_ANSWER, type Problem } from "@lookinglass/api-contract/client";
import { Button } from "../ui/button.js";
import { Notice } from "../ui/notice.js";

interface RefusalProps {
  readonly problem: Problem;
  readonly onSelfContained: () => void;
}

/** Why the server made no link. */
export function Refusal({ problem, onSelfContained }: RefusalProps) {
  const noAnswer = problem.type === NO_ANSWER;
  return (
    <div role="alert">
      <Notice severity={noAnswer ? "info" : "error"}>
        <p className="font-medium">{noAnswer ? "The server does not answer" : problem.title}</p>
        <p className="mt-0.5 text-ink-2">
          {noAnswer
            ? "Only short links need it; everything else works without. Try again in a moment, or:"
            : problem.detail}
        </p>
        {noAnswer && (
          <Button small onClick={onSelfContained} className="mt-2">
            Make a self-contained link
          </Button>
        )}
      </Notice>
    </div>
  );
}
