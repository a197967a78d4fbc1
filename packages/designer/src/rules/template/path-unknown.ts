import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../../agent/built-in-templates.js";
import { certsDTarget, extensionsOf } from "../../agent/extensions.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { isFreeTarget } from "./free-target.js";

export const pathUnknown: Rule = {
  code: "template/path-unknown",
  severity: "warning",
  when: "an extension path under certs.d that containerd never reads (`_default_`, a missing hosts.toml, a scheme, a path, a wildcard or capitals in the directory name, a name that no registry has)",
  explanation:
    "containerd looks for certs.d/<registry>/hosts.toml, where <registry> is the image's registry with its port, " +
    "and then for certs.d/_default/hosts.toml. It reads no other directory.",
  docs: docs.containerdHosts,
  *check(preview): Iterable<Finding> {
    for (const { role, config } of preview.roles) {
      for (const [key, extension] of Object.entries(extensionsOf(config))) {
        const path = valueAt(extension, ["path"]);
        const fault = typeof path === "string" ? pathFault(path) : null;
        const place = sourceOf(config, ["extensions", key, "path"])?.path;
        if (!fault || !place) continue;
        yield {
          message: fault.message,
          path: place,
          roles: [role.id],
          fixes: () =>
            fault.suggestion && isFreeTarget(preview, place, fault.suggestion)
              ? [
                  {
                    name: "correct-path",
                    title: `Write ${fault.suggestion}`,
                    edits: [{ path: place, value: CERTS_D_TEMPLATES + fault.suggestion }],
                  },
                ]
              : [],
        };
      }
    }
  },
};

const SPEGELS_OWN =
  "certs.d/_backup is where Spegel keeps what it has moved aside: containerd never reads it, and Spegel takes what is there for its backup.";

const WILDCARD =
  "containerd knows no wildcards: a directory of certs.d is named after one registry, or is _default, for all that have none.";

export interface PathFault {
  readonly message: string;
  /** Path below certs.d that was surely meant. */
  readonly suggestion?: string;
}

/** Why containerd never reads what is written to a path; null where it does, or where the path is not of certs.d. */
export function pathFault(path: string): PathFault | null {
  const target = certsDTarget(path);
  if (target === null) return null;
  const [directory = "", file, ...deeper] = target.split("/");
  if (isDefaultMisspelt(directory)) {
    return {
      message: `containerd never reads certs.d/${directory}: the directory for all registries is _default.`,
      suggestion: "_default/hosts.toml",
    };
  }
  if (directory === "_backup") return { message: SPEGELS_OWN };
  if (/^https?:/i.test(directory)) return schemeFault(target);
  if (file === undefined) return looseFileFault(directory);
  if (directory.includes("*")) return { message: WILDCARD };
  if (deeper.length > 0) return nestedFault(target, directory);
  if (file === "hosts.toml") return capitalsFault(directory) ?? namelessFault(directory);
  if (isCertificate(file)) return null;
  return {
    message: `containerd reads only hosts.toml in certs.d/${directory}, not ${file}.`,
    ...(/^hosts?\.(toml|tml|yaml|conf)$/i.test(file.trim()) && { suggestion: `${directory}/hosts.toml` }),
  };
}

/** `_default_`, `default`, `_Default`: near `_default`, and no registry's name. */
function isDefaultMisspelt(directory: string): boolean {
  return directory !== "_default" && /^_*default_*$/i.test(directory);
}

/** A reference may name its registry in capitals, and would then find such a directory; hardly one does. */
function capitalsFault(directory: string): PathFault | null {
  const lower = directory.toLowerCase();
  if (directory === lower) return null;
  return {
    message: `containerd looks for the directory letter by letter: images of ${lower} do not find certs.d/${directory}.`,
    suggestion: `${lower}/hosts.toml`,
  };
}

/** Without a dot or a port a name is a part of Docker Hub: `team/app` is docker.io/team/app. */
function namelessFault(directory: string): PathFault | null {
  if (directory === "_default" || REGISTRY.test(directory)) return null;
  return {
    message: `Images named ${directory}/… are Docker Hub's: a registry has a dot in its name, or a port. containerd never reads certs.d/${directory}.`,
  };
}

const REGISTRY = /^localhost$|[.:]|_\d+_$/;

/** Certificates and keys beside hosts.toml may be named in it. */
function isCertificate(file: string): boolean {
  return /\.(crt|cert|key|pem)$/.test(file);
}

function schemeFault(target: string): PathFault {
  const [host] = target.replace(/^https?:\/?/i, "").split("/");
  return {
    message: `A directory of certs.d is named after the registry alone, without https://.`,
    ...(host && { suggestion: `${host}/hosts.toml` }),
  };
}

function looseFileFault(name: string): PathFault {
  if (name === "hosts.toml") {
    return {
      message: "containerd reads hosts.toml only inside a directory named after the registry.",
      suggestion: "_default/hosts.toml",
    };
  }
  if (!REGISTRY.test(name)) {
    return {
      message: `containerd reads directories of certs.d only, each named after a registry: not the file ${name}.`,
    };
  }
  return {
    message: `A plain file ${name} in certs.d makes every pull from a registry of that name fail: a directory belongs there.`,
    suggestion: `${name}/hosts.toml`,
  };
}

function nestedFault(target: string, directory: string): PathFault | null {
  if (!target.endsWith("/hosts.toml")) return null;
  return {
    message: `containerd looks up the registry's name alone: ${target} is never read, ${directory}/hosts.toml is.`,
    suggestion: `${directory}/hosts.toml`,
  };
}
