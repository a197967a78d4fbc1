import type { Starter } from "./starter.js";

export const vsphere: Starter = {
  id: "vsphere",
  title: "vSphere",
  shows: "Its vSphere sections are yours to fill: no public spec shows their keys.",
  text: `# A first cluster on vSphere. No public spec shows what stands in a vSphere section, nor is its name proved:
# copy those sections from a spec that your Kublr has made. All the rest is known.
kind: Cluster
metadata:
  name: my-cluster
spec:
  # Kubernetes' version and a build: one that your Kublr offers.
  kublrAgentRef: 1.32.1-1

  locations:
    - name: vsphere1
      vSphere: {}

  network:
    provider: cni-calico

  master:
    minNodes: 3
    locations:
      - locationRef: vsphere1
        vSphere: {}

  nodes:
    - name: default
      minNodes: 3
      locations:
        - locationRef: vsphere1
          vSphere: {}

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
