import { SPEGEL_ENABLED } from "../../agent/spegel-state.js";
import type { SpecPath } from "../../analysis.js";
import { counted, listed } from "../../bounded-text.js";
import { oncePer } from "../../memoised.js";
import type { Preview, RolePreview } from "../../preview.js";
import { MIRROR_ADD } from "../../spegel/chart.js";
import { type ChartValueChange, editChartValues } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { KEEPING_TITLES } from "./keeping-titles.js";
import { keepingValues, type SetAsideFile, setAsideFiles } from "./kept-files.js";

export const mirrorAddOverwrites: Rule = {
  code: "spegel/mirror-add-overwrites",
  severity: "warning",
  when:
    "chart deployed, containerdMirrorAdd not false, and extensions produce files under certs.d: every one of them is " +
    "moved to `_backup` when Spegel starts, per-registry files too; lists each file",
  explanation:
    "With containerdMirrorAdd on (the default), Spegel moves everything under /etc/containerd/certs.d to _backup when it " +
    "first starts on a node, and writes its own files. Your files work until then and are inactive from then on. " +
    "Either set containerdMirrorAdd to false, so that your files stay, or disable Spegel; with prependExisting Spegel keeps " +
    "the [host] tables of the registries in mirroredRegistries.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    const affected = preview.roles
      .map((role) => ({ role, files: lostFiles(preview, role) }))
      .filter(({ files }) => files.length > 0);
    const first = affected[0]?.files[0]?.one;
    if (!first) return;
    const files = [...new Set(affected.flatMap((one) => one.files.map(({ path }) => path)))];
    yield {
      message: message(files, affected, preview.roles.length),
      items: files,
      path: first.template.specPath,
      atKey: true,
      roles: affected.map(({ role }) => role.role.id),
      fixes: () => keepingFixes(preview),
    };
  },
};

type Affected = readonly { readonly role: RolePreview; readonly files: readonly SetAsideFile[] }[];

function lostFiles(preview: Preview, role: RolePreview): SetAsideFile[] {
  return setAsideFiles(preview, role).filter(({ isKept }) => !isKept);
}

function message(files: readonly string[], affected: Affected, roles: number): string {
  const isOne = files.length === 1;
  const what = files.length > MOST_NAMED ? `${counted(files.length)} files` : listed(files);
  return `${what} on ${onRoles(affected, roles)} ${isOne ? "is" : "are"} set aside when Spegel starts; containerd no longer reads ${isOne ? "it" : "them"}.`;
}

const MOST_NAMED = 3;

function onRoles(affected: Affected, roles: number): string {
  if (affected.length <= MOST_NAMED) return listed(affected.map(({ role }) => role.role.title));
  return affected.length === roles
    ? `all ${counted(roles)} roles`
    : `${counted(affected.length)} of ${counted(roles)} roles`;
}

/** The ways to keep the files, or what is in them. */
export const keepingFixes: (preview: Preview) => readonly FindingFix[] = oncePer((preview) => {
  const { config, helmValues } = preview.chart;
  const off = editChartValues(config, helmValues, [{ path: MIRROR_ADD, value: false }]);
  const keeping = keepingValues(preview);
  const prepend: FindingFix[] = keeping
    ? [
        {
          name: "prepend",
          title: KEEPING_TITLES.prepend(keeping.map(lastKey)),
          edits: editChartValues(config, helmValues, keeping),
        },
      ]
    : [];
  return [
    { name: "mirror-add-off", title: KEEPING_TITLES.mirrorAddOff, edits: off },
    {
      name: "disable-spegel",
      title: KEEPING_TITLES.disableSpegel,
      edits: disablingPaths(preview).map((path) => ({ path, value: false })),
    },
    ...prepend,
  ];
});

function lastKey({ path }: ChartValueChange): string {
  return `${path.at(-1)}`;
}

/** A group's own setting would overrule the cluster's. */
function disablingPaths({ roles }: Preview): SpecPath[] {
  const ofGroups = roles.flatMap(({ spegel }) => {
    const { kind, path } = spegel.from.integrationEnabled;
    return kind === "group" && path ? [path] : [];
  });
  return [["spec", "kublrAgentConfig", ...SPEGEL_ENABLED], ...ofGroups];
}
