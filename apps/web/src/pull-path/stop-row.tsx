import { ChevronRight, Clock } from "lucide-react";
import { Collapsible } from "radix-ui";
import { classes } from "../ui/classes.js";
import { CopyButton } from "../ui/copy-button.js";
import { ORIGINS } from "../ui/origin.js";
import { type EndpointLook, OUTCOMES, secondsText } from "./outcomes.js";
import type { StopRequest } from "./planned.js";
import type { Stop } from "./pull-route.js";
import { Marker, RailRow } from "./rail.js";

interface StopRowProps {
  readonly stop: Pick<Stop, "endpoint" | "outcome" | "why" | "seconds" | "requests">;
  readonly look: EndpointLook;
  /** The line ends here. */
  readonly isLast?: boolean;
}

/** An endpoint on the route; it opens to the exact requests. */
export function StopRow({ stop, look, isLast }: StopRowProps) {
  const { endpoint, outcome, why, seconds, requests } = stop;
  const passedOver = outcome === "not-asked" || outcome === "skipped";
  return (
    <li>
      <Collapsible.Root>
        <RailRow
          line={isLast ? "end" : outcome === "not-asked" ? "unused" : "through"}
          marker={<OutcomeMarker outcome={outcome} look={look} />}
        >
          <div className="min-w-0 pb-2">
            <Collapsible.Trigger className="group flex w-full items-start gap-1.5 rounded-md px-1.5 py-1 text-left hover:bg-hover">
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
                  <span
                    className={classes(
                      "font-mono text-xs wrap-anywhere",
                      passedOver ? "text-ink-2" : "font-medium",
                    )}
                  >
                    {endpoint}
                  </span>
                  <EndpointChip look={look} />
                  <Outcome outcome={outcome} seconds={seconds} />
                </span>
                <span className="mt-0.5 block text-xs text-ink-2">{why}</span>
              </span>
              <ChevronRight
                aria-hidden
                className="mt-0.5 size-3.5 shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-90"
              />
            </Collapsible.Trigger>
            <Collapsible.Content>
              <Requests requests={requests} />
            </Collapsible.Content>
          </div>
        </RailRow>
      </Collapsible.Root>
    </li>
  );
}

function OutcomeMarker({
  outcome,
  look,
}: {
  readonly outcome: Stop["outcome"];
  readonly look: EndpointLook;
}) {
  const { icon: Icon, ink, ring } = OUTCOMES[outcome];
  const filled = look.colour === "plain" ? "border-ink bg-ink" : ORIGINS[look.colour].fill;
  const style =
    outcome === "answers"
      ? classes("border", filled, "text-surface")
      : classes("border-2 bg-surface", ring, ink);
  return (
    <Marker className={style}>
      <Icon className={outcome === "answers" ? "size-4" : "size-3"} />
    </Marker>
  );
}

function EndpointChip({ look: { title, colour } }: { readonly look: EndpointLook }) {
  const tint =
    colour === "plain" ? "bg-hover text-ink-2" : classes(ORIGINS[colour].soft, ORIGINS[colour].ink);
  return (
    <span
      className={classes(
        "rounded-sm border border-line/0 px-[5px] text-xs font-medium whitespace-nowrap",
        tint,
      )}
    >
      {title}
    </span>
  );
}

function Outcome({ outcome, seconds }: { readonly outcome: Stop["outcome"]; readonly seconds: number }) {
  const { word, ink } = OUTCOMES[outcome];
  return (
    <span
      className={classes(
        "flex items-center gap-2 @min-[420px]:ml-auto text-xs font-medium whitespace-nowrap",
        ink,
      )}
    >
      {seconds > 0 && (
        <span className="flex items-center gap-1">
          <Clock aria-hidden className="size-3" />
          {secondsText(seconds)} lost
        </span>
      )}
      {word}
    </span>
  );
}

function Requests({ requests }: { readonly requests: readonly StopRequest[] }) {
  return (
    <ul className="mx-1.5 mt-1 divide-y divide-line rounded-md border border-line bg-sunken">
      {requests.map(({ method, object, url }) => (
        <li key={object} className="flex items-start gap-2 py-1 pr-1 pl-2.5">
          <span className="w-16 shrink-0 py-1 text-xs text-ink-3">
            {object === "blob" ? "Each blob" : "Manifest"}
          </span>
          <code className="min-w-0 flex-1 py-1 font-mono text-xs wrap-anywhere">
            {method} {url}
          </code>
          <CopyButton label={`Copy the URL of the ${object}`} text={url} />
        </li>
      ))}
    </ul>
  );
}
