import { nameAt, type SpecDocument } from "@lookinglass/cluster-spec";
import type { SpecPath } from "../../analysis.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { named } from "../short.js";
import { type ClusterParts, clusterParts } from "./cluster-parts.js";
import { hasMisspelt, nearName } from "./near-name.js";

export const secretRef: Rule = {
  code: "spec/secret-ref",
  severity: "warning",
  when: "a location without the reference to its credentials, or a reference that names no Secret of the file's Secrets, or one of another type",
  explanation:
    "awsApiAccessSecretRef and azureApiAccessSecretRef name the Secret with which Kublr reaches the provider, " +
    "sshKeySecretRef one with an SSH key. A Secret's type is what its spec holds: awsApiAccessKey, azureApiAccessKey, sshKey.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    const secrets = secretsOf(preview);
    for (const place of referencePlaces(parts)) {
      const { path, key, section } = place;
      const value = section[key] ?? "";
      if (value === "") yield* missing(parts, place, secrets);
      else {
        const name = nameAt(parts.document, [...path, key]);
        if (name !== null) yield* checked(place, name, secrets);
      }
    }
  },
};

/** A section of a provider that may name a Secret. */
interface ReferencePlace {
  readonly path: SpecPath;
  readonly section: PlainMap;
  readonly key: string;
  /** What the Secret's spec holds. */
  readonly type: string;
  /** The location that cannot do without; null where the reference is optional. */
  readonly neededBy: string | null;
  readonly roles?: readonly string[];
}

/** By provider: the key that names a location's credentials, and their type. */
const CREDENTIALS = [
  { provider: "aws", key: "awsApiAccessSecretRef", type: "awsApiAccessKey" },
  { provider: "azure", key: "azureApiAccessSecretRef", type: "azureApiAccessKey" },
];

function* referencePlaces({ locations, groups }: ClusterParts): Iterable<ReferencePlace> {
  for (const { path, name, data } of locations) {
    const neededBy = name === null ? "This location" : `Location ${named(name)}`;
    for (const { provider, key, type } of CREDENTIALS) {
      const section = data[provider];
      if (isMap(section)) yield { path: [...path, provider], section, key, type, neededBy };
    }
  }
  for (const group of groups) {
    for (const { path, data } of group.locations) {
      const section = data.azure;
      const place = { path: [...path, "azure"], key: "sshKeySecretRef", type: "sshKey", roles: group.roles };
      if (isMap(section)) yield { ...place, section, neededBy: null };
    }
  }
}

interface Secret {
  readonly name: string;
  /** The known types that it has: one, as it should be. */
  readonly types: readonly string[];
}

const TYPES = ["awsApiAccessKey", "azureApiAccessKey", "gcpApiAccessKey", "vSphereApi", "sshKey"];

/** The Secrets of the file, by their names. */
function secretsOf({ spec }: Preview): ReadonlyMap<string, Secret> {
  const secrets = spec.documents.filter(({ kind }) => kind === "Secret").flatMap(secretOf);
  return new Map(secrets.map((secret) => [secret.name, secret]));
}

function secretOf(document: SpecDocument): Secret[] {
  const name = nameAt(document, ["metadata", "name"]);
  const held = isMap(document.data) ? document.data.spec : null;
  const types = isMap(held) ? TYPES.filter((type) => Object.hasOwn(held, type)) : [];
  return name === null ? [] : [{ name, types }];
}

function* missing(parts: ClusterParts, place: ReferencePlace, secrets: Secrets): Iterable<Finding> {
  const { path, section, key, neededBy } = place;
  if (!parts.isWhole || neededBy === null || hasMisspelt(section, key)) return;
  const other = CREDENTIALS.find((one) => one.key !== key && Object.hasOwn(section, one.key))?.key;
  const isWritten = Object.hasOwn(section, key);
  yield {
    message: other
      ? `${neededBy} has ${other} where its credentials are named by ${key}.`
      : `${neededBy} has no ${key}: it names no credentials for its provider.`,
    many: "locations name no credentials for their provider.",
    path: isWritten ? [...path, key] : other ? [...path, other] : path,
    atKey: true,
    fixes: () =>
      other && !isWritten ? [renamed([...path, other], key)] : fitting(place, secrets).map(naming(place)),
  };
}

type Secrets = ReadonlyMap<string, Secret>;

function* checked(place: ReferencePlace, name: string, secrets: Secrets): Iterable<Finding> {
  if (secrets.size === 0) return;
  const { key, type, roles } = place;
  const at = { path: [...place.path, key], ...(roles && { roles }) };
  const secret = secrets.get(name);
  const fitted = fitting(place, secrets);
  if (!secret) {
    const near = nearName(name, [...secrets.keys()]);
    const isLikely = near !== null || hasType(secrets, type);
    yield {
      message: `${key} ${named(name)} names no Secret of this file: Kublr has to know it already.`,
      many: "references name no Secret of this file: Kublr has to know them already.",
      ...at,
      ...(!isLikely && { severity: "info" }),
      fixes: () => (near === null ? fitted : [near]).map(naming(place)),
    };
  } else if (secret.types.length > 0 && !secret.types.includes(type)) {
    yield {
      message: `${key} needs a Secret with ${type}, but ${named(name)} is one with ${secret.types.join(" and ")}.`,
      many: "references name a Secret of another type.",
      ...at,
      severity: "error",
      fixes: () => fitted.map(naming(place)),
    };
  }
}

function hasType(secrets: Secrets, type: string): boolean {
  return [...secrets.values()].some(({ types }) => types.includes(type));
}

/** The name of the file's one Secret of the right type. */
function fitting({ type }: ReferencePlace, secrets: Secrets): string[] {
  const names = [...secrets.values()].flatMap(({ name, types }) => (types.includes(type) ? name : []));
  return names.length === 1 ? names : [];
}

function naming({ path, key }: ReferencePlace) {
  return (name: string): FindingFix => ({
    name: "refer",
    title: `Refer to the Secret ${named(name)}`,
    edits: [{ path: [...path, key], value: name }],
  });
}

function renamed(path: SpecPath, key: string): FindingFix {
  return { name: "rename", title: `Rename it to ${key}`, edits: [{ path, rename: key }] };
}
