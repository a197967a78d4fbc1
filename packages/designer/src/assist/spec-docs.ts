/**
 * What the known keys of a cluster spec do, in markdown; see docsKey for the names. `group` is spec.master and every
 * item of spec.nodes, `agent` every kublrAgentConfig.
 *
 * Sources: Kublr's page on image caching, its cluster specification reference and the specs of its demos; what is an
 * assumption of the preview says so (docs/model.md).
 */
export const specDocs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kind: "What the document describes. `Cluster` is what is previewed; a document without `kind` is a fragment.",
    metadata: "Name and labels of the cluster.",
    "metadata.name": "Name of the cluster.",
    "metadata.labels": "Labels of the cluster, as you like.",
    "metadata.annotations": "Annotations of the cluster, as you like.",
    spec: "The cluster: where it runs, its groups of nodes and what is installed.",
    "spec.kublrVersion":
      "Release of Kublr, the control plane. It is no agent version: kublrAgentRef names that.",
    "spec.kublrAgentTgzUrl":
      "Archive of the Kublr agent. Its path holds the agent version, which decides whether the nodes integrate Spegel " +
      "(1.27 and later).",
    "spec.kublrAgentRef":
      "Names the Kublr agent's release, which decides whether the nodes integrate Spegel.",
    "spec.secretStore": "Secrets that the spec refers to by name.",
    "spec.network": "The cluster's network.",
    "spec.network.provider":
      "Network provider, such as `cni-calico`. Its images are pulled before Spegel runs.",
    "spec.network.clusterCIDR": "Addresses of the whole cluster network.",
    "spec.network.serviceCIDR": "Addresses of services.",
    "spec.network.podCIDR": "Addresses of pods.",
    "spec.network.masterIP": "Address of the Kubernetes API within the cluster.",
    "spec.network.dnsIP": "Address of the cluster's DNS service.",
    "spec.network.dnsDomain": "Domain of the cluster's services.",
    "spec.locations": "Where the cluster's nodes may run; groups refer to a location by its name.",
    "spec.locations.*.name": "Name that `locationRef` of a group refers to.",
    ...locationDocs("spec.locations.*"),
    "spec.master":
      "The group of master nodes. Spegel on them serves the images that new workers need, and their effective agent " +
      "config gives the chart its values.",
    "spec.nodes": "The groups of worker nodes.",
    "group.name": "Name of the group.",
    "group.locations": "Where the group's nodes run.",
    "group.locations.*.locationRef": "Name of an entry of `spec.locations`.",
    ...locationDocs("group.locations.*"),
    "group.initialNodes": "Nodes that the group starts with.",
    "group.minNodes":
      "Fewest nodes of the group. Of the masters it decides how many sample addresses are shown.",
    "group.maxNodes": "Most nodes of the group.",
    "group.autoscaling": "Let Kublr change the number of nodes between `minNodes` and `maxNodes`.",
    "group.kublrAgentConfig":
      "Agent config of this group's nodes alone, laid over the cluster's: maps merge deeply, lists and scalars replace. " +
      "An assumption of the preview.",
    "spec.features": "Features that Kublr installs, such as ingress and monitoring.",
    "spec.packages": "Helm packages that Kublr installs.",
    "spec.kublrAgentConfig":
      "Config of the Kublr agent on every node. The Kublr API removes nulls from it before the nodes see it.",
    "agent.cluster": "What the agents set up for the cluster as a whole.",
    "agent.cluster.addon": "Add-ons of the cluster; of these, Spegel is previewed.",
    "agent.cluster.addon.spegel":
      "Spegel, the registry mirror that runs on every node and serves images to the others.",
    "agent.cluster.addon.spegel.enabled":
      "`false`: Spegel's chart is not deployed (or is uninstalled), and `_default/hosts.toml` on the node is empty. It has to " +
      "hold on all nodes to take effect on all. Default: `true` with containerd, `false` with other runtimes.",
    "agent.cluster.addon.spegel.helm_values":
      "Values of Spegel's chart, over its defaults: a map, or text that holds YAML. Only the text form can pass `null`, which " +
      "unsets a default: the Kublr API removes nulls from maps. One release serves the cluster, with the masters' values " +
      "(an assumption).",
    "agent.extensions":
      "Files of the agent, each a Go template that replaces a built-in one or adds to them. They apply in the " +
      "alphanumerical order of their keys; the last one for a path wins.",
    "agent.extensions.*": "A file of the agent. Its key can be anything.",
    "agent.extensions.*.path":
      "Which template: `templates/root_dir/` stands for the root of the node's file system. Below " +
      "`etc/containerd/certs.d/` containerd reads `<registry>/hosts.toml`, and `_default/hosts.toml` for registries " +
      "without a directory.",
    "agent.extensions.*.content":
      "A Go template, rendered on each node with `.config`. Empty: the file is not written. Only comments: the file is " +
      "written, without mirrors.",
  }),
);

function locationDocs(at: string): Record<string, string> {
  const providers = {
    aws: "Amazon Web Services",
    azure: "Microsoft Azure",
    gcp: "Google Cloud",
    vSphere: "VMware vSphere",
    vcd: "VMware Cloud Director",
    baremetal: "machines that exist already",
  };
  return Object.fromEntries(
    Object.entries(providers).map(([key, name]) => [`${at}.${key}`, `Settings for ${name}.`]),
  );
}
