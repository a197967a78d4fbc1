import type { Starter } from "./starter.js";

export const azure: Starter = {
  id: "azure",
  title: "Azure",
  shows: "Three masters, a group of workers that scales, an ssh key.",
  text: `# A first cluster on Azure. Kublr has defaults for what is left out.
kind: Cluster
metadata:
  name: my-cluster
spec:
  # Kubernetes' version and a build: one that your Kublr offers.
  kublrAgentRef: 1.32.1-1

  locations:
    - name: azure1
      azure:
        region: westeurope
        # The Secret with the keys of your Azure account, by its name in Kublr.
        azureApiAccessSecretRef: azure-account

  network:
    provider: cni-calico

  master:
    minNodes: 3
    locations:
      - locationRef: azure1
        azure:
          instanceType: Standard_D2s_v5
          # The Secret with your public ssh key, by its name in Kublr.
          sshKeySecretRef: ssh-key

  nodes:
    - name: default
      autoscaling: true
      minNodes: 2
      maxNodes: 6
      locations:
        - locationRef: azure1
          azure:
            instanceType: Standard_D4s_v5
            sshKeySecretRef: ssh-key

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

  features:
    ingress:
      ingressControllers:
        - nginx:
            enabled: true
    monitoring:
      enabled: true
`,
};
