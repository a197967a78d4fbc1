import { Check, Server, X } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../ui/classes.js";
import { endpointLook } from "./outcomes.js";
import type { Leg, PullRoute } from "./pull-route.js";
import { Marker, RailRow } from "./rail.js";
import { StopRow } from "./stop-row.js";

interface RouteMapProps {
  readonly route: PullRoute;
  /** The node that pulls, in words. */
  readonly node: ReactNode;
}

/** The route of an image from the node: two operations, the endpoints of each in order, and how it ends. */
export function RouteMap({ route, node }: RouteMapProps) {
  return (
    <div>
      <RailRow
        line="start"
        marker={
          <Marker className="border border-ink bg-ink text-surface">{<Server className="size-3.5" />}</Marker>
        }
      >
        <p className="px-1.5 pt-1.5 pb-3 text-sm">{node}</p>
      </RailRow>
      {route.legs.map((leg, index) => (
        <LegOfRoute key={leg.operation} leg={leg} number={index + 1} route={route} />
      ))}
      <Terminus succeeds={route.path.succeeds} />
    </div>
  );
}

function LegOfRoute({
  leg,
  number,
  route,
}: {
  readonly leg: Leg;
  readonly number: number;
  readonly route: PullRoute;
}) {
  const { title, hint } = legWords(leg.operation, route.path.image);
  const line = leg.reached ? "through" : "unused";
  return (
    <section aria-label={title}>
      <LegHeading number={number} line={line} title={title}>
        {leg.reached ? hint : "Not reached: containerd has given up before."}
      </LegHeading>
      {leg.reached && (
        <ol aria-label={`Endpoints, in order: ${title}`}>
          {leg.stops.map((stop, index) => (
            <StopRow
              key={index}
              stop={stop}
              look={endpointLook(stop.source, route.file?.origin.kind ?? "kublr")}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

/** What an operation is for. */
export function legWords(
  operation: Leg["operation"],
  image: { readonly tag: string | null; readonly digest: string | null },
) {
  if (operation === "pull") {
    return {
      title: "Pull manifest and blobs",
      hint: "By digest. Every endpoint of the file is asked in order, whatever its capabilities.",
    };
  }
  if (image.digest === null) {
    return {
      title: `Resolve the tag ${image.tag}`,
      hint: "Which digest is it? Only endpoints that may resolve are asked.",
    };
  }
  return { title: "Look up the digest", hint: "Only endpoints that may be pulled from are asked." };
}

interface LegHeadingProps {
  readonly number: number;
  readonly line: "start" | "through" | "unused";
  readonly title: string;
  readonly children: ReactNode;
}

/** Where an operation begins on the route. */
export function LegHeading({ number, line, title, children }: LegHeadingProps) {
  return (
    <RailRow
      line={line}
      marker={
        <Marker className="border border-line-strong bg-sunken text-xs font-semibold text-ink-2">
          {number}
        </Marker>
      }
    >
      <div className="px-1.5 pt-1.5 pb-2">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-xs text-ink-2">{children}</p>
      </div>
    </RailRow>
  );
}

function Terminus({ succeeds }: { readonly succeeds: boolean }) {
  const Icon = succeeds ? Check : X;
  return (
    <RailRow
      line="end"
      marker={
        <Marker
          className={classes(
            "border",
            succeeds ? "border-ink bg-ink text-surface" : "border-error bg-error text-surface",
          )}
        >
          <Icon className="size-4" />
        </Marker>
      }
    >
      <p className={classes("px-1.5 pt-1.5 font-medium", !succeeds && "text-error")}>
        {succeeds
          ? "The image is on the node"
          : "The pull fails: the kubelet reports ErrImagePull and tries again later"}
      </p>
    </RailRow>
  );
}
