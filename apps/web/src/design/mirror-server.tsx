import { type HostsContent, ownServer, type ServerMeaning, serverMeaning } from "@lookinglass/designer";
import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import { useId, useState } from "react";
import { ORIGINS } from "../ui/origin.js";
import { LiveField } from "./live-field.js";
import type { ChangeMirrors } from "./mirror-list.js";

interface ServerRowProps {
  readonly directory: string | null;
  readonly hosts: Extract<HostsContent, { readonly form: "structured" }>;
  readonly readOnly: boolean;
  readonly onChange: ChangeMirrors;
}

/** Whom containerd asks when no mirror has the image: `server`, or the image's own registry. */
export function ServerRow({ directory, hosts, readOnly, onChange }: ServerRowProps) {
  const { server, serverKept } = hosts;
  const registry = directory === null || directory === "_default" ? "the image’s own registry" : directory;
  const last = serverKept ? "as the template writes it" : server === null ? registry : server;
  return (
    <Collapsible.Root className="mt-1.5 rounded-md border border-dashed border-line">
      <Collapsible.Trigger className="group flex min-h-8 w-full items-center gap-2 rounded-md py-1 pr-2 pl-2.5 text-left text-xs">
        <span className="w-11 shrink-0 text-ink-3">At last</span>
        <span className={`size-1.5 shrink-0 rounded-full ${ORIGINS.upstream.dot}`} />
        <span title={last} className={server === null ? "truncate text-ink-2" : "truncate font-mono"}>
          {last}
        </span>
        <ChevronRight
          aria-hidden
          className="ml-auto size-3.5 shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-90"
        />
      </Collapsible.Trigger>
      <Collapsible.Content className="border-t border-line px-2.5 py-2 text-xs text-ink-2">
        {serverKept ? (
          <p>The template writes server in a way that this form cannot change: edit it as text.</p>
        ) : (
          <fieldset disabled={readOnly} className="min-w-0">
            <ServerChoice directory={directory} registry={registry} server={server} onChange={onChange} />
          </fieldset>
        )}
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

interface ServerChoiceProps {
  readonly directory: string | null;
  /** In the middle of a sentence. */
  readonly registry: string;
  readonly server: string | null;
  readonly onChange: ChangeMirrors;
}

function ServerChoice({ directory, registry, server, onChange }: ServerChoiceProps) {
  const id = useId();
  // Nothing is written before there is a server to write: half a URL would void the file.
  const [isAsked, setAsked] = useState(false);
  const set = (next: string | null, mergeKey?: string) => {
    setAsked(next === null ? false : isAsked);
    void onChange({ kind: "set-server", server: next }, mergeKey);
  };
  const own = directory === null || directory === "_default" ? null : ownServer(directory);
  const isOther = server !== null || isAsked;
  const choose = () => (own === null ? setAsked(true) : set(own));
  return (
    <fieldset aria-label="Asked last" className="space-y-1">
      <label className="flex min-h-6 items-center gap-1.5">
        <input
          type="radio"
          name={id}
          checked={!isOther}
          onChange={() => set(null)}
          className="size-3.5 accent-ink"
        />
        No server in the file: {registry} is asked last.
      </label>
      <label className="flex min-h-6 items-center gap-1.5">
        <input type="radio" name={id} checked={isOther} onChange={choose} className="size-3.5 accent-ink" />
        This server is asked last:
      </label>
      {isOther && (
        <>
          <LiveField
            aria-label="Server"
            aria-describedby={`${id}-meaning`}
            value={server ?? ""}
            placeholder="https://mirror.example.com"
            write={(text) => set(text.trim() === "" ? null : text.trim(), "server")}
            className="w-full"
          />
          <p id={`${id}-meaning`} className="text-ink-3">
            {server !== null && MEANINGS[serverMeaning(directory, server)](registry)}
          </p>
        </>
      )}
    </fieldset>
  );
}

const MEANINGS: Readonly<Record<ServerMeaning, (registry: string) => string>> = {
  own: (registry) => `The registry itself: as without it, ${registry} is asked last.`,
  other: (registry) => `Another one: ${registry} is never asked, even when no mirror has the image.`,
  all: () => "For every registry without a file of its own: their own registries are never asked.",
};
