import type { MirrorHeader } from "@lookinglass/designer";
import { isSecretHeader } from "@lookinglass/secrets";
import { Trash2 } from "lucide-react";
import { CommittedField } from "../shell/committed-field.js";
import { IconButton } from "../ui/button.js";
import { nameFault, valueFault } from "./header-text.js";
import type { MirrorPartProps } from "./mirror-details.js";
import { NewHeader } from "./new-header.js";

/** Headers that every request to a mirror carries. */
export function Headers({ mirror, name, isKept, onSet, told }: MirrorPartProps) {
  const headers = mirror.headers ?? [];
  const set = (next: readonly MirrorHeader[]) => onSet({ headers: next.length > 0 ? next : null });
  return (
    <fieldset
      aria-label={`Headers of ${name}`}
      aria-describedby={told.describedBy}
      disabled={isKept("headers")}
      className="min-w-0 space-y-1"
    >
      <p aria-hidden>Headers</p>
      {headers.map((header, index) => (
        <HeaderRow
          key={index}
          header={header}
          name={name}
          faultOf={(text) => nameFault(text, headers.toSpliced(index, 1))}
          onSet={(next) => set(headers.with(index, next))}
          onRemove={() => set(headers.toSpliced(index, 1))}
        />
      ))}
      <NewHeader name={name} headers={headers} onAdd={(added) => set([...headers, ...added])} />
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
  readonly faultOf: (name: string) => string | null;
  readonly onSet: (header: MirrorHeader) => void;
  readonly onRemove: () => void;
}

function HeaderRow({ header, name, faultOf, onSet, onRemove }: HeaderRowProps) {
  return (
    <div className="flex items-start gap-1">
      <CommittedField
        aria-label={`Name of header ${header.name} of ${name}`}
        value={header.name}
        faultOf={faultOf}
        onCommit={(text) => onSet({ ...header, name: text })}
        small
        className="w-2/5"
      />
      <div className="min-w-0 flex-1 space-y-1">
        {header.values.map((value, index) => (
          <CommittedField
            key={index}
            aria-label={`Value${index > 0 ? ` ${index + 1}` : ""} of header ${header.name} of ${name}`}
            value={value}
            faultOf={valueFault}
            onCommit={(text) => onSet({ ...header, values: header.values.with(index, text) })}
            small
          />
        ))}
      </div>
      <IconButton small icon={Trash2} label={`Remove header ${header.name} of ${name}`} onClick={onRemove} />
    </div>
  );
}
