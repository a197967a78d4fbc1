import { NO_ANSWER, type Problem } from "@lookinglass/api-contract/client";
import { Link } from "wouter";
import { Logo } from "../shell/logo.js";
import { Button } from "../ui/button.js";

/** Why there is nothing to show, and what to do about it. */
export interface ProblemText {
  readonly title: string;
  readonly text: string;
}

interface ShareProblemProps {
  readonly problem: ProblemText & { readonly canRetry?: boolean };
  readonly onRetry?: () => void;
}

/** In place of a shared preview that cannot be shown. */
export function ShareProblem({ problem: { title, text, canRetry }, onRetry }: ShareProblemProps) {
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

/** What the server's problem means to whoever opened the link. */
export function describeProblem(problem: Problem): ProblemText & { readonly canRetry: boolean } {
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
