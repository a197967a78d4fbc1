import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../../agent/built-in-templates.js";
import { certsDTarget, extensionsOf } from "../../agent/extensions.js";
import { docs } from "../docs.js";
import { directoryFault, registryOf } from "../registry-directory.js";
import { registryNameReason } from "../registry-name-words.js";
import type { Finding, Rule } from "../rule.js";
import { short } from "../short.js";
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
                    title: titleOf(fault.suggestion, fault.scope),
                    edits: [{ path: place, value: CERTS_D_TEMPLATES + fault.suggestion }],
                  },
                ]
              : [],
        };
      }
    }
  },
};

function titleOf(suggestion: string, scope: string | undefined): string {
  if (scope === undefined) return `Write ${suggestion}`;
  return `Write ${suggestion}, for all images${scope === "_default" ? "" : ` of ${scope}`}`;
}

const SPEGELS_OWN =
  "certs.d/_backup is where Spegel keeps what it has moved aside: containerd never reads it, and Spegel takes what is there for its backup.";

const WILDCARD =
  "containerd knows no wildcards: a directory of certs.d is named after one registry, or is _default, for all that have none.";

export interface PathFault {
  readonly message: string;
  /** Path below certs.d that was surely meant. */
  readonly suggestion?: string;
  /** The registry, or `_default`, all of whose images the suggestion is for, where the path had a repository. */
  readonly scope?: string;
}

/** Why containerd never reads what is written to a path; null where it does, or where the path is not of certs.d. */
export function pathFault(path: string): PathFault | null {
  const target = certsDTarget(path);
  if (target === null) return null;
  const [directory = "", file, ...deeper] = target.split("/");
  if (isDefaultMisspelt(directory)) {
    return {
      message: `containerd never reads certs.d/${short(directory)}: the directory for all registries is _default.`,
      suggestion: `_default/${file === undefined || deeper.length > 0 ? HOSTS_FILE : meantFile(file)}`,
    };
  }
  if (directory === "_backup") return { message: SPEGELS_OWN };
  if (/^https?:/i.test(directory)) return schemeFault(target);
  if (file === undefined) return looseFileFault(directory);
  if (directory.includes("*")) return { message: WILDCARD };
  if (deeper.length > 0) return nestedFault(target, directory);
  return fileFault(directory, file);
}

function fileFault(directory: string, file: string): PathFault | null {
  if (file === HOSTS_FILE) return isDockerHub(directory) ? null : nameFault(directory, file);
  if (isCertificate(file)) return nameFault(directory, file);
  const meant = meantFile(file);
  return {
    message: `containerd reads only hosts.toml in certs.d/${short(directory)}, not ${short(file)}.`,
    ...(meant !== file && { suggestion: `${directory}/${meant}` }),
  };
}

const HOSTS_FILE = "hosts.toml";

/** `host.toml`, `hosts.yaml`, `hosts.toml ` are hosts.toml. */
function meantFile(file: string): string {
  return /^hosts?\.(toml|tml|yaml|conf)$/i.test(file.trim()) ? HOSTS_FILE : file;
}

/** `_default_`, `default`, `_Default`: near `_default`, and no registry's name. */
function isDefaultMisspelt(directory: string): boolean {
  return directory !== "_default" && /^_*default_*$/i.test(directory);
}

/** Of a hosts.toml there hosts/dockerhub speaks. */
function isDockerHub(directory: string): boolean {
  return directoryFault(directory)?.reason === "docker-hub";
}

/** A directory that is named after no registry that images have. */
function nameFault(directory: string, file: string): PathFault | null {
  const registry = registryOf(directory);
  const fault = directoryFault(directory);
  if (!fault) return null;
  const { reason, meant } = fault;
  const name = short(directory);
  const suggestion = meant === null ? {} : { suggestion: `${meantDirectory(directory, meant)}/${file}` };
  switch (reason) {
    case "capitals":
      return {
        message: `containerd looks for the directory letter by letter: images of ${short(registry.toLowerCase())} do not find certs.d/${name}.`,
        ...suggestion,
      };
    case "repository":
      return {
        message: `Images named ${name}/… are Docker Hub's: a registry has a dot in its name, or a port. containerd never reads certs.d/${name}.`,
      };
    case "port":
      return {
        message: `No image has the registry ${short(registry)}, so nothing reads certs.d/${name}: ${registryNameReason(registry, fault)}.`,
      };
    case "port-as-directory":
      return {
        message: `certs.d/${name} is not for a port: for ${short(meant ?? registry)} the directory is ${short(underscored(meant ?? registry))} or ${short(meant ?? registry)}.`,
        ...suggestion,
      };
    default:
      return {
        message: `containerd never reads certs.d/${name}: ${registryNameReason(registry, fault)}.`,
        ...suggestion,
      };
  }
}

/** The directory of a registry, its port spelt as in the name that there was. */
function meantDirectory(directory: string, meant: string): string {
  return directory.includes(":") || !directory.includes("_") ? meant : underscored(meant);
}

function underscored(registry: string): string {
  return registry.replace(/:(\d+)$/, "_$1_");
}

/** Certificates and keys beside hosts.toml may be named in it. */
function isCertificate(file: string): boolean {
  return /\.(crt|cert|key|pem)$/.test(file);
}

function schemeFault(target: string): PathFault {
  const [host = "", ...below] = target.replace(/^https?:\/?/i, "").split("/");
  const message = "A directory of certs.d is named after the registry alone, without https://.";
  const fault = directoryFault(host);
  const directory = fault ? fault.meant : host;
  if (host === "" || directory === null) return { message };
  const file = below.at(-1) ?? "";
  const suggestion = `${directory}/${isCertificate(file) ? file : HOSTS_FILE}`;
  return { message, suggestion, ...(below.length > 1 && { scope: directory }) };
}

function looseFileFault(name: string): PathFault {
  if (name === HOSTS_FILE) {
    return {
      message: "containerd reads hosts.toml only inside a directory named after the registry.",
      suggestion: "_default/hosts.toml",
    };
  }
  if (isCertificate(name)) {
    return {
      message: `containerd reads certificates only inside the directory of a registry: not certs.d/${short(name)}.`,
    };
  }
  const fault = directoryFault(name);
  if (fault) {
    return {
      message: `containerd reads directories of certs.d only, each named after a registry: not the file ${short(name)}.`,
      ...(fault.meant !== null &&
        MEANT_AS_REGISTRY.includes(fault.reason) && { suggestion: `${fault.meant}/${HOSTS_FILE}` }),
    };
  }
  return {
    message: `A plain file ${short(name)} in certs.d makes every pull from a registry of that name fail: a directory belongs there.`,
    suggestion: `${name}/${HOSTS_FILE}`,
  };
}

/** What somebody may have named a file after. */
const MEANT_AS_REGISTRY: readonly string[] = ["docker-hub", "capitals"];

function nestedFault(target: string, directory: string): PathFault | null {
  if (!target.endsWith(`/${HOSTS_FILE}`)) return null;
  const message = `containerd looks up the registry's name alone: ${short(target)} is never read, ${short(directory)}/hosts.toml is.`;
  if (directoryFault(directory) === null)
    return { message, suggestion: `${directory}/hosts.toml`, scope: directory };
  return { message: `containerd looks up the registry's name alone: ${short(target)} is never read.` };
}
