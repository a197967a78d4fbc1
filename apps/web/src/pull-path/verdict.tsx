import { CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import { endpointLook, secondsText } from "./outcomes.js";
import type { Leg, PullRoute } from "./pull-route.js";

interface VerdictProps {
  readonly route: PullRoute;
  /** Shows a file of certs.d. */
  readonly onFile: (path: string) => void;
}

/** How the pull ends, what it costs, and which file decides it. */
export function Verdict({ route, onFile }: VerdictProps) {
  const { path, legs } = route;
  return (
    <section aria-label="Outcome" className="space-y-2">
      {path.fileFault && (
        <Notice severity="error">
          <p className="font-medium break-words">{path.fileFault}</p>
          <p className="mt-1 text-xs text-ink-2">
            containerd only logs this. Nothing else on the cluster says so.
          </p>
        </Notice>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md border border-line bg-sunken px-3 py-2.5">
        <Fact name="Outcome">
          <span
            role="status"
            className={classes("flex items-start gap-1.5 font-medium", !path.succeeds && "text-error")}
          >
            <OutcomeIcon succeeds={path.succeeds} />
            <ServedBy route={route} />
          </span>
        </Fact>
        {path.image.digest === null && path.succeeds && (
          <Fact name="Tag resolved by">
            <Mono>{answeringStop(legs[0])?.endpoint}</Mono>
          </Fact>
        )}
        <Fact name="Time lost">
          {path.secondsLost === 0 ? (
            "None"
          ) : (
            <span className="font-medium text-warning">
              {secondsText(path.secondsLost)} on endpoints that do not answer
            </span>
          )}
        </Fact>
        <Fact name="Reads">
          <Directory route={route} onFile={onFile} />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-xs leading-[18px] text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Mono({ children }: { readonly children: ReactNode }) {
  return <span className="font-mono text-xs break-all">{children}</span>;
}

function OutcomeIcon({ succeeds }: { readonly succeeds: boolean }) {
  const Icon = succeeds ? CircleCheck : CircleX;
  return <Icon aria-hidden className={classes("mt-px size-4 shrink-0", succeeds && "text-spegel")} />;
}

function ServedBy({ route: { path, legs, file } }: { readonly route: PullRoute }) {
  const stop = answeringStop(legs[1]);
  if (!path.succeeds || !stop) return <span>Pull fails: no endpoint answers</span>;
  return (
    <span>
      Served by <Mono>{path.servedBy}</Mono>
      <span className="font-normal text-ink-2">
        {" · "}
        {endpointLook(stop.source, file?.origin.kind ?? "kublr").title}
      </span>
    </span>
  );
}

function answeringStop(leg: Leg) {
  return leg.stops.find(({ outcome }) => outcome === "answers");
}

function Directory({ route: { path, file }, onFile }: VerdictProps) {
  const { directory, image } = path;
  if (directory === null) {
    return <span>No directory for {image.registry} and no _default: straight to the registry</span>;
  }
  if (!file) return <Mono>/etc/containerd/certs.d/{directory} (no hosts.toml)</Mono>;
  return (
    <button
      type="button"
      onClick={() => onFile(file.path)}
      className="rounded-sm text-left text-focus underline underline-offset-2 hover:no-underline"
    >
      <Mono>/etc/containerd/certs.d/{file.path}</Mono>
    </button>
  );
}
