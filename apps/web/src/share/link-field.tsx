import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button.js";
import { MONO_INPUT } from "../ui/fields.js";

interface LinkFieldProps {
  readonly label: ReactNode;
  readonly url: string;
  /** The form that had the focus is gone: the link takes it. */
  readonly takesFocus?: boolean;
}

const focus = (input: HTMLInputElement | null) => input?.focus();

/** A link to copy or to open. */
export function LinkField({ label, url, takesFocus }: LinkFieldProps) {
  return (
    <div className="space-y-2">
      <label htmlFor="share-link">{label}</label>
      <div className="flex gap-2">
        <input
          id="share-link"
          ref={takesFocus ? focus : undefined}
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
