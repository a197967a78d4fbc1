import { NO_ANSWER, type Problem } from "@lookinglass/api-contract";
import { Link } from "wouter";
import { Logo } from "../shell/logo.js";
import { Button } from "../ui/button.js";

interface ShareProblemProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** Why a shared preview cannot be shown, and what to do about it. */
export function ShareProblem({ problem, onRetry }: ShareProblemProps) {
  const { title, text, canRetry } = describeProblem(problem);
  return (
    <main className="grid h-full place-items-center p-6">
      <div className="max-w-100 text-center">
        <span className="inline-block">
          <Logo />
        </span>
        <h1 className="mt-3 text-xl font-semibold">{title}</h1>
        <p className="mt-2 text-ink-2">{text}</p>
        <p className="mt-5 flex justify-center gap-2">
          {canRetry && <Button onClick={onRetry}>Try again</Button>}
          <Link
            href="/"
            className="inline-flex h-8 items-center rounded-md bg-accent px-3 font-medium text-accent-ink hover:opacity-85"
          >
            Open Lookinglass
          </Link>
        </p>
      </div>
    </main>
  );
}

interface ProblemText {
  readonly title: string;
  readonly text: string;
  readonly canRetry: boolean;
}

export function describeProblem(problem: Problem): ProblemText {
  if (problem.status === 404 || problem.status === 400) {
    return {
      title: "There is no such share",
      text: "The link may be incomplete. Ask whoever sent it for the whole of it.",
      canRetry: false,
    };
  }
  if (problem.status === 410) {
    return {
      title: "This share is gone",
      text: "It has expired or was deleted. Ask whoever sent the link for a new one.",
      canRetry: false,
    };
  }
  if (problem.type === NO_ANSWER) {
    return {
      title: "The server does not answer",
      text: "The shared preview is stored there. Check the connection and try again.",
      canRetry: true,
    };
  }
  return { title: problem.title, text: problem.detail, canRetry: true };
}
