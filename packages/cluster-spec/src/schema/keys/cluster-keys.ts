import { any, count, flag, freeMap, type KeyRows, list, map, text } from "../key-row.js";

/** Keys of the document and of `spec`; what a group and an agent config hold are sections of their own. */
export const clusterKeys: KeyRows = {
  kind: text(
    "What the document describes. `Cluster` is what is previewed; a document without `kind` is a fragment.",
    "reference",
    { choices: ["Cluster"], firm: true },
  ),
  metadata: map("Name and labels of the cluster.", "reference", { firm: true }),
  "metadata.name": text("Name of the cluster.", "reference", { firm: true }),
  "metadata.space": text("Space of the Kublr platform that the cluster belongs to.", 24),
  "metadata.labels": freeMap("Labels of the cluster.", "reference", { firm: true }),
  "metadata.annotations": freeMap("Annotations of the cluster.", "reference", { firm: true }),
  "metadata.ownerReferences": list("Objects that own the cluster.", 1),
  spec: map("The cluster: where it runs, its groups of nodes and what is installed.", "reference", {
    firm: true,
  }),
  "spec.kublrVersion": text(
    "Release of Kublr's control plane, which installs a range of Kubernetes versions. It is no agent version: `kublrAgentRef` names that.",
    1,
    { firm: true },
  ),
  "spec.kublrBranch": text("Branch of Kublr that the cluster was made with.", 1),
  "spec.kublrAgentRef": text(
    "Version of the Kublr agent: a Kubernetes version and a build, such as `1.31.4-2`. It decides whether the nodes integrate Spegel.",
    "multiArch",
    { firm: true },
  ),
  "spec.kublrAgentTgzUrl": text(
    "Archive of the Kublr agent; its path holds the agent's version. Deprecated since Kublr 1.25: `kublrAgentRef` takes its place.",
    37,
    { firm: true },
  ),
  "spec.kublrAgentConfig": map(
    "Config of the Kublr agent on every node. The Kublr API removes nulls from it before the nodes see it.",
    "caching",
    { section: "agent", firm: true },
  ),
  "spec.master": map(
    "The group of master nodes. Spegel on them serves the images that new workers need, and their effective agent " +
      "config gives the chart its values.",
    40,
    { section: "group", firm: true },
  ),
  "spec.nodes": list("The groups of worker nodes.", 40, { firm: true }),
  "spec.nodes[]": map("A group of worker nodes.", 40, { section: "group", firm: true }),

  "spec.secretStore": map("Where Kublr keeps the cluster's secrets.", 4, { firm: true }),
  "spec.secretStore.awsS3": map("Secrets are kept in an S3 bucket.", 2),
  "spec.secretStore.awsS3.locationRef": text("Name of the location that the bucket belongs to.", 2),
  "spec.secretStore.awsS3.s3BucketName": text("Name of the bucket.", 2),
  "spec.secretStore.azureAS": map("Secrets are kept in an Azure storage account.", 2),
  "spec.secretStore.azureAS.locationRef": text("Name of the location that the account belongs to.", 2),
  "spec.secretStore.azureAS.useExisting": flag("Use an account that exists already.", 1),

  "spec.network": map("The cluster's network.", 30, { firm: true }),
  "spec.network.provider": text("Network provider. Its images are pulled before Spegel runs.", 4, {
    choices: ["cni-calico", "cni-canal", "cni-flannel"],
    firm: true,
  }),
  "spec.network.apiServerSecurePort": count("Port of the Kubernetes API.", 27, { choices: ["443", "6443"] }),
  "spec.network.clusterCIDR": text(
    "Addresses of the whole cluster network. Default, seen in agent 1.8: `100.64.0.0/10`.",
    5,
    { firm: true },
  ),
  "spec.network.serviceCIDR": text("Addresses of services. Default, seen in agent 1.8: `100.64.0.0/13`.", 3, {
    firm: true,
  }),
  "spec.network.podCIDR": text("Addresses of pods. Default, seen in agent 1.8: `100.96.0.0/11`.", 3, {
    firm: true,
  }),
  "spec.network.masterIP": text("Address of the Kubernetes API within the cluster.", 3, { firm: true }),
  "spec.network.dnsIP": text("Address of the cluster's DNS service.", 3, { firm: true }),
  "spec.network.dnsDomain": text(
    "Domain of the cluster's services. Default, seen in agent 1.8: `cluster.local`.",
    5,
    {
      choices: ["cluster.local"],
      firm: true,
    },
  ),
  "spec.network.enableLocalDns": flag("Run a DNS cache on every node.", 2),
  "spec.network.stubDomains": list("Domains that other DNS servers answer for.", 2),
  "spec.network.stubDomains[]": map("A domain and its DNS servers.", 2),
  "spec.network.stubDomains[].dns": text("The domain.", 2),
  "spec.network.stubDomains[].servers": list("Addresses of its DNS servers.", 2),
  "spec.network.stubDomains[].servers[]": text("Address of a DNS server.", 2),

  "spec.packages": map("Helm packages that Kublr installs, by names of your choice.", 21, { firm: true }),
  "spec.packages.<name>": map("A Helm package.", 15),
  "spec.packages.<name>.chart": map("The package's chart.", 15),
  "spec.packages.<name>.chart.name": text("Name of the chart.", 15),
  "spec.packages.<name>.chart.repoUrl": text("Address of the chart's repository.", 6),
  "spec.packages.<name>.chart.url": text("Address of the chart's archive.", 9),
  "spec.packages.<name>.chart.version": text("Version of the chart.", 6),
  "spec.packages.<name>.helmVersion": text("Version of Helm that installs the package.", 15),
  "spec.packages.<name>.namespace": text("Namespace that the package is installed into.", 15),
  "spec.packages.<name>.releaseName": text("Name of the Helm release.", 15),
  "spec.packages.<name>.values": freeMap("Values of the chart.", 15),

  "spec.features": map("Features that Kublr installs, such as ingress and monitoring.", 38, { firm: true }),
  "spec.features.controlPlane": any("Kublr's own control plane.", 1),
};
