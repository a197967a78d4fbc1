import type { Diagnostic, ScopeForm } from "@lookinglass/designer";
import { AddOverride } from "./add-override.js";
import { problemsAt } from "./field-problems.js";
import { OverrideCard } from "./override-card.js";
import { Section } from "./section.js";
import type { ChangeForm } from "./use-form-change.js";

interface OverridesSectionProps {
  readonly scope: ScopeForm;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** The extensions that write files under certs.d. */
export function OverridesSection({ scope, diagnostics, onChange }: OverridesSectionProps) {
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
            problems={problemsAt(diagnostics, override.path)}
            onChange={onChange}
          />
        ))}
      </div>
      <AddOverride
        taken={scope.overrides.flatMap(({ registry }) => registry ?? [])}
        onAdd={(registry, content) => onChange({ kind: "add-override", scope: scope.id, registry, content })}
      />
    </Section>
  );
}

function summary(overrides: number): string {
  return overrides === 0 ? "none" : overrides === 1 ? "1 override" : `${overrides} overrides`;
}
