import type { CreatedShare } from "@lookinglass/api-contract";
import { CopyButton } from "../ui/copy-button.js";
import { MONO_INPUT } from "../ui/fields.js";
import { dayText } from "./expiry.js";

/** The form that had the focus is gone: the link takes it. */
const focus = (input: HTMLInputElement | null) => input?.focus();

/** The link of a new share. */
export function CreatedLink({ share }: { readonly share: CreatedShare }) {
  const url = new URL(`/s/${share.id}`, window.location.origin).href;
  return (
    <div className="space-y-2">
      <label htmlFor="share-link">The link, good until {dayText(share.expiresAt)}</label>
      <div className="flex gap-2">
        <input
          id="share-link"
          ref={focus}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
          className={`${MONO_INPUT} flex-1`}
        />
        <CopyButton labelled label="Copy link" text={url} />
      </div>
      <a href={url} target="_blank" rel="noreferrer" className="inline-block text-xs text-focus underline">
        Open it in a new tab
      </a>
    </div>
  );
}
