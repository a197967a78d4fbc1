import type { ClientCertificate } from "@lookinglass/designer";
import { Trash2 } from "lucide-react";
import { CommittedField } from "../shell/committed-field.js";
import { IconButton } from "../ui/button.js";
import { Flag } from "./flag.js";
import type { MirrorPartProps } from "./mirror-details.js";

const emptyPath = (text: string) => (text === "" ? "A path on the node; the bin takes the row away." : null);
const noFault = () => null;

/** How a mirror's certificate is checked, and the node's own. All are paths of files on the node. */
export function Certificates(props: MirrorPartProps) {
  const { mirror, isKept, onSet } = props;
  return (
    <div className="space-y-2">
      <CaFiles {...props} />
      <ClientCertificates {...props} />
      <div className="flex flex-wrap items-center gap-x-2">
        <Flag
          label="Skip verify"
          checked={mirror.skipVerify === true}
          disabled={isKept("skipVerify")}
          onSet={(on) => onSet({ skipVerify: on ? true : null })}
        />
        <span className="text-ink-3">
          {mirror.skipVerify ? "whoever answers there is believed" : "off: its certificate is checked"}
        </span>
      </div>
    </div>
  );
}

function CaFiles({ mirror, name, isKept, onSet, told }: MirrorPartProps) {
  const files = mirror.ca ?? [];
  const set = (ca: readonly string[]) => onSet({ ca: ca.length > 0 ? ca : null });
  return (
    <fieldset
      aria-label={`CA files of ${name}`}
      aria-describedby={told.describedBy}
      disabled={isKept("ca")}
      className="min-w-0 space-y-1"
    >
      <p aria-hidden>CA files on the node</p>
      {files.map((file, index) => (
        <div key={index} className="flex items-start gap-1">
          <CommittedField
            aria-label={`CA file ${index + 1} of ${name}`}
            value={file}
            faultOf={emptyPath}
            onCommit={(path) => set(files.with(index, path))}
            small
            className="flex-1"
          />
          <IconButton
            small
            icon={Trash2}
            label={`Remove CA file ${index + 1} of ${name}`}
            onClick={() => set(files.toSpliced(index, 1))}
          />
        </div>
      ))}
      <NewPath
        label={`New CA file of ${name}`}
        placeholder="/etc/containerd/certs/ca.pem"
        onAdd={(path) => set([...files, path])}
      />
    </fieldset>
  );
}

interface NewPathProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onAdd: (path: string) => void;
}

/** An empty field: what is entered becomes one more. */
function NewPath({ label, placeholder, onAdd }: NewPathProps) {
  return (
    <CommittedField
      aria-label={label}
      value=""
      placeholder={placeholder}
      faultOf={noFault}
      onCommit={(path) => path !== "" && onAdd(path)}
      small
    />
  );
}

function ClientCertificates({ mirror, name, isKept, onSet, told }: MirrorPartProps) {
  const pairs = mirror.client ?? [];
  const set = (client: readonly ClientCertificate[]) => onSet({ client: client.length > 0 ? client : null });
  return (
    <fieldset
      aria-label={`Client certificates of ${name}`}
      aria-describedby={told.describedBy}
      disabled={isKept("client")}
      className="min-w-0 space-y-1"
    >
      <p aria-hidden>Client certificate and key</p>
      {pairs.map((pair, index) => (
        <div key={index} className="flex items-start gap-1">
          <CommittedField
            aria-label={`Client certificate ${index + 1} of ${name}`}
            value={pair.certificate}
            faultOf={emptyPath}
            onCommit={(certificate) => set(pairs.with(index, { ...pair, certificate }))}
            small
            className="flex-1"
          />
          <CommittedField
            aria-label={`Key of client certificate ${index + 1} of ${name}`}
            value={pair.key ?? ""}
            placeholder="in the same file"
            faultOf={noFault}
            onCommit={(key) => set(pairs.with(index, { ...pair, key: key === "" ? null : key }))}
            small
            className="flex-1"
          />
          <IconButton
            small
            icon={Trash2}
            label={`Remove client certificate ${index + 1} of ${name}`}
            onClick={() => set(pairs.toSpliced(index, 1))}
          />
        </div>
      ))}
      <NewPath
        label={`New client certificate of ${name}`}
        placeholder="/etc/containerd/certs/client.pem"
        onAdd={(certificate) => set([...pairs, { certificate, key: null }])}
      />
    </fieldset>
  );
}
