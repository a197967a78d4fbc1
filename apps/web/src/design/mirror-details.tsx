import { readsHostsField } from "@lookinglass/containerd";
import {
  type Diagnostic,
  type HostsEntry,
  hasPath,
  type Mirror,
  type MirrorField,
  requestRoot,
} from "@lookinglass/designer";
import { type ReactNode, useId } from "react";
import type { EditOutcome } from "../document/edit-queue.js";
import { classes } from "../ui/classes.js";
import { type MirrorPart, partOf } from "./entry-problems.js";
import { type ToldProblems, useTold } from "./field-problem.js";
import { Flag } from "./flag.js";
import { LiveField } from "./live-field.js";
import { Capabilities } from "./mirror-capabilities.js";
import { Certificates } from "./mirror-certificates.js";
import { Headers } from "./mirror-headers.js";
import type { MirrorRowProps } from "./mirror-row.js";

interface MirrorDetailsProps extends MirrorRowProps {
  readonly entry: Extract<HostsEntry, { readonly kind: "mirror" }>;
  /** What the row is, in the middle of a sentence: "mirror 2". */
  readonly name: string;
}

/** What the details of a mirror need to show a part of it and to change it. */
export interface MirrorPartProps {
  readonly mirror: Mirror;
  readonly name: string;
  readonly isKept: (field: MirrorField) => boolean;
  readonly onSet: (values: Partial<Mirror>, mergeKey?: string) => Promise<EditOutcome>;
  /** What is wrong with the part. */
  readonly told: Omit<ToldProblems, "list">;
}

/** Everything about one mirror; each problem stands at the part that it is about. */
export function MirrorDetails(props: MirrorDetailsProps) {
  const { entry, name, index, problems, containerdVersion, onChange } = props;
  const onSet: MirrorPartProps["onSet"] = (set, mergeKey) =>
    onChange({ kind: "set-mirror", index, set }, mergeKey && `${mergeKey} ${index}`);
  const isKept = (field: MirrorField) => entry.keptFields.includes(field);
  const part = { mirror: entry.mirror, name, isKept, onSet };
  return (
    <div className="space-y-3 text-xs text-ink-2">
      <Part problems={ofPart(problems, "url")}>{(told) => <Url {...part} told={told} />}</Part>
      <Part problems={ofPart(problems, "capabilities")}>
        {(told) => <Capabilities {...part} told={told} />}
      </Part>
      <Part
        problems={readsHostsField("dial_timeout", containerdVersion) ? ofPart(problems, "dialTimeout") : []}
      >
        {(told) => <DialTimeout {...part} told={told} containerdVersion={containerdVersion} />}
      </Part>
      <Part problems={ofPart(problems, "tls")}>{(told) => <Certificates {...part} told={told} />}</Part>
      <Part problems={ofPart(problems, "headers")}>{(told) => <Headers {...part} told={told} />}</Part>
      <Part problems={ofPart(problems, "other")}>{() => <Kept texts={entry.kept} />}</Part>
    </div>
  );
}

function ofPart(problems: readonly Diagnostic[], part: MirrorPart): readonly Diagnostic[] {
  return problems.filter((problem) => partOf(problem) === part);
}

interface PartProps {
  readonly problems: readonly Diagnostic[];
  readonly children: (told: ToldProblems) => ReactNode;
}

/** A part of a mirror, and below it what is wrong with it. */
function Part({ problems, children }: PartProps) {
  const told = useTold(problems);
  return (
    <div>
      {children(told)}
      {told.list}
    </div>
  );
}

function Url({ mirror, name, isKept, onSet, told }: MirrorPartProps) {
  const { url, overridePath } = mirror;
  return (
    <>
      <LiveField
        aria-label={`URL of ${name}`}
        aria-invalid={told.invalid}
        aria-describedby={told.describedBy}
        value={url}
        write={(next) => onSet({ url: next.trim() }, "url")}
        className="w-full"
      />
      <div className="mt-1 flex flex-wrap items-center gap-x-4">
        <Flag
          label="Override path"
          checked={overridePath === true}
          disabled={isKept("overridePath")}
          onSet={(on) => onSet({ overridePath: on ? true : null })}
        />
        <span className="text-ink-3">
          {overridePath ? "no /v2 is appended" : "off: /v2 is appended to the path"}
        </span>
      </div>
      {(hasPath(url) || overridePath === true) && (
        <p className="mt-0.5 text-ink-3">
          Asks <span className="font-mono break-all">{requestRoot(url, overridePath === true)}/…</span>. With
          override path: Harbor <span className="font-mono">/v2/PROJECT</span>, Artifactory and ECR{" "}
          <span className="font-mono">/v2/REPOSITORY</span>. Without: Nexus{" "}
          <span className="font-mono">/repository/NAME</span>.
        </p>
      )}
    </>
  );
}

function DialTimeout({
  mirror,
  name,
  isKept,
  onSet,
  told,
  containerdVersion,
}: MirrorPartProps & { readonly containerdVersion: string }) {
  const id = useId();
  const { dialTimeout } = mirror;
  const reads = readsHostsField("dial_timeout", containerdVersion);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <label htmlFor={id}>Dial timeout</label>
      <LiveField
        id={id}
        aria-label={`Dial timeout of ${name}`}
        aria-invalid={told.invalid}
        aria-describedby={classes(`${id}-note`, told.describedBy)}
        value={dialTimeout ?? ""}
        placeholder="30s"
        disabled={isKept("dialTimeout")}
        write={(text) => onSet({ dialTimeout: text.trim() === "" ? null : text.trim() }, "dial")}
        className="h-6.5 w-18"
      />
      <span id={`${id}-note`} className={reads ? "text-ink-3" : "text-warning"}>
        {reads
          ? dialTimeout === null
            ? "without it a mirror that is down costs 30 s per blob"
            : "then the next mirror is tried"
          : `containerd ${containerdVersion} ignores it: while the mirror is down, 30 s per blob. 2.0.7, 2.1 and later read it.`}
      </span>
    </div>
  );
}

/** Lines of the mirror that have no form. */
function Kept({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className="text-ink-3">
      Kept as written, because it has no form here:
      <pre className="mt-1 rounded-md bg-sunken p-2 font-mono break-words whitespace-pre-wrap">
        {texts.join("\n")}
      </pre>
    </div>
  );
}
