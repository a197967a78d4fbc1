import { containerdReleases } from "@lookinglass/containerd";
import { chartReleases } from "@lookinglass/spegel";
import type { ReactNode } from "react";
import { INPUT } from "../ui/fields.js";
import { Segmented } from "../ui/segmented.js";
import type { AssumptionsProps } from "./assumptions.js";
import { CommittedField } from "./committed-field.js";
import { NodeAssumptions } from "./node-assumptions.js";
import { isAgentVersion, withSetting } from "./settings-changes.js";

/** Every assumption with its default and where its value comes from. */
export function AssumptionForm(props: AssumptionsProps) {
  return (
    <div className="space-y-3">
      <Versions {...props} />
      <NodeAssumptions {...props} />
    </div>
  );
}

function Versions({ analysis, settings, onChange }: AssumptionsProps) {
  const { settings: resolved } = analysis;
  return (
    <>
      <Row label="Spegel chart" from={resolved.from.spegelVersion} htmlFor="spegel-release">
        <ReleaseSelect
          id="spegel-release"
          releases={chartReleases.toReversed()}
          value={resolved.spegelVersion}
          onChange={(value) => onChange(withSetting(settings, "spegelVersion", value))}
        />
      </Row>
      <Row label="containerd" from={resolved.from.containerdVersion} htmlFor="containerd-release">
        <ReleaseSelect
          id="containerd-release"
          releases={Object.keys(containerdReleases.newest)}
          value={resolved.containerdVersion}
          onChange={(value) => onChange(withSetting(settings, "containerdVersion", value))}
        />
      </Row>
      <Row label="Kublr agent" from={resolved.from.agentVersion} htmlFor="agent-version">
        <CommittedField
          id="agent-version"
          value={settings.agentVersion ?? ""}
          placeholder={resolved.agentVersion}
          faultOf={(text) =>
            text === "" || isAgentVersion(text) ? null : "An agent's version is written like 1.32."
          }
          onCommit={(text) => onChange(withSetting(settings, "agentVersion", text === "" ? undefined : text))}
          className="w-36"
        />
      </Row>
      <Row label="Template functions" from={resolved.from.templateFunctions}>
        <Segmented
          label="Template functions"
          value={resolved.templateFunctions}
          options={[
            { value: "go", label: "Go" },
            { value: "sprig", label: "Go + Sprig" },
          ]}
          onChange={(value) => onChange(withSetting(settings, "templateFunctions", value))}
        />
      </Row>
    </>
  );
}

interface RowProps {
  readonly label: string;
  readonly from: "settings" | "spec" | "default";
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

const FROM = { settings: "set here", spec: "from the spec", default: "default" };

function Row({ label, from, htmlFor, children }: RowProps) {
  return (
    <div className="flex items-center justify-between gap-3">
      <div>
        {htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>}
        <span className="ml-2 text-xs text-ink-3">{FROM[from]}</span>
      </div>
      {children}
    </div>
  );
}

interface ReleaseSelectProps {
  readonly id: string;
  readonly releases: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ReleaseSelect({ id, releases, value, onChange }: ReleaseSelectProps) {
  const all = releases.includes(value) ? releases : [value, ...releases];
  return (
    <select
      id={id}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${INPUT} w-36`}
    >
      {all.map((release) => (
        <option key={release}>{release}</option>
      ))}
    </select>
  );
}
