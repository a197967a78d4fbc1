import { type ReactNode, useEffect, useRef } from "react";
import { CopyButton } from "../ui/copy-button.js";
import { MONO_INPUT } from "../ui/fields.js";

interface LinkFieldProps {
  readonly label: ReactNode;
  /** Null while it is made: the field has its place already. */
  readonly url: string | null;
  /** In place of a link that is still made. */
  readonly pending?: string;
  /** The form that had the focus is gone: the link takes it. */
  readonly takesFocus?: boolean;
}

/** A link to copy or to open. */
export function LinkField({ label, url, pending, takesFocus = false }: LinkFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    // Who was in the field before the link finds it selected like everybody else.
    if (url !== null && document.activeElement === field.current) field.current?.select();
  }, [url]);
  return (
    <div className="space-y-2">
      <label htmlFor="share-link" className="block">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id="share-link"
          ref={field}
          readOnly
          value={url ?? ""}
          placeholder={pending}
          onFocus={(event) => event.target.select()}
          className={`${MONO_INPUT} flex-1`}
        />
        <CopyButton labelled label="Copy link" text={url} />
      </div>
      <a
        href={url ?? undefined}
        target="_blank"
        rel="noreferrer"
        className="inline-block text-xs text-focus underline"
      >
        Open it in a new tab
      </a>
    </div>
  );
}
