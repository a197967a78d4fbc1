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

/** A link that was made in this dialog. */
interface MadeLink extends CreatedShare {
  readonly of: LinkedSpec;
  /** It has been there since it was made. */
  readonly isNew: boolean;
}

/** Does whoever has the link see this? With another title it is another link. */
function isOf({ of: { spec, settings, title } }: MadeLink, shared: LinkedSpec): boolean {
  return spec === shared.spec && settings === shared.settings && title === shared.title;
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

/**
 * Stores a copy of the document on the server and gives the link to it, for as long as there is that copy and it is of
 * what is shared here; else another can be made.
 */
export function ShortLink({ shared, allowed, acknowledgeSecrets, onSelfContained }: ShortLinkProps) {
  const [expiresIn, setExpiresIn] = useState<ExpiresIn>("30d");
  const [links, changeLinks] = useOwnLinks();
  const [made, setMade] = useState<MadeLink | null>(null);
  const sharing = useMutation({ mutationFn: createShare, networkMode: "always" });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!allowed) return;
    const { spec, settings, title } = shared;
    const named = title === null ? {} : { title };
    const acknowledged = acknowledgeSecrets ? { acknowledgeSecrets } : {};
    const request = { spec, settings: forRequest(settings), expiresIn, ...named, ...acknowledged };
    const answer = await sharing.mutateAsync(request);
    if (!answer.ok) return;
    changeLinks((current) => [ownLink(answer.share, title), ...current]);
    setMade({ ...answer.share, of: shared, isNew: true });
  };
  const offered = made && isOf(made, shared) && links.some(({ id }) => id === made.id) ? made : null;
  // Whoever comes back to it, by the title that it has, goes on typing.
  if (made?.isNew && !offered) setMade({ ...made, isNew: false });
  return (
    <>
      {offered ? (
        <LinkField
          takesFocus={offered.isNew}
          label={`The link, good until ${dayText(offered.expiresAt)}`}
          url={shortLinkUrl(offered.id)}
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
