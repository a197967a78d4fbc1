/** Pages that explanations link to. */
export const docs = {
  kublr: "https://docs.kublr.com/articles/image-caching",
  kublrSpec: "https://docs.kublr.com/reference/kublr-cluster-spec",
  spegel: "https://spegel.dev/docs/node-configuration/",
  spegelValues: "https://github.com/spegel-org/spegel/tree/main/charts/spegel#values",
  containerdHosts: "https://github.com/containerd/containerd/blob/main/docs/hosts.md",
  goTemplate: "https://pkg.go.dev/text/template",
  re2: "https://github.com/google/re2/wiki/Syntax",
} as const;
