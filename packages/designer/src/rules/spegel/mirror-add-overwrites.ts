import { SPEGEL_ENABLED } from "../../agent/spegel-state.js";
import type { NodeFile, SpecPath } from "../../analysis.js";
import type { Preview, RolePreview } from "../../preview.js";
import { MIRROR_ADD } from "../../spegel/chart.js";
import { editChartValues } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";

export const mirrorAddOverwrites: Rule = {
  code: "spegel/mirror-add-overwrites",
  severity: "warning",
  when:
    "chart deployed, containerdMirrorAdd not false, and extensions produce files under certs.d: every one of them is " +
    "moved to `_backup` when Spegel starts, per-registry files too; names each file and role",
  explanation:
    "With containerdMirrorAdd on (the default), Spegel moves everything under /etc/containerd/certs.d to _backup when it " +
    "first starts on a node, and writes its own files. Your files work until then and are inactive from then on. " +
    "Either set containerdMirrorAdd to false, so that your files stay, or disable Spegel.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    const affected = preview.roles
      .map((role) => ({ role, files: replacedExtensions(role) }))
      .filter(({ files }) => files.length > 0);
    const first = affected[0]?.files[0];
    if (!first) return;
    yield {
      message: message(affected),
      path: first.origin.path ?? [],
      atKey: true,
      roles: affected.map(({ role }) => role.role.id),
      fixes: fixes(preview),
    };
  },
};

type Affected = readonly { readonly role: RolePreview; readonly files: readonly NodeFile[] }[];

/** The extensions' files that Spegel moves aside on the role's nodes, as they were before. */
function replacedExtensions({ phases }: RolePreview): NodeFile[] {
  const running = phases.find(({ id }) => id === "running");
  return (running?.files ?? []).filter(
    ({ state, origin }) => state === "backup" && origin.kind === "extension",
  );
}

function message(affected: Affected): string {
  const rolesByFile = new Map<string, string[]>();
  for (const { role, files } of affected) {
    for (const { replaced } of files) {
      if (!replaced) continue;
      rolesByFile.set(replaced.path, [...(rolesByFile.get(replaced.path) ?? []), role.role.id]);
    }
  }
  const names = [...rolesByFile].map(([path, roles]) => `${path} (on ${roles.join(", ")})`);
  const [are, them] = names.length > 1 ? ["are", "them"] : ["is", "it"];
  return `When Spegel starts, ${list(names)} ${are} moved to _backup and containerd no longer reads ${them}.`;
}

function list(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

function fixes({ chart, roles }: Preview): FindingFix[] {
  const off = editChartValues(chart.config, chart.helmValues, [{ path: MIRROR_ADD, value: false }]);
  const enabledAt: SpecPath[] = [
    ["spec", "kublrAgentConfig", ...SPEGEL_ENABLED],
    ...roles.flatMap(({ spegel }) => {
      const { kind, path } = spegel.from.integrationEnabled;
      return kind === "group" && path ? [path] : [];
    }),
  ];
  return [
    { name: "mirror-add-off", title: "Keep my files: set containerdMirrorAdd to false", edits: off },
    {
      name: "disable-spegel",
      title: "Disable Spegel for the whole cluster",
      edits: enabledAt.map((path) => ({ path, value: false })),
    },
  ];
}
