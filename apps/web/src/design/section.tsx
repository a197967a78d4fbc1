import type { ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** One part of the form. */
export function Section({ title, hint, children }: SectionProps) {
  return (
    <section aria-label={title} className="border-b border-line px-4 py-4">
      <h3 className="text-base font-semibold">{title}</h3>
      <p className="mt-0.5 mb-3 text-xs text-ink-2">{hint}</p>
      {children}
    </section>
  );
}
