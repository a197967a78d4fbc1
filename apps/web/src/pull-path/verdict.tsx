import { CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import { ORIGINS } from "../ui/origin.js";
import { endpointLook, secondsText } from "./outcomes.js";
import type { PullRoute } from "./pull-route.js";

interface VerdictProps {
  readonly route: PullRoute;
  /** Shows a file of certs.d. */
  readonly onFile: (path: string) => void;
}

/** How the pull ends, what it costs, and which file decides it. */
export function Verdict({ route, onFile }: VerdictProps) {
  const { path } = route;
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
      <div className="rounded-md border border-line bg-sunken px-3 py-2">
        <p
          role="status"
          className={classes("flex items-start gap-2 font-medium", !path.succeeds && "text-error")}
        >
          <Ending route={route} />
        </p>
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 pl-6 text-xs text-ink-2">
          <li>
            <TimeLost seconds={path.secondsLost} />
          </li>
          <li>
            <Reads route={route} onFile={onFile} />
          </li>
        </ul>
      </div>
    </section>
  );
}

function Ending({ route: { path, legs, file } }: { readonly route: PullRoute }) {
  const [resolver, server] = legs.map(({ stops }) => stops.find(({ outcome }) => outcome === "answers"));
  if (!path.succeeds || !server) {
    return (
      <>
        <CircleX aria-hidden className="mt-px size-4 shrink-0" />
        <span>
          {path.steps.length > 0 ? "Pull fails: no endpoint answers" : "Pull fails: no endpoint is asked"}
        </span>
      </>
    );
  }
  const { title, colour } = endpointLook(server.source, file?.origin.kind ?? "kublr");
  const resolvedElsewhere = resolver && resolver.endpoint !== server.endpoint;
  return (
    <>
      <CircleCheck
        aria-hidden
        className={classes("mt-px size-4 shrink-0", colour !== "plain" && ORIGINS[colour].ink)}
      />
      <span>
        Served by <Mono>{server.endpoint}</Mono>
        <span className="font-normal text-ink-2">
          {" · "}
          {title}
          {resolvedElsewhere && (
            <>
              {" · tag resolved by "}
              <Mono>{resolver.endpoint}</Mono>
            </>
          )}
        </span>
      </span>
    </>
  );
}

function TimeLost({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return "No time lost";
  return (
    <span className="font-medium text-warning">
      At least {secondsText(seconds)} lost waiting for endpoints that do not answer
    </span>
  );
}

function Mono({ children }: { readonly children: ReactNode }) {
  return <span className="font-mono text-xs wrap-anywhere">{children}</span>;
}

/** The directory that containerd reads for the image. */
function Reads({ route: { path, file }, onFile }: VerdictProps) {
  const { directory, image } = path;
  if (directory === null) {
    return `Reads nothing: no directory for ${image.registry} and no _default`;
  }
  if (!file)
    return (
      <>
        Reads <Mono>/etc/containerd/certs.d/{directory}</Mono>, where there is no hosts.toml
      </>
    );
  return (
    <>
      Reads{" "}
      <button
        type="button"
        onClick={() => onFile(file.path)}
        className="rounded-sm text-left text-focus underline underline-offset-2 hover:no-underline"
      >
        <Mono>/etc/containerd/certs.d/{file.path}</Mono>
      </button>
    </>
  );
}
