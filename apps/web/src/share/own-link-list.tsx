import { createApiClient, NO_ANSWER, type Problem } from "@lookinglass/api-contract/client";
import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../ui/button.js";
import { CopyButton } from "../ui/copy-button.js";
import { useToast } from "../ui/toasts.js";
import { dayText } from "./expiry.js";
import { type OwnLink, shortLinkUrl } from "./own-links.js";

interface OwnLinkListProps {
  readonly links: readonly OwnLink[];
  readonly onChange: (change: (links: readonly OwnLink[]) => readonly OwnLink[]) => void;
}

/** The short links made in this browser, each with a way to take it back. */
export function OwnLinkList({ links, onChange }: OwnLinkListProps) {
  if (links.length === 0) return null;
  const forget = (id: string) => onChange((current) => current.filter((link) => link.id !== id));
  return (
    <section aria-labelledby="own-links">
      <h3 id="own-links" className="font-semibold">
        Your short links
      </h3>
      <p className="text-xs text-ink-3">Kept in this browser alone, with what it takes to delete them.</p>
      <ul className="mt-1.5 max-h-48 divide-y divide-line overflow-auto border-y border-line">
        {links.map((link) => (
          <li key={link.id}>
            <OwnLinkRow link={link} onGone={() => forget(link.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnLinkRow({ link, onGone }: { readonly link: OwnLink; readonly onGone: () => void }) {
  const [asking, setAsking] = useState(false);
  const { remove, isRemoving } = useRemoval(link, onGone);
  const name = link.title ?? "Untitled";
  const url = shortLinkUrl(link.id);
  if (asking) {
    return (
      <fieldset aria-label={`Delete ${name}`} className="flex flex-wrap items-center gap-2 py-1.5">
        <p className="min-w-0 flex-1">Delete this link for good? Whoever has it sees nothing any more.</p>
        <Button small autoFocus onClick={() => setAsking(false)}>
          Keep
        </Button>
        <Button small look="primary" disabled={isRemoving} onClick={remove}>
          {isRemoving ? "Deleting…" : "Delete"}
        </Button>
      </fieldset>
    );
  }
  return (
    <div className="flex items-center gap-1 py-1">
      <a href={url} target="_blank" rel="noreferrer" className="min-w-0 flex-1 truncate hover:underline">
        {name}
      </a>
      <span className="shrink-0 text-xs text-ink-3">until {dayText(link.expiresAt)}</span>
      <CopyButton label={`Copy the link ${name}`} text={url} />
      <IconButton small icon={Trash2} label={`Delete the link ${name}`} onClick={() => setAsking(true)} />
    </div>
  );
}

const api = createApiClient();

async function deleteShare({ id, deleteToken }: OwnLink): Promise<Problem | null> {
  const answer = await api.deleteShare(id, deleteToken);
  return answer.ok ? null : answer.problem;
}

/** Deletes a link on the server; one that is gone there already is forgotten here too. */
function useRemoval(link: OwnLink, onGone: () => void) {
  const toast = useToast();
  const removal = useMutation({ mutationFn: deleteShare, networkMode: "always" });
  const remove = async () => {
    const problem = await removal.mutateAsync(link);
    if (problem?.type === NO_ANSWER) return toast("Not deleted: the server does not answer.");
    if (problem && problem.status !== 404 && problem.status !== 410) {
      return toast(`Not deleted: ${problem.detail}`);
    }
    toast("Deleted the link.");
    onGone();
  };
  return { remove, isRemoving: removal.isPending };
}
