import type { SpecPath, TextRange } from "@lookinglass/designer";
import { Columns2 } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import type { OnFix } from "../engine/offered-fix.js";
import type { ShownInspection } from "../engine/shown-inspection.js";
import { overview } from "../shell/late-views.js";
import type { ViewState } from "../shell/view-state.js";
import { Button } from "../ui/button.js";
import { Segmented } from "../ui/segmented.js";
import { GLASS_TITLES, startComparing } from "./glass-view.js";
import { RoleView } from "./role-view.js";
import { OlderPreview } from "./stale-notice.js";
import { useGlassView } from "./use-glass-view.js";

const Overview = lazy(overview);

export interface LookingGlassProps {
  readonly shown: ShownInspection;
  readonly view: Pick<ViewState, "role" | "phase" | "file">;
  readonly onView: (change: Partial<ViewState>) => void;
  readonly onFix?: OnFix;
  readonly onReveal?: (path: SpecPath) => void;
  readonly onRevealRange?: (range: TextRange) => void;
  /** The control that shows and changes what is assumed. */
  readonly assumptions?: ReactNode;
}

/** What each kind of node has under certs.d, before and after Spegel starts, and what a pull makes of it. */
export function LookingGlass(props: LookingGlassProps) {
  const { analysis } = props.shown.inspection;
  const [{ shows, compare }, changeGlass] = useGlassView();
  const role = analysis.roles.find(({ id }) => id === props.view.role) ?? analysis.roles[0];
  if (!role) return props.shown.stale ? <Unread /> : <NoCluster />;
  const toggleCompare = () =>
    changeGlass(compare === null ? startComparing(props.view.phase) : { compare: null });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center justify-between gap-3 border-b border-line bg-surface px-3 py-1.5">
        <Segmented
          label="View"
          value={shows}
          options={GLASS_TITLES}
          onChange={(next) => changeGlass({ shows: next })}
        />
        {shows === "files" && (
          <Button
            small
            look={compare === null ? "quiet" : "plain"}
            icon={Columns2}
            aria-pressed={compare !== null}
            onClick={toggleCompare}
          >
            Compare
          </Button>
        )}
      </div>
      {shows === "overview" ? (
        <Suspense fallback={<p className="p-4 text-ink-3">Loading…</p>}>
          <div className="min-h-0 flex-1 overflow-auto bg-surface">
            <Overview analysis={analysis} onChoose={(place) => changeGlass({ ...place, shows: "files" })} />
            {props.shown.stale && <OlderPreview atEnd />}
          </div>
        </Suspense>
      ) : (
        <RoleView {...props} role={role} shows={shows} compare={compare} onGlass={changeGlass} />
      )}
    </div>
  );
}

function Unread() {
  return (
    <div className="m-auto max-w-80 p-6 text-center text-ink-2">
      <p className="font-medium text-ink">The YAML does not parse</p>
      <p className="mt-1">Problems says where. The preview comes as soon as it does.</p>
    </div>
  );
}

function NoCluster() {
  return (
    <div className="m-auto max-w-80 p-6 text-center text-ink-2">
      <p className="font-medium text-ink">No cluster to look at</p>
      <p className="mt-1">
        The text holds no <code className="font-mono text-xs">kind: Cluster</code> document and no{" "}
        <code className="font-mono text-xs">spec:</code>. Import a cluster spec or open an example.
      </p>
    </div>
  );
}
