import type { ContainerRuntime, Role } from "@lookinglass/designer";
import { INPUT } from "../ui/fields.js";
import type { AssumptionsProps } from "./assumptions.js";
import { CommittedField } from "./committed-field.js";
import { readAddresses, withAddresses, withRuntime } from "./settings-changes.js";

const RUNTIMES: readonly ContainerRuntime[] = ["containerd", "cri-o", "other"];

/** Sample addresses and container runtime of each role. */
export function NodeAssumptions({ analysis, settings, onChange }: AssumptionsProps) {
  return (
    <table className="w-full text-left text-xs">
      <caption className="pt-1 pb-1.5 text-left font-medium">
        Sample nodes; the files shown are those of the first address
      </caption>
      <thead className="text-ink-3">
        <tr>
          <th className="pb-1 font-normal">Role</th>
          <th className="pb-1 font-normal">Addresses</th>
          <th className="pb-1 font-normal">Runtime</th>
        </tr>
      </thead>
      <tbody>
        {analysis.roles.map((role) => (
          <tr key={role.id}>
            <th scope="row" title={role.title} className="max-w-22 truncate py-0.5 pr-2 font-normal">
              {role.title}
            </th>
            <td className="py-0.5 pr-2">
              <CommittedField
                aria-label={`Addresses of ${role.title}`}
                value={settings.nodeAddresses?.[role.id]?.join(", ") ?? ""}
                placeholder={addressesOf(role)}
                faultOf={(text) =>
                  readAddresses(text) === null ? "IP addresses, with commas between them." : null
                }
                onCommit={(text) => onChange(withAddresses(settings, role.id, readAddresses(text) ?? []))}
                className="w-full"
              />
            </td>
            <td className="py-0.5">
              <select
                aria-label={`Container runtime of ${role.title}`}
                value={role.runtime}
                onChange={(event) => {
                  const runtime = RUNTIMES.find((known) => known === event.target.value);
                  if (runtime) onChange(withRuntime(settings, role.id, runtime));
                }}
                className={`${INPUT} px-1.5 text-xs`}
              >
                {RUNTIMES.map((runtime) => (
                  <option key={runtime}>{runtime}</option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function addressesOf({ sampleNodes }: Role): string {
  return sampleNodes.map(({ address }) => address).join(", ");
}
