import type { ReactNode } from "react";

/** In place of a shared preview until it is there. */
export function SharePending({ children }: { readonly children: ReactNode }) {
  return (
    <main className="p-6">
      <h1 className="text-ink-3">{children}</h1>
    </main>
  );
}
