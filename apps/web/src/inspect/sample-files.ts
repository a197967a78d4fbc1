/** A node as it is often found: Spegel's file for all registries, hidden for one by a file with a fault. */
export const SAMPLE_FILES = [
  {
    path: "_default/hosts.toml",
    text: `[host.'http://10.0.1.11:30020']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'

[host.'http://10.0.1.11:30021']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'
`,
  },
  {
    path: "docker.io/hosts.toml",
    text: `server = "https://registry-1.docker.io"

[host."https://harbor.example.com/v2/dockerhub"]
  capabilities = ["pull", "resolv"]
  override_path = true
`,
  },
];
