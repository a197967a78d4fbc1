import type { Starter } from "./starter.js";

export const aws: Starter = {
  id: "aws",
  title: "AWS",
  shows: "Three masters, and a group of workers that scales.",
  text: `# A first cluster on AWS. Kublr has defaults for what is left out.
kind: Cluster
metadata:
  name: my-cluster
spec:
  # Kubernetes' version and a build: one that your Kublr offers.
  kublrAgentRef: 1.32.1-1

  locations:
    - name: aws1
      aws:
        region: us-east-1
        # The Secret with the keys of your AWS account, by its name in Kublr.
        awsApiAccessSecretRef: aws-account

  network:
    provider: cni-calico

  master:
    minNodes: 3
    locations:
      - locationRef: aws1
        aws:
          instanceType: m6i.large

  nodes:
    - name: default
      autoscaling: true
      minNodes: 2
      maxNodes: 6
      locations:
        - locationRef: aws1
          aws:
            instanceType: m6i.xlarge

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
