import type { Diagnostic, OverrideForm, ScopeForm, SpecPreview } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/button.js";
import { problemsAt } from "./field-problems.js";
import { OverrideCard } from "./override-card.js";
import { Section } from "./section.js";
import type { ChangeForm } from "./use-form-change.js";

const AddOverride = lazy(() => import("./add-override.js"));

interface OverridesSectionProps {
  readonly scope: ScopeForm;
  readonly analysis: SpecPreview;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** The extensions that write files under certs.d. */
export function OverridesSection({ scope, analysis, diagnostics, onChange }: OverridesSectionProps) {
  const cards = useOpenCards(scope.id);
  const [adding, setAdding] = useState(false);
  const add = (registry: string) => {
    const spegel = scope.spegelEnabled.value;
    onChange({ kind: "add-override", scope: scope.id, registry, mirrors: spegel ? "spegel" : "none" });
    open(registry);
  };
  const open = (registry: string) => {
    cards.openAndFocus(`${registry}/hosts.toml`);
    setAdding(false);
  };
  return (
    <Section
      id="overrides"
      title="Mirror overrides"
      hint="hosts.toml files that the Kublr agent writes from your templates. containerd reads one directory per registry; _default serves all the others."
      summary={summary(scope.overrides.length)}
    >
      <div className="space-y-2">
        {scope.overrides.map((override) => (
          <OverrideCard
            key={`${scope.id} ${override.key}`}
            scope={scope}
            override={override}
            analysis={analysis}
            problems={problemsAt(diagnostics, override.path)}
            onChange={onChange}
            {...cards.of(override)}
          />
        ))}
      </div>
      <Button
        icon={Plus}
        aria-expanded={adding}
        onClick={() => setAdding(!adding)}
        className={scope.overrides.length > 0 ? "mt-2" : ""}
      >
        Add override
      </Button>
      {adding && (
        <Suspense fallback={null}>
          <AddOverride scope={scope} onAdd={add} onOpen={open} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Section>
  );
}

function summary(overrides: number): string {
  return overrides === 0 ? "none" : overrides === 1 ? "1 override" : `${overrides} overrides`;
}

/** Which cards are open, by the file that they write; one that was just added gets the focus. */
function useOpenCards(scopeId: string) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const idOf = (target: string) => `${scopeId} ${target}`;
  const set = (target: string, open: boolean) => {
    const next = new Set(opened);
    if (open) next.add(idOf(target));
    else next.delete(idOf(target));
    setOpened(next);
  };
  return {
    openAndFocus: (target: string) => {
      set(target, true);
      setFocused(idOf(target));
    },
    of: ({ target, shadowedBy }: OverrideForm) => ({
      open: opened.has(idOf(target)),
      wantsFocus: focused === idOf(target) && shadowedBy === null,
      onFocused: () => setFocused(null),
      onOpen: (open: boolean) => set(target, open),
    }),
  };
}
