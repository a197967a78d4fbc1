import {
  type CreatedShare,
  type CreateShareRequest,
  createApiClient,
  type ExpiresIn,
  type Problem,
} from "@lookinglass/api-contract/client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.js";
import { Segmented } from "../ui/segmented.js";
import { dayText, EXPIRIES } from "./expiry.js";
import type { LinkedSpec } from "./link/write-link.js";
import { LinkField } from "./link-field.js";
import { OwnLinkList } from "./own-link-list.js";
import { type OwnLink, shortLinkUrl, useOwnLinks } from "./own-links.js";
import { Refusal } from "./refusal.js";

interface ShortLinkProps {
  readonly shared: LinkedSpec;
  /** Nothing in the text stands against sharing it. */
  readonly allowed: boolean;
  readonly acknowledgeSecrets: boolean;
  /** Makes a link that needs no server instead. */
  readonly onSelfContained: () => void;
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
function forRequest(settings: LinkedSpec["settings"]) {
  return settings as NonNullable<CreateShareRequest["settings"]>;
}

/** Stores a copy of the document on the server and gives the link to it. */
export function ShortLink({ shared, allowed, acknowledgeSecrets, onSelfContained }: ShortLinkProps) {
  const [expiresIn, setExpiresIn] = useState<ExpiresIn>("30d");
  const [links, changeLinks] = useOwnLinks();
  const sharing = useMutation({ mutationFn: createShare, networkMode: "always" });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!allowed) return;
    const { spec, settings, title } = shared;
    const named = title === null ? {} : { title };
    const acknowledged = acknowledgeSecrets ? { acknowledgeSecrets } : {};
    const request = { spec, settings: forRequest(settings), expiresIn, ...named, ...acknowledged };
    const answer = await sharing.mutateAsync(request);
    if (answer.ok) changeLinks((current) => [ownLink(answer.share, title), ...current]);
  };
  const created = sharing.data?.ok ? sharing.data.share : null;
  return (
    <>
      {created ? (
        <LinkField
          takesFocus
          label={`The link, good until ${dayText(created.expiresAt)}`}
          url={shortLinkUrl(created.id)}
        />
      ) : (
        <form onSubmit={submit} className="space-y-4">
          <div>
            <p className="mb-1">Expires after</p>
            <Segmented label="Expires after" value={expiresIn} options={EXPIRIES} onChange={setExpiresIn} />
          </div>
          {sharing.data?.ok === false && (
            <Refusal problem={sharing.data.problem} onSelfContained={onSelfContained} />
          )}
          <Button
            type="submit"
            look="primary"
            disabled={!allowed || sharing.isPending}
            aria-busy={sharing.isPending}
            className="w-full"
          >
            {sharing.isPending ? "Creating the link…" : "Create link"}
          </Button>
        </form>
      )}
      <OwnLinkList links={links} onChange={changeLinks} />
    </>
  );
}

function ownLink({ id, expiresAt, deleteToken }: CreatedShare, title: string | null): OwnLink {
  return { id, title, expiresAt, deleteToken };
}
