import type { MirrorHeader } from "@lookinglass/designer";
import { isSecretHeader } from "@lookinglass/secrets";
import { Trash2 } from "lucide-react";
import { CommittedField } from "../shell/committed-field.js";
import { IconButton } from "../ui/button.js";
import type { MirrorPartProps } from "./mirror-details.js";

/** What RFC 9110 calls a token. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Headers that every request to a mirror carries. */
export function Headers({ mirror, name, isKept, onSet }: MirrorPartProps) {
  const headers = mirror.headers ?? [];
  const set = (next: readonly MirrorHeader[]) => onSet({ headers: next.length > 0 ? next : null });
  const isFree = (text: string, own?: MirrorHeader) =>
    HEADER_NAME.test(text) &&
    !headers.some((header) => header !== own && header.name.toLowerCase() === text.toLowerCase());
  return (
    <fieldset aria-label={`Headers of ${name}`} disabled={isKept("headers")} className="min-w-0 space-y-1">
      <p aria-hidden>Headers</p>
      {headers.map((header, index) => (
        <HeaderRow
          key={index}
          header={header}
          name={name}
          isFree={(text) => isFree(text, header)}
          onSet={(next) => set(headers.with(index, next))}
          onRemove={() => set(headers.toSpliced(index, 1))}
        />
      ))}
      <CommittedField
        aria-label={`New header of ${name}`}
        value=""
        placeholder="X-Name"
        isValid={(text) => text === "" || isFree(text)}
        onCommit={(text) => text !== "" && set([...headers, { name: text, values: [""] }])}
        className="h-6.5 w-full"
      />
      {headers.some(({ name: header, values }) => isSecretHeader(header, values)) && (
        <p className="text-warning">
          What stands here is a secret in a plain file on every node, and in the spec.
        </p>
      )}
    </fieldset>
  );
}

interface HeaderRowProps {
  readonly header: MirrorHeader;
  readonly name: string;
  readonly isFree: (text: string) => boolean;
  readonly onSet: (header: MirrorHeader) => void;
  readonly onRemove: () => void;
}

function HeaderRow({ header, name, isFree, onSet, onRemove }: HeaderRowProps) {
  return (
    <div className="flex items-start gap-1">
      <CommittedField
        aria-label={`Name of header ${header.name} of ${name}`}
        value={header.name}
        isValid={isFree}
        onCommit={(text) => onSet({ ...header, name: text })}
        className="h-6.5 w-2/5"
      />
      <div className="min-w-0 flex-1 space-y-1">
        {header.values.map((value, index) => (
          <CommittedField
            key={index}
            aria-label={`Value${index > 0 ? ` ${index + 1}` : ""} of header ${header.name} of ${name}`}
            value={value}
            isValid={() => true}
            onCommit={(text) => onSet({ ...header, values: header.values.with(index, text) })}
            className="h-6.5 w-full"
          />
        ))}
      </div>
      <IconButton small icon={Trash2} label={`Remove header ${header.name} of ${name}`} onClick={onRemove} />
    </div>
  );
}
