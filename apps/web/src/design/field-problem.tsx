import type { Diagnostic, FormField } from "@lookinglass/designer";
import { Wrench } from "lucide-react";
import { createContext, type ReactNode, useContext, useId } from "react";
import type { OnFix } from "../engine/offered-fix.js";
import { Button } from "../ui/button.js";
import { SeverityIcon } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";
import { isInvalid, valueProblems } from "./field-problems.js";
import { keepFocus } from "./keep-focus.js";

export const FixContext = createContext<OnFix | null>(null);

/** What is wrong with the spec that the forms show. */
export const DiagnosticsContext = createContext<readonly Diagnostic[]>([]);

/** What a control has to say of the problems of its value, and what stands below it. */
export interface ToldProblems {
  readonly invalid: boolean;
  /** For its aria-describedby. */
  readonly describedBy: string | undefined;
  readonly list: ReactNode;
}

/** Problems beside their control. */
export function useTold(problems: readonly Diagnostic[]): ToldProblems {
  const id = `${useId()}-problems`;
  return {
    invalid: isInvalid(problems),
    describedBy: problems.length > 0 ? id : undefined,
    list: <FieldProblems id={id} problems={problems} />,
  };
}

/** The problems of the value that a field shows. */
export function useValueProblems(field: Pick<FormField<unknown>, "writtenPath" | "range">): ToldProblems {
  return useTold(valueProblems(useContext(DiagnosticsContext), field));
}

/** The problems of one field, right below it, with what can be done about them. */
export function FieldProblems({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly Diagnostic[];
}) {
  if (problems.length === 0) return null;
  return (
    <div id={id} className="mt-1 space-y-1">
      {problems.map((problem) => (
        <FieldProblem key={`${problem.code} ${problem.message}`} problem={problem} />
      ))}
    </div>
  );
}

function FieldProblem({ problem }: { readonly problem: Diagnostic }) {
  const { severity, message, fixes } = problem;
  const onFix = useContext(FixContext);
  return (
    <div className="flex gap-1.5 text-xs text-ink-2">
      <SeverityIcon severity={severity} className="mt-px size-3.5" />
      <div className="min-w-0 break-words">
        <Prose text={message} />
        {(onFix ? fixes : []).map((one) => (
          <Button
            key={one.id}
            small
            look="quiet"
            icon={Wrench}
            className="h-auto min-h-6.5 text-left whitespace-normal"
            onClick={(event) => {
              keepFocus(event.currentTarget);
              onFix?.(one, problem);
            }}
          >
            {one.title}
          </Button>
        ))}
      </div>
    </div>
  );
}
