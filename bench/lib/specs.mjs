import { readFileSync } from "node:fs";

export function example(file) {
  return readFileSync(new URL(`../../examples/${file}`, import.meta.url), "utf8");
}

/** A cluster with this many worker groups, the first of which override the hosts.toml of a registry of their own. */
export function clusterWith({ groups, overrides }) {
  const all = Array.from({ length: groups }, (_, index) => group(index, index < overrides));
  return `${HEAD}  nodes:\n${all.join("")}`;
}

const HEAD = `kind: Cluster
metadata:
  name: many-groups
spec:
  kublrAgentTgzUrl: 'https://repo.example.com/kublr/1.31.4/kublr-1.31.4-linux.tar.gz'
  master:
    minNodes: 3
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          enabled: true
          helm_values:
            spegel:
              registryFilters:
                - ':latest$'
`;

function group(index, overrides) {
  const head = `    - name: group-${index}
      minNodes: 1
      maxNodes: ${1 + (index % 20)}
      locations:
        - locationRef: aws1
          aws:
            instanceType: m6i.xlarge
`;
  return overrides ? head + override(index) : head;
}

function override(index) {
  return `      kublrAgentConfig:
        extensions:
          mirror-${index}:
            path: templates/root_dir/etc/containerd/certs.d/registry-${index}.example.com/hosts.toml
            content: |
              server = 'https://registry-${index}.example.com'

              [host.'https://mirror-${index}.example.com:5000']
              capabilities = ['pull', 'resolve']

              [host.'http://{{ .config.node_address_ip }}:30020']
              capabilities = ['pull', 'resolve']
              dial_timeout = '200ms'
`;
}
