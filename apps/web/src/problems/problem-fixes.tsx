import type { Diagnostic } from "@lookinglass/designer";
import { Wrench } from "lucide-react";
import type { OnFix } from "../engine/offered-fix.js";
import { Button } from "../ui/button.js";

interface FixesProps {
  readonly problem: Diagnostic;
  readonly onFix: OnFix;
  readonly className?: string;
}

/** What can be done about a problem. */
export function Fixes({ problem, onFix, className = "" }: FixesProps) {
  if (problem.fixes.length === 0) return null;
  return (
    <div className={`flex flex-wrap gap-1.5 pt-1 pb-0.5 ${className}`}>
      {problem.fixes.map((fix) => (
        <Button
          key={fix.id}
          small
          icon={Wrench}
          onClick={() => onFix(fix, problem)}
          className="h-auto min-h-6.5 shrink! py-0.5 text-left whitespace-normal!"
        >
          {fix.title}
        </Button>
      ))}
    </div>
  );
}
