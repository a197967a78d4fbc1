import { flag, freeMap, type KeyRows, map, mapOrText, text } from "../key-row.js";

/** Keys of every kublrAgentConfig: the cluster's, the masters' and the worker groups'. */
export const agentKeys: KeyRows = {
  cluster: map("What the agents set up for the cluster as a whole.", "caching", { firm: true }),
  "cluster.addon": map("Add-ons of the cluster; of these, Spegel is previewed.", "caching", { firm: true }),
  "cluster.addon.spegel": map(
    "Spegel, the registry mirror that runs on every node and serves images to the others.",
    "caching",
    { firm: true },
  ),
  "cluster.addon.spegel.enabled": flag(
    "`false`: Spegel's chart is not deployed (or is uninstalled), and `_default/hosts.toml` on the node is empty. It has to " +
      "hold on all nodes to take effect on all. Default: `true` with containerd, `false` with other runtimes.",
    "caching",
    { firm: true },
  ),
  "cluster.addon.spegel.helm_values": mapOrText(
    "Values of Spegel's chart, over its defaults: a map, or text that holds YAML. Only the text form can pass `null`, which " +
      "unsets a default: the Kublr API removes nulls from maps. One release serves the cluster, with the masters' values " +
      "(an assumption).",
    "caching",
    { firm: true, free: true },
  ),
  "cluster.addon_filter": text(
    "Regular expression over the names of add-ons: another way to switch one off. Seen in agent 1.8.",
    "generator",
  ),
  extensions: map(
    "Files of the agent, each a Go template that replaces a built-in one or adds to them. They apply in the " +
      "alphanumerical order of their keys; the last one for a path wins.",
    "caching",
    { firm: true },
  ),
  "extensions.<name>": map("A file of the agent. Its key can be anything.", "caching", { firm: true }),
  "extensions.<name>.path": text(
    "Which template: `templates/root_dir/` stands for the root of the node's file system. Below " +
      "`etc/containerd/certs.d/` containerd reads `<registry>/hosts.toml`, and `_default/hosts.toml` for registries " +
      "without a directory.",
    "caching",
    { firm: true },
  ),
  "extensions.<name>.content": text(
    "A Go template, rendered on each node with `.config`. Empty: the file is not written. Only comments: the file is " +
      "written, without mirrors.",
    "caching",
    { firm: true },
  ),
  labels: map("Labels of the Kubernetes nodes.", 2),
  "labels.<label>": text("Value of the label.", 2),
  kublr: map("Settings of the agent and of the Kubernetes programs that it runs.", 37),
  "kublr.kube_api_server_flag": map("Flags of the API server, by names of your choice.", 8),
  "kublr.kube_api_server_flag.<flag>": mapOrText("A flag of the API server.", 4),
  "kublr.kube_api_server_flag.<flag>.flag": text("Name of the flag, such as `--runtime-config=`.", 4, {
    choices: ["--runtime-config="],
  }),
  "kublr.kube_api_server_flag.<flag>.values": freeMap("Values of the flag, by names of your choice.", 4),
  "kublr.kube_controller_manager_flag": map("Flags of the controller manager, by names of your choice.", 1),
  "kublr.kube_controller_manager_flag.<flag>": mapOrText("A flag of the controller manager.", 1),
  "kublr.psp": map("Pod security policies.", 27),
  "kublr.psp.default_clusterrole": text("Cluster role that pods have by default.", 27),
  "kublr.resources": map("Resources of the agent's programs.", 6),
  "kublr.resources.kubelet": map("Resources of the kubelet.", 6),
  "kublr.resources.kubelet.limits": map("Limits of the kubelet.", 6),
  "kublr.resources.kubelet.limits.memory": text("Memory, such as `500Mi`.", 6),
};
