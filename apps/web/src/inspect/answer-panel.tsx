import type { CertsDInspection } from "@lookinglass/designer";
import type { ReactNode } from "react";
import { endpointOf, requestsInLine } from "../pull-path/planned.js";
import { LegHeading, legWords } from "../pull-path/route-map.js";
import { StopRow } from "../pull-path/stop-row.js";
import { VerifyCommands } from "../pull-path/verify-commands.js";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import { ROLE_TITLES, requestWords } from "./request-words.js";

/** What containerd does for the image with the files. */
export function AnswerPanel({ inspection }: { readonly inspection: CertsDInspection }) {
  const { image, resolution, requests } = inspection;
  if (resolution === null || "error" in image) return null;
  return (
    <div className="space-y-4">
      <Directory inspection={inspection} />
      {requests.length > 0 && (
        <div>
          <InspectedLeg inspection={inspection} operation="resolve" number={1} />
          <InspectedLeg inspection={inspection} operation="pull" number={2} />
        </div>
      )}
      <VerifyCommands reference={image.canonical} />
    </div>
  );
}

/** The directory that containerd reads, and the fault that keeps it from using the file there. */
function Directory({ inspection: { resolution, image } }: { readonly inspection: CertsDInspection }) {
  if (resolution === null || "error" in image) return null;
  const dir = resolution.dir ?? null;
  return (
    <div role="status" className="space-y-2">
      {"error" in resolution && (
        <Notice severity="error">
          <p className="font-medium break-words">The pull fails at once: {resolution.error}</p>
        </Notice>
      )}
      {"parseError" in resolution && (
        <Notice severity="error">
          <p className="font-medium break-words">
            containerd ignores {dir}/hosts.toml and uses no mirror: {resolution.parseError}
          </p>
          <p className="mt-1 text-xs text-ink-2">containerd only logs this. The file also hides _default.</p>
        </Notice>
      )}
      <p className="rounded-md border border-line bg-sunken px-3 py-2">
        {dir === null ? (
          <>
            No directory for <Mono>{image.registry}</Mono> and no <Mono>_default</Mono>: straight to the
            registry.
          </>
        ) : (
          <>
            For <Mono>{image.registry}</Mono> containerd reads{" "}
            <Mono strong>/etc/containerd/certs.d/{dir}</Mono> and nothing else.
          </>
        )}
      </p>
    </div>
  );
}

function Mono({ strong, children }: { readonly strong?: boolean; readonly children: ReactNode }) {
  return (
    <span className={classes("font-mono text-xs wrap-anywhere", strong && "font-medium")}>{children}</span>
  );
}

interface InspectedLegProps {
  readonly inspection: CertsDInspection;
  readonly operation: "resolve" | "pull";
  readonly number: number;
}

function InspectedLeg({ inspection: { image, requests }, operation, number }: InspectedLegProps) {
  if ("error" in image) return null;
  const { title, hint } = legWords(operation, image);
  const stops = requestsInLine(requests, operation);
  const line = stops.flatMap(([manifest]) => (manifest ? [manifest] : []));
  return (
    <section aria-label={title}>
      <LegHeading number={number} line={number === 1 ? "start" : "through"} title={title}>
        {hint}
      </LegHeading>
      <ol aria-label={`Endpoints, in order: ${title}`}>
        {line.map((request, index) => (
          <StopRow
            key={index}
            isLast={operation === "pull" && index === line.length - 1}
            stop={{
              endpoint: endpointOf(request),
              outcome: request.skipped ? "skipped" : "tried",
              why: requestWords(request, line),
              seconds: 0,
              requests: stops[index] ?? [],
            }}
            look={{
              title: ROLE_TITLES[request.role],
              colour: request.role === "registry" ? "upstream" : "plain",
            }}
          />
        ))}
      </ol>
    </section>
  );
}
