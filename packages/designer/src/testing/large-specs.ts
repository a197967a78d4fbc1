/** Specs of clusters with very many groups, registries and faults: texts of what they say must stay short. */

import { agentConfig, cluster, extension } from "./specs.js";

interface Size {
  readonly groups: number;
  readonly registries: number;
  /** Put before the name of each group and registry. */
  readonly prefix?: string;
}

export const SIXTY_BY_FORTY: Size = { groups: 60, registries: 40 };

const each = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("");

/** Lines of the hosts.toml of a registry. */
export type HostsLines = (registry: string, index: number) => readonly string[];

const SLOW: HostsLines = (registry) => [
  `[host.'https://mirror.${registry}']`,
  "capabilities = ['pull', 'resolve']",
];

const registryName = ({ prefix = "" }: Size, index: number) =>
  `${prefix}registry-${index}.a-rather-long-department-name.corp.example`;

const groupName = ({ prefix = "" }: Size, index: number) => `${prefix}payments-spot-large-memory-${index}`;

const groupList = (size: Size, body: (index: number) => string) =>
  `  nodes:\n${each(size.groups, (index) => `    - name: ${groupName(size, index)}\n${body(index)}`)}`;

const overrides = (size: Size, lines: HostsLines) =>
  each(size.registries, (index) => {
    const name = registryName(size, index);
    return extension(`hosts-${index}`, `${name}/hosts.toml`, ...lines(name, index));
  });

const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, " ".repeat(by));

/** The cluster has an override for each registry; its groups have nothing of their own. */
export function overridesOfCluster(size: Size, lines: HostsLines = SLOW): string {
  return agentConfig(`    extensions:\n${overrides(size, lines)}${groupList(size, () => "")}`);
}

/** Every group has an override for each registry. */
function overridesOfGroups(size: Size, lines: HostsLines = SLOW): string {
  const own = indented(`    extensions:\n${overrides(size, lines)}`, 4);
  return cluster(groupList(size, () => `      kublrAgentConfig:\n${own}`));
}

/** With as many filters of Spegel's, and a wrong value in every group. */
function manyFilters(size: Size, count: number, filter: (index: number) => string): string {
  const list = each(count, (index) => `                - '${filter(index)}'\n`);
  const values = `    cluster:\n      addon:\n        spegel:\n          helm_values:\n            spegel:\n              registryFilters:\n${list}`;
  const own =
    "      kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {spegel: {logLevel: 1}}}}}}\n";
  return agentConfig(`${values}${groupList(size, () => own)}`);
}

/** The shapes that were seen to make an answer long. */
export const largeSpecs = (size: Size): Readonly<Record<string, string>> => ({
  "one override for each registry, for the whole cluster": overridesOfCluster(size),
  "an override for each registry in every group": overridesOfGroups(size),
  "mirrors that are slow to fail, over http, with TLS options": overridesOfCluster(size, (name) => [
    `[host.'http://mirror.${name}/v2/proxy']`,
    "dial_timeout = '30s'",
    "skip_verify = true",
  ]),
  "credentials in headers and URLs": overridesOfGroups(size, (name) => [
    `[host.'https://user:word@mirror.${name}']`,
    "header = {Authorization = 'Basic dXNlcjpwYXNz'}",
  ]),
  "certificates that nobody writes": overridesOfGroups(size, (name) => [
    `[host.'https://mirror.${name}']`,
    `ca = '/tls/${name}/ca.crt'`,
    "client = [['/tls/node.crt', '/tls/node.key']]",
  ]),
  "a different fault in every file": overridesOfGroups(
    size,
    (name, index) =>
      FAULTS[index % FAULTS.length]?.map((line) => line.replaceAll("m.example", `mirror.${name}`)) ?? [],
  ),
  "200 loose filters": manyFilters(size, 200, (index) => registryName(size, index)),
  "200 filters that cannot be read": manyFilters(size, 200, (index) => `(${registryName(size, index)}`),
  "200 filters that match no image": manyFilters(
    size,
    200,
    (index) => `https://${registryName(size, index)}/.*`,
  ),
});

const FAULTS: readonly (readonly string[])[] = [
  ["[host.'https://m.example'"],
  ["[host.'m.example']", "capabilities = ['pul']"],
  ["[hosts.'https://m.example']"],
  ["host = { 'https://m.example' = {} }"],
  ["[host.'https://m.example']", "server = 'https://m.example'", "skipVerify = true"],
  ["[host.'https://m.example']", "[host.'https://m.example']"],
  ["{{ .config.nothing }}"],
  ["{{ nothing . }}"],
  ["{{ if }}"],
  ["server = 'https://m.example'"],
  ["# nothing"],
];
