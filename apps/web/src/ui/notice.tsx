import type { Severity } from "@lookinglass/designer";
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.js";

const LOOKS: Record<Severity, { readonly icon: LucideIcon; readonly ink: string; readonly soft: string }> = {
  error: { icon: CircleAlert, ink: "text-error", soft: "border-error/35 bg-error-soft" },
  warning: { icon: TriangleAlert, ink: "text-warning", soft: "border-warning/35 bg-warning-soft" },
  info: { icon: Info, ink: "text-info", soft: "border-info/25 bg-info-soft" },
};

export function SeverityIcon({
  severity,
  small,
  className,
}: {
  readonly severity: Severity;
  readonly small?: boolean;
  readonly className?: string;
}) {
  const { icon: Icon, ink } = LOOKS[severity];
  return (
    <Icon
      aria-label={severity}
      className={classes(small ? "size-3.5" : "size-4", "shrink-0", ink, className)}
    />
  );
}

interface NoticeProps {
  readonly severity: Severity;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A short text that matters more than its surroundings. */
export function Notice({ severity, children, className }: NoticeProps) {
  return (
    <div className={classes("flex gap-2.5 rounded-md border px-3 py-2.5", LOOKS[severity].soft, className)}>
      <SeverityIcon severity={severity} className="mt-px" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
