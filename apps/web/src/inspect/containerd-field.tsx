import { containerdReleases, isContainerdVersion } from "@lookinglass/containerd";
import { useId } from "react";
import { CommittedField } from "../shell/committed-field.js";

interface ContainerdFieldProps {
  readonly value: string;
  readonly onChange: (version: string) => void;
}

/** The node's containerd release: any, the newest of each line offered. */
export function ContainerdField({ value, onChange }: ContainerdFieldProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-xs font-medium text-ink-2">
        containerd
      </label>
      <CommittedField
        id={id}
        list={`${id}-releases`}
        value={value}
        faultOf={(text) => (isContainerdVersion(text) ? null : "A release is written like 1.7 or 2.1.9.")}
        onCommit={onChange}
        className="w-26"
      />
      <datalist id={`${id}-releases`}>
        {Object.entries(containerdReleases.newest).map(([line, release]) => (
          <option key={line} value={release} />
        ))}
      </datalist>
    </div>
  );
}
