import { networkInterfaces } from "node:os";
import { IPV6_LOOPBACK } from "../mock-registry.js";
import type { World } from "../observe.js";

export interface Scenario extends World {
  what: string;
}

/** The image's own registry. containerd speaks http to loopback addresses, after https in later releases. */
const OWN = "127.0.0.9:5000";
const OWN_FILE = "127.0.0.9_5000_/hosts.toml";
/** Mirrors, a registry that `server` names, and the two ports of Spegel on a node. */
const [A, B, SERVER] = ["127.0.0.2:5001", "127.0.0.3:5001", "127.0.0.4:5002"] as const;
const [HOST_PORT, NODE_PORT] = ["127.0.1.1:30020", "127.0.1.1:30021"] as const;

const BY_TAG = `${OWN}/team/app:1.0`;
const BY_DIGEST = `${OWN}/team/app@DIGEST`;

function mirror(address: string, capabilities = '["pull", "resolve"]', more = ""): string {
  return `[host."http://${address}"]\n  capabilities = ${capabilities}\n${more}`;
}

/** The file of the image's registry. */
function own(text: string): Record<string, string> {
  return { [OWN_FILE]: text };
}

const SPEGEL = [HOST_PORT, NODE_PORT]
  .map(
    (address) => `[host.'http://${address}']\ncapabilities = ['pull', 'resolve']\ndial_timeout = '200ms'\n`,
  )
  .join("\n");

