import type { CreatedShare, CreateShareRequest, ExpiresIn, Problem } from "@lookinglass/api-contract";
import { createApiClient } from "@lookinglass/api-contract";
import type { Settings } from "@lookinglass/designer";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.js";
import { Modal } from "../ui/dialog.js";
import { INPUT } from "../ui/fields.js";
import { Segmented } from "../ui/segmented.js";
import { CreatedLink } from "./created-link.js";
import { EXPIRIES } from "./expiry.js";
import { Refusal } from "./refusal.js";

interface ShareDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly text: string;
  readonly settings: Settings;
  readonly clusterName: string | null;
  /** Shows a line of the text in the editor. */
  readonly onReveal: (line: number) => void;
}

/** Stores a read-only copy of the document on the server and gives the link to it. */
export default function ShareDialog(props: ShareDialogProps) {
  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title="Share this preview"
      description="Whoever has the link sees the spec and its preview, read-only. The link stops working on the day you choose."
    >
      <ShareForm {...props} />
    </Modal>
  );
}

const api = createApiClient();

type ShareAnswer =
  | { readonly ok: true; readonly share: CreatedShare }
  | { readonly ok: false; readonly problem: Problem };

async function createShare(request: CreateShareRequest): Promise<ShareAnswer> {
  const answer = await api.createShare(request);
  return answer.ok ? { ok: true, share: answer.data } : { ok: false, problem: answer.problem };
}

/** The contract's types are not readonly, but a request is only serialised. */
function forRequest(settings: Settings) {
  return settings as NonNullable<CreateShareRequest["settings"]>;
}

function ShareForm({ text, settings, clusterName, onReveal }: ShareDialogProps) {
  const [title, setTitle] = useState(clusterName ?? "");
  const [expiresIn, setExpiresIn] = useState<ExpiresIn>("30d");
  const sharing = useMutation({ mutationFn: createShare });
  const send = (acknowledgeSecrets: boolean) => {
    const named = title.trim() === "" ? {} : { title: title.trim() };
    const acknowledged = acknowledgeSecrets ? { acknowledgeSecrets } : {};
    sharing.mutate({ spec: text, settings: forRequest(settings), expiresIn, ...named, ...acknowledged });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  if (sharing.data?.ok) return <CreatedLink share={sharing.data.share} />;
  return (
    <form onSubmit={submit} className="space-y-4">
      <label htmlFor="share-title" className="block">
        Title
        <input
          id="share-title"
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
          placeholder="What it shows"
          className={`${INPUT} mt-1 block w-full`}
        />
      </label>
      <div>
        <p className="mb-1">Expires after</p>
        <Segmented label="Expires after" value={expiresIn} options={EXPIRIES} onChange={setExpiresIn} />
      </div>
      {sharing.data && (
        <Refusal problem={sharing.data.problem} onReveal={onReveal} onShareAnyway={() => send(true)} />
      )}
      <Button type="submit" look="primary" disabled={sharing.isPending} className="w-full">
        {sharing.isPending ? "Creating the link…" : "Create link"}
      </Button>
    </form>
  );
}
