import type { ConfigLayer, SpecPath } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import type { ContainerRuntime } from "../../analysis.js";
import { isMap } from "../../plain-data.js";
import type { RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { named } from "../short.js";

export const runtimeAssumed: Rule = {
  code: "spegel/runtime-assumed",
  severity: "info",
  when: "a value of an agent config looks like another runtime's (`cri-o`, `crio.sock`, `docker`), and containerd is assumed",
  explanation:
    "Nothing public says how a spec selects the nodes' container runtime, so the preview assumes containerd. With another " +
    "runtime Spegel is off by default, and nothing reads certs.d.",
  docs: docs.kublr,
  *check({ roles }): Iterable<Finding> {
    for (const { mention, roles: concerned } of mentionsOf(roles)) {
      const { path, text, runtime } = mention;
      yield {
        message: `${named(text)} looks like another runtime than containerd, which the preview assumes here.`,
        many: "values look like another runtime than containerd, which the preview assumes.",
        path,
        roles: concerned,
        fixes: () => [
          {
            name: runtime,
            title: `Assume ${runtime === "cri-o" ? "CRI-O" : "another runtime"} for these nodes`,
            edits: [],
            assume: { runtimes: Object.fromEntries(concerned.map((role) => [role, runtime])) },
          },
        ],
      };
    }
  },
};

interface Mention {
  readonly path: SpecPath;
  readonly text: string;
  readonly runtime: Exclude<ContainerRuntime, "containerd">;
}

/** Each mention with the roles that it holds for; those with another assumption aside. */
function mentionsOf(roles: readonly RolePreview[]): { mention: Mention; roles: string[] }[] {
  const byLayer = new Map<string, { layer: ConfigLayer; roles: string[] }>();
  for (const { role, config, runtime } of roles) {
    if (runtime !== "containerd") continue;
    for (const layer of config.layers) {
      const key = layer.path.join(".");
      const known = byLayer.get(key) ?? { layer, roles: [] };
      known.roles.push(role.id);
      byLayer.set(key, known);
    }
  }
  return [...byLayer.values()].flatMap(({ layer, roles: ids }) =>
    mentionsIn(layer.value, layer.path).map((mention) => ({ mention, roles: ids })),
  );
}

/** Alone, or with a version as kubelets report it: `cri-o://1.24.6`, `docker-20.10`. */
const CRI_O = /^cri[-_ ]?o(?:(?::\/\/|[-_ @])v?\d[\w.+-]*)?$|\bcrio\.sock\b/i;
const OTHER =
  /^(?:docker(?:[-_ ]?(?:ce|ee|shim|engine)|d)?|cri-dockerd|moby|rkt|rktlet|frakti|isulad?|podman)(?:(?::\/\/|[-_ @])v?\d[\w.+-]*)?$|\b(?:dockershim|cri-dockerd)(?:\.sock)?\b|\bdocker\.sock\b/i;
/** The runtime as an argument: `--container-runtime=docker`. */
const ARGUMENT = /^--container-runtime(?:-endpoint)?[= ](.+)$/;

/** Parts of a config that name images, files and labels of the user's own, or who logs in. */
const FOREIGN = new Set([
  ...["extensions", "labels", "annotations", "taints", HELM_VALUES.at(-1)],
  ...["image", "repository", "registry", "tag", "username", "user", "password"],
]);

function mentionsIn(value: unknown, path: SpecPath): Mention[] {
  if (typeof value === "string") {
    const runtime = runtimeOf(value);
    return runtime ? [{ path, text: value, runtime }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => mentionsIn(item, [...path, index]));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    typeof below === "object" || typeof below === "string"
      ? FOREIGN.has(key)
        ? []
        : mentionsIn(below, [...path, key])
      : [],
  );
}

function runtimeOf(text: string): Mention["runtime"] | null {
  if (text.length > MOST_CHARACTERS) return null;
  const word = (ARGUMENT.exec(text)?.[1] ?? text).trim();
  if (CRI_O.test(word)) return "cri-o";
  return OTHER.test(word) ? "other" : null;
}

/** A runtime's name or socket is short; a longer text is something else. */
const MOST_CHARACTERS = 200;