const scenarios: Scenario[] = [
  { what: "no configuration", files: {}, registries: { [OWN]: "serve" }, image: BY_TAG },
  {
    what: "a mirror has the image",
    files: own(mirror(A)),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror has it not",
    files: own(mirror(A)),
    registries: { [A]: "empty", [OWN]: "serve" },
    image: BY_TAG,
  },
  { what: "a mirror is down", files: own(mirror(A)), registries: { [OWN]: "serve" }, image: BY_TAG },
  {
    what: "an IPv6 address without brackets",
    files: own(mirror(`${IPV6_LOOPBACK}:5001`)),
    registries: { [`${IPV6_LOOPBACK}:5001`]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "two mirrors in the order of the file",
    files: own(mirror(B) + mirror(A)),
    registries: { [A]: "empty", [B]: "empty", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "server in place of the registry",
    files: own(`server = "http://${SERVER}"\n${mirror(A)}`),
    registries: { [A]: "empty", [SERVER]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "server is down: the registry is not asked",
    files: own(`server = "http://${SERVER}"\n${mirror(A)}`),
    registries: { [A]: "empty", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "server below a host is lost",
    files: own(`${mirror(A)}server = "http://${SERVER}"\n`),
    registries: { [A]: "empty", [SERVER]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "server without hosts, which old releases refuse",
    files: own(`server = "http://${SERVER}"\n`),
    registries: { [SERVER]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "_default serves any registry",
    files: { "_default/hosts.toml": mirror(A) },
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a directory of its own hides _default",
    files: { "_default/hosts.toml": mirror(A), ...own(mirror(B)) },
    registries: { [A]: "serve", [B]: "empty", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "an empty directory hides _default",
    files: { "_default/hosts.toml": mirror(A) },
    dirs: ["127.0.0.9_5000_"],
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "host_port_ before host:port",
    files: { [`${OWN}/hosts.toml`]: mirror(A), ...own(mirror(B)) },
    registries: { [A]: "serve", [B]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "host:port",
    files: { [`${OWN}/hosts.toml`]: mirror(A) },
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a file that is no TOML is ignored",
    files: { "_default/hosts.toml": mirror(B), ...own(`[host.http://${A}]\n`) },
    registries: { [A]: "serve", [B]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a file with an unknown capability is ignored",
    files: own(mirror(A) + mirror(B, '["list"]')),
    registries: { [A]: "serve", [B]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror that may not resolve tags still serves the rest",
    files: own(mirror(A, '["pull"]')),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror that may only be pushed to still serves the rest",
    files: own(mirror(A, '["push"]')),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror that may only resolve",
    files: own(mirror(A, '["resolve"]')),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "no host may pull",
    files: own(`server = "http://${SERVER}"\ncapabilities = ["push"]\n${mirror(A, '["push"]')}`),
    registries: { [A]: "serve", [SERVER]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a digest is resolved by a mirror with pull alone",
    files: own(mirror(A, '["pull"]')),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_DIGEST,
  },
  {
    what: "a digest that nobody has",
    files: own(mirror(A)),
    registries: { [A]: "empty", [OWN]: "empty" },
    image: BY_DIGEST,
  },
  {
    what: "a mirror with a path",
    files: own(mirror(`${A}/cache`)),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror with a path kept",
    files: own(mirror(`${A}/v2/proxy`, '["pull", "resolve"]', "  override_path = true\n")),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror without blobs",
    files: own(mirror(A)),
    registries: { [A]: "manifests-only", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a header opens a mirror",
    files: own(mirror(A, '["pull", "resolve"]', `[host."http://${A}".header]\n  x-token = "open"\n`)),
    registries: { [A]: "header:open", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a header table away from its host",
    files: own(`${mirror(A)}${mirror(B)}[host."http://${A}".header]\n  x-a = "1"\n`),
    registries: { [A]: "empty", [B]: "empty", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a host by dotted key",
    files: own(`host."http://${A}".capabilities = ["pull", "resolve"]\n`),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "http with skip_verify",
    files: own(mirror(A, '["pull", "resolve"]', "  skip_verify = true\n")),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a mirror answers 502",
    files: own(mirror(A)),
    registries: { [A]: 502, [OWN]: "serve" },
    image: BY_TAG,
  },
  ...[400, 401, 403, 404, 405, 408, 416, 429, 500, 502, 504].flatMap((status): Scenario[] => [
    {
      what: `a mirror answers ${status}, by tag`,
      files: own(mirror(A)),
      registries: { [A]: status, [OWN]: "serve" },
      image: BY_TAG,
    },
    {
      what: `a mirror answers ${status} and nobody has the digest`,
      files: own(mirror(A)),
      registries: { [A]: status, [OWN]: "empty" },
      image: BY_DIGEST,
    },
    {
      what: `everybody answers ${status}, by digest`,
      files: own(mirror(A) + mirror(B)),
      registries: { [A]: status, [B]: status, [OWN]: status },
      image: BY_DIGEST,
    },
  ]),
  ...[403, 405, 429].flatMap((status): Scenario[] =>
    [BY_TAG, BY_DIGEST].map((image) => ({
      what: `a mirror answers ${status} to HEAD only, for ${image}`,
      files: own(mirror(A)),
      registries: { [A]: `HEAD:${status}`, [OWN]: "serve" },
      image,
    })),
  ),
  {
    what: "the registry answers 405 to HEAD of a repository that is called manifests",
    files: {},
    registries: { [OWN]: 405 },
    image: `${OWN}/manifests/app@DIGEST`,
  },
  {
    what: "nobody who is up has the digest, and the registry is down",
    files: own(mirror(A) + mirror(B)),
    registries: { [A]: "empty", [B]: "empty" },
    image: BY_DIGEST,
  },
  ...[
    "/a%2Fb/c%20d",
    "/é%C3%A9",
    "/a;b,c&d=e:f@g+h$",
    "/!*'()",
    "/{a}|^`",
    "/a%253Fb",
    "/a%23b",
    "/%25zz",
  ].map((path) => ({
    what: `a mirror with the path ${path}`,
    files: own(mirror(`${A}${path}`)),
    registries: { [A]: "serve", [OWN]: "serve" } as const,
    image: BY_TAG,
  })),
  ...['ca = "gone.crt"', 'ca = ["bad.crt"]', 'client = "gone.pem"', 'client = [["bad.crt", "gone.key"]]'].map(
    (line) => ({
      what: `a certificate that cannot be loaded, ${line}`,
      files: {
        ...own(mirror(A, '["pull", "resolve"]', `  ${line}\n`)),
        "127.0.0.9_5000_/bad.crt": "no PEM\n",
      },
      registries: { [A]: "serve", [OWN]: "serve" } as const,
      image: BY_TAG,
    }),
  ),
  {
    what: "a certificate at the root that is not there",
    files: own(`ca = "gone.crt"\n${mirror(A)}`),
    registries: { [A]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a registry with an underscore, by tag",
    files: { "my_reg.lab.example/hosts.toml": mirror(A) },
    registries: { [A]: "serve" },
    image: "my_reg.lab.example/team/app:1.0",
  },
  {
    what: "a registry that ends with an underscore and digits has no port",
    files: { "reg.lab.example_5000/hosts.toml": mirror(A), "reg.lab.example_5000_/hosts.toml": mirror(B) },
    registries: { [A]: "serve", [B]: "serve" },
    image: "reg.lab.example_5000/app@DIGEST",
  },
  ...["-1s", "-1ns", "0s"].map((timeout) => ({
    what: `dial_timeout = ${timeout}`,
    files: own(mirror(A, '["pull", "resolve"]', `  dial_timeout = "${timeout}"\n`)),
    registries: { [A]: "serve", [OWN]: "serve" } as const,
    image: BY_TAG,
  })),
  {
    what: "the last host answers 503",
    files: own(mirror(A)),
    registries: { [A]: "empty", [OWN]: 503 },
    image: BY_TAG,
  },
  {
    what: "Spegel has the image",
    files: { "_default/hosts.toml": SPEGEL },
    registries: { [HOST_PORT]: "serve", [NODE_PORT]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "Spegel is not ready on its host port",
    files: { "_default/hosts.toml": SPEGEL },
    registries: { [NODE_PORT]: "serve", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "no node has the image",
    files: { "_default/hosts.toml": SPEGEL },
    registries: { [HOST_PORT]: "empty", [NODE_PORT]: "empty", [OWN]: "serve" },
    image: BY_TAG,
  },
  {
    what: "a node has the image and the registry is down",
    files: { "_default/hosts.toml": SPEGEL },
    registries: { [HOST_PORT]: "serve", [NODE_PORT]: "serve" },
    image: BY_DIGEST,
  },
  { what: "nothing is up", files: { "_default/hosts.toml": SPEGEL }, registries: {}, image: BY_TAG },
];

/** Some containers have no IPv6. */
const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === IPV6_LOOPBACK),
);

/** Those that this machine can run. */
export const runnable = scenarios.filter(
  ({ registries }) =>
    hasIpv6 || !Object.keys(registries).some((address) => address.startsWith(IPV6_LOOPBACK)),
);
