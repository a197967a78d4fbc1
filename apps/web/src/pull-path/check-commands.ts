/** A command that pulls an image on a node, and what to know about it. */
export interface CheckCommand {
  readonly tool: "crictl" | "ctr";
  readonly command: string;
  readonly note: string;
}

/** Commands that pull a reference in the way that a pod would. */
export function checkCommands(reference: string): readonly CheckCommand[] {
  const image = shellWord(reference);
  return [
    {
      tool: "crictl",
      command: `crictl pull ${image}`,
      note: "Uses certs.d, as the kubelet does.",
    },
    {
      tool: "ctr",
      command: `ctr --namespace k8s.io images pull --hosts-dir /etc/containerd/certs.d ${image}`,
      note: "ctr reads certs.d only with --hosts-dir: without it, it goes straight to the registry.",
    },
  ];
}

/** A word that a shell takes as it stands. */
function shellWord(text: string): string {
  return /^[\w.:/@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
