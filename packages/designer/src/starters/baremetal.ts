import type { Starter } from "./starter.js";

export const baremetal: Starter = {
  id: "baremetal",
  title: "Bare metal",
  shows: "Machines that exist already; its baremetal sections are yours to fill.",
  text: `# A first cluster on machines that exist already. No public spec shows what stands in a baremetal section, nor is its
# name proved: copy those sections from a spec that your Kublr has made. All the rest is known.
kind: Cluster
metadata:
  name: my-cluster
spec:
  # Kubernetes' version and a build: one that your Kublr offers.
  kublrAgentRef: 1.32.1-1

  locations:
    - name: metal1
      baremetal: {}

  network:
    provider: cni-calico

  master:
    minNodes: 3
    locations:
      - locationRef: metal1
        baremetal: {}

  nodes:
    - name: default
      minNodes: 3
      locations:
        - locationRef: metal1
          baremetal: {}

  kublrAgentConfig:
    cluster:
      addon:
        # Nodes serve each other the images that they have.
        spegel:
          enabled: true
          helm_values:
            spegel:
              # Tags that move are resolved by their registry, never by a neighbour.
              registryFilters:
                - ':latest$'
`,
};
