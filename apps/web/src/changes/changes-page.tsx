import { Undo2, X } from "lucide-react";
import { type RefObject, useRef } from "react";
import { DiffView } from "../diff/diff-view.js";
import { useDocument } from "../document/document-context.js";
import { originText } from "../document/origin-text.js";
import type { ShownInspection } from "../engine/shown-inspection.js";
import { StaleNotice } from "../looking-glass/stale-notice.js";
import { Button, IconButton } from "../ui/button.js";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import { useToast } from "../ui/toasts.js";
import { NodeChanges } from "./node-changes-list.js";
import { changesSummary } from "./summary.js";
import { type Changes, useChanges } from "./use-changes.js";

interface ChangesPageProps {
  /** Of the text as it is now, or of the last one that could be read. */
  readonly shown: ShownInspection | null;
  readonly text: string;
  readonly onClose: () => void;
}

/** What has changed since the document was opened: in the YAML, and in the files of every role. */
export default function ChangesPage({ shown, text, onClose }: ChangesPageProps) {
  const { baseline, settings, store } = useDocument();
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const changes = useChanges(baseline, text, settings, shown?.inspection.analysis ?? null);
  const backToOpened = () => {
    toast("Back to the text as it was opened.", store.replace(baseline));
    // The button goes away with the changes.
    heading.current?.focus();
  };
  const isChanged = text !== baseline;
  return (
    <section aria-label="Changes" className="@container h-full overflow-auto bg-surface">
      <div className="mx-auto max-w-[1180px] px-4 pt-5 pb-10 @min-[700px]:px-6">
        <header className="flex items-start gap-x-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-3">
            <Title heading={heading} changes={changes} isChanged={isChanged} />
            {isChanged && (
              <Button icon={Undo2} onClick={backToOpened}>
                Back to the opened text
              </Button>
            )}
          </div>
          <IconButton icon={X} label="Close the changes" onClick={onClose} />
        </header>
        {isChanged ? (
          <Details changes={changes} stale={shown?.stale ?? false} before={baseline} after={text} />
        ) : (
          <Unchanged onClose={onClose} />
        )}
      </div>
    </section>
  );
}

interface TitleProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly changes: Changes;
  readonly isChanged: boolean;
}

function Title({ heading, changes: { yaml, nodes }, isChanged }: TitleProps) {
  const { origin } = useDocument();
  return (
    <div className="min-w-0">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        Changes
      </h2>
      <p
        className={classes("mt-0.5 text-ink-2", isChanged && "min-h-9 @min-[700px]:min-h-0")}
        aria-live="polite"
      >
        {isChanged && (nodes ? `${changesSummary(yaml, nodes)}.` : "Comparing with the opened text…")}
      </p>
      <p className="mt-0.5 text-xs text-ink-3">Since it was opened: {originText(origin)}</p>
    </div>
  );
}

function Unchanged({ onClose }: { readonly onClose: () => void }) {
  return (
    <div className="mx-auto mt-20 max-w-96 text-center text-ink-2">
      <p className="font-medium text-ink">Nothing has changed</p>
      <p className="mt-1">
        The text is as it was opened. What you change, in the forms or in the YAML, is listed here: the lines,
        and the files that differ on each role.
      </p>
      <Button onClick={onClose} className="mt-4">
        Go on designing
      </Button>
    </div>
  );
}

interface DetailsProps {
  readonly changes: Changes;
  readonly stale: boolean;
  readonly before: string;
  readonly after: string;
}

function Details({ changes: { yaml, nodes, opened, failure }, stale, before, after }: DetailsProps) {
  return (
    <>
      <section aria-labelledby="changes-yaml" className="mt-6">
        <h3 id="changes-yaml" className="flex items-baseline gap-3 text-base font-semibold">
          YAML
          <span className="font-mono text-xs font-normal">
            <span className="text-added">+{yaml.added}</span>{" "}
            <span className="text-removed">−{yaml.removed}</span>
          </span>
        </h3>
        <div className="mt-2 overflow-hidden rounded-md border border-line">
          <DiffView
            label="YAML as it was opened and now"
            before={before}
            after={after}
            titles={{ before: "As it was opened", after: "Now" }}
          />
        </div>
      </section>
      <section aria-labelledby="changes-nodes" className="mt-8">
        <h3 id="changes-nodes" className="text-base font-semibold">
          Files on the nodes
        </h3>
        {stale && <StaleNotice className="mt-2" />}
        {failure && (
          <Notice severity="error" className="mt-2">
            The engine failed: {failure.message}
          </Notice>
        )}
        {opened?.roles.length === 0 && (
          <Notice severity="info" className="mt-2">
            The opened text held no cluster that could be read: every file is new.
          </Notice>
        )}
        {nodes && <NodeChanges changes={nodes} />}
      </section>
    </>
  );
}
