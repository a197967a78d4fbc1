import type { OverrideForm, SpecPreview } from "@lookinglass/designer";
import { Crosshair, Eye } from "lucide-react";
import { Button } from "../ui/button.js";
import { useDesignLinks } from "./design-links.js";
import { nodesText, type OverrideOnRole, overrideRoles } from "./override-nodes.js";

interface OverridePlaceProps {
  readonly override: OverrideForm;
  readonly analysis: SpecPreview;
}

/** Which file an override becomes on which nodes, how long it lasts, and the ways there. */
export function OverridePlace({ override, analysis }: OverridePlaceProps) {
  const links = useDesignLinks();
  const roles = overrideRoles(analysis, override);
  const [first] = roles;
  return (
    <div className="text-xs text-ink-2">
      <p>
        <span className="font-mono break-all text-extension">/etc/containerd/certs.d/{override.target}</span>{" "}
        {fateText(override, roles, analysis)}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {first && (
          <Button small icon={Eye} onClick={() => links.onShowFile(first.role.id, override.target)}>
            Show file
          </Button>
        )}
        <Button small icon={Crosshair} onClick={() => links.onReveal(override.path)}>
          Show in spec
        </Button>
      </div>
    </div>
  );
}

function fateText(override: OverrideForm, roles: readonly OverrideOnRole[], analysis: SpecPreview): string {
  if (override.shadowedBy !== null) return `is written by ${override.shadowedBy}, whose key comes later.`;
  const written = roles.filter(({ generated }) => generated);
  const nodes = (some: readonly OverrideOnRole[]) =>
    nodesText(
      some.map(({ role }) => role),
      analysis.roles,
    );
  if (roles.length === 0) return "is written on no node: every group has its own.";
  if (written.length === 0) return `is not written on ${nodes(roles)}${insteadText(override)}`;
  const lost = written.filter(({ running }) => running !== "stays");
  const fate = lost.length > 0 ? ` Spegel moves it to _backup when it starts on ${nodes(lost)}.` : "";
  return `on ${nodes(written)}.${fate}`;
}

/** What holds where no file is generated. */
function insteadText({ content, target }: OverrideForm): string {
  const cause = content === "" ? ": its template is empty. " : ": its template fails there. ";
  return target === "_default/hosts.toml"
    ? `${cause}Registries without a file of their own are asked directly there.`
    : `${cause}There containerd reads _default for this registry.`;
}
