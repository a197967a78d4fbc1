import type { PhaseId, PullConditions } from "@lookinglass/designer";
import type { Mode } from "../mock-registry.js";

/** A cluster spec and what is up around one of its nodes. */
export interface Scenario {
  readonly what: string;
  readonly spec: string;
  readonly role: "master" | "nodes/w";
  readonly phase: PhaseId;
  readonly image: string;
  readonly conditions?: PullConditions;
  readonly spegelVersion?: string;
  /** Address -> how what listens there answers. Nothing listens on other addresses. */
  readonly registries: Readonly<Record<string, Mode>>;
}

/** Addresses of the nodes: every one is a loopback address. */
export const NODES = { master: ["127.0.1.1"], "nodes/w": ["127.0.2.1"] };

/** The image's own registry, which containerd asks over http because it is a loopback address. */
const OWN = "127.0.0.9:5000";
const MIRROR = "127.0.0.2:5001";
const [MASTER] = ["127.0.1.1:30020"] as const;
const [LOCAL, LOCAL_SERVICE] = ["127.0.2.1:30020", "127.0.2.1:30021"] as const;
const TAG = `${OWN}/team/app:1.0`;
const DIGEST = `${OWN}/team/app@DIGEST`;

const up = { [OWN]: "serve" } as const;
const spegelHere = { [LOCAL]: "serve", [LOCAL_SERVICE]: "serve" } as const;
const spegelWithout = { [LOCAL]: "empty", [LOCAL_SERVICE]: "empty" } as const;

function spec(agentConfig: object, groupConfig: object = {}): string {
  const nodes = [{ name: "w", kublrAgentConfig: groupConfig }];
  return JSON.stringify({ kind: "Cluster", spec: { master: {}, nodes, kublrAgentConfig: agentConfig } });
}

const helmValues = (helm_values: object) => ({ cluster: { addon: { spegel: { helm_values } } } });
const MIRROR_ADD_OFF = helmValues({ spegel: { containerdMirrorAdd: false } });
const THIS_NODE = "[host.'http://{{ .config.node_address_ip }}:30020']\ncapabilities = ['pull', 'resolve']\n";
const INTERNAL = `[host.'http://${MIRROR}']\ncapabilities = ['pull', 'resolve']\n`;

/** An authority that nothing here uses: it only has to be one. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBjjCCATOgAwIBAgIUVZ1Df3YT1lQMoGexIvh5VoYvZAAwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQbG9va2luZ2xhc3MtdGVzdDAgFw0yNjEyMDEwMDIzNDhaGA8y
MTI2MTEwNzAwMjM0OFowGzEZMBcGA1UEAwwQbG9va2luZ2xhc3MtdGVzdDBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABInjsnq3V29ALv7NJMAG8aDoBt25rzb0mJ15
ws4FWugRn72s8JAhSsAltcShVdfIf0nPGtJ5O/lnCOSm+Lb1PM6jUzBRMB0GA1Ud
DgQWBBR/AUiz7sPAHVXnxEfDMMebMb2lkzAfBgNVHSMEGDAWgBR/AUiz7sPAHVXn
xEfDMMebMb2lkzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCj
bYsmh3PVCOQiz6i/7erof8fk/ANu6WqB7D/IlsY7TQIhALPgKWso+jPiQkk48zpV
QZC0GzXZXlwwCwSOxW3rOWT6
-----END CERTIFICATE-----
`;

function extension(file: string, content: string): object {
  return { path: `templates/root_dir/etc/containerd/certs.d/${file}`, content };
}

function override(directory: string, content: string): object {
  return { extensions: { [`hosts-${directory}`]: extension(`${directory}/hosts.toml`, content) } };
}

const worker = { role: "nodes/w", image: TAG } as const;
const bootstrap = { ...worker, phase: "bootstrap" } as const;
const running = { ...worker, phase: "running" } as const;

export const scenarios: readonly Scenario[] = [
  {
    ...bootstrap,
    what: "Kublr's file: a new worker gets the image from a master",
    spec: spec({}),
    registries: { ...up, [MASTER]: "serve" },
  },
  {
    ...bootstrap,
    what: "Kublr's file: the masters are down",
    spec: spec({}),
    registries: up,
    conditions: { mastersDown: true },
  },
  {
    ...bootstrap,
    what: "Kublr's file: no node has the image",
    spec: spec({}),
    registries: { ...up, [MASTER]: "empty" },
    conditions: { imageOnNoNode: true },
  },
  {
    ...bootstrap,
    what: "Kublr's file: the first master is alone",
    role: "master",
    spec: spec({}),
    registries: up,
  },
  {
    ...bootstrap,
    what: "Kublr's file: by digest",
    image: DIGEST,
    spec: spec({}),
    registries: { ...up, [MASTER]: "serve" },
  },
  {
    ...running,
    what: "Spegel runs and a node has the image",
    spec: spec({}),
    registries: { ...up, ...spegelHere },
  },
  {
    ...running,
    what: "Spegel runs, by digest",
    image: DIGEST,
    spec: spec({}),
    registries: { ...up, ...spegelHere },
  },
  {
    ...running,
    what: "Spegel is not ready here: the Service's port answers",
    spec: spec({}),
    registries: { ...up, [LOCAL_SERVICE]: "serve" },
    conditions: { spegelNotReady: true },
  },
  {
    ...running,
    what: "Spegel runs and no node has the image",
    spec: spec({}),
    registries: { ...up, ...spegelWithout },
    conditions: { imageOnNoNode: true },
  },
  {
    ...running,
    what: "no node has it and the registry is down",
    spec: spec({}),
    registries: spegelWithout,
    conditions: { imageOnNoNode: true, upstreamDown: true },
  },
  {
    ...running,
    what: "a digest that no node has, and the registry is down",
    image: DIGEST,
    spec: spec({}),
    registries: spegelWithout,
    conditions: { imageOnNoNode: true, upstreamDown: true },
  },
  {
    ...running,
    what: "the registry is down and a node has it",
    spec: spec({}),
    registries: spegelHere,
    conditions: { upstreamDown: true },
  },
  {
    ...running,
    what: "a filter on the tag: resolved by the registry, served by the node",
    spec: spec(helmValues({ spegel: { registryFilters: [":1\\.0$"] } })),
    spegelVersion: "0.7.4",
    registries: { ...up, [LOCAL]: "digests-only", [LOCAL_SERVICE]: "digests-only" },
  },
  {
    ...running,
    what: "a filter on the registry",
    spec: spec(helmValues({ spegel: { registryFilters: ["^127\\.0\\.0\\.9:5000/"] } })),
    spegelVersion: "0.7.4",
    registries: { ...up, ...spegelWithout },
  },
  {
    ...running,
    what: "the registry is not in the list: no file for it",
    spec: spec(helmValues({ spegel: { mirroredRegistries: ["https://quay.io"] } })),
    registries: { ...up, ...spegelWithout },
  },
  {
    ...running,
    what: "the registry is in the list: a file of its own",
    spec: spec(helmValues({ spegel: { mirroredRegistries: [`http://${OWN}`] } })),
    registries: { ...up, ...spegelHere },
  },
  {
    ...running,
    what: "resolveTags off: the tag from the registry, the rest from the node",
    spec: spec(helmValues({ spegel: { resolveTags: false } })),
    registries: { ...up, ...spegelHere },
  },
  {
    ...running,
    what: "an additional target has what no node has",
    spec: spec(helmValues({ spegel: { additionalMirrorTargets: [`http://${MIRROR}`] } })),
    registries: { ...up, ...spegelWithout, [MIRROR]: "serve" },
    conditions: { imageOnNoNode: true },
  },
  {
    ...running,
    what: "another host port",
    spec: spec(helmValues({ service: { registry: { hostPort: 31020 } } })),
    registries: { ...up, "127.0.2.1:31020": "serve" },
  },
  {
    ...running,
    what: "Spegel is disabled",
    spec: spec({ cluster: { addon: { spegel: { enabled: false } } } }),
    registries: up,
  },
  {
    ...bootstrap,
    what: "a mirror of one's own",
    spec: spec(override("_default", INTERNAL)),
    registries: { ...up, [MIRROR]: "serve" },
  },
  {
    ...running,
    what: "a mirror of one's own, set aside by Spegel",
    spec: spec(override("_default", INTERNAL)),
    registries: { ...up, ...spegelHere, [MIRROR]: "serve" },
  },
  {
    ...running,
    what: "own files beside Spegel: the mirror is down, the node answers",
    spec: spec({ ...MIRROR_ADD_OFF, ...override("_default", `${INTERNAL}\n${THIS_NODE}`) }),
    registries: { ...up, ...spegelHere },
    conditions: { mirrorDown: [MIRROR] },
  },
  {
    ...running,
    what: "a registry's own file hides the default one",
    spec: spec({ ...MIRROR_ADD_OFF, ...override("127.0.0.9_5000_", INTERNAL) }),
    registries: { ...up, ...spegelHere, [MIRROR]: "serve" },
  },
  {
    ...bootstrap,
    what: "a file that is no TOML: straight to the registry",
    spec: spec(override("_default", `[host.http://${MIRROR}]\n`)),
    registries: { ...up, [MASTER]: "serve", [MIRROR]: "serve" },
  },
  {
    ...bootstrap,
    what: "a file that is not generated",
    spec: spec(override("_default", "")),
    registries: { ...up, [MASTER]: "serve" },
  },
  {
    ...bootstrap,
    what: "server replaces the registry, and is down",
    spec: spec(override("_default", `server = 'http://127.0.0.4:5002'\n${INTERNAL}`)),
    registries: up,
    conditions: { mirrorDown: [MIRROR, "127.0.0.4:5002"] },
  },
  {
    ...running,
    what: "prependExisting keeps the mirror, behind Spegel",
    spec: spec({
      ...helmValues({ spegel: { prependExisting: true, mirroredRegistries: [`http://${OWN}`] } }),
      ...override(OWN, INTERNAL),
    }),
    registries: { ...up, ...spegelHere, [MIRROR]: "serve" },
  },
  ...(["0.4.0", "0.5.0"] as const).map((spegelVersion) => ({
    ...running,
    what: `prependExisting of Spegel ${spegelVersion} keeps a line that names a certificate`,
    spegelVersion,
    spec: spec({
      ...helmValues({ spegel: { prependExisting: true, mirroredRegistries: [`http://${OWN}`] } }),
      extensions: {
        hosts: extension(`${OWN}/hosts.toml`, `${INTERNAL}ca = 'ca.crt'\n`),
        ca: extension(`${OWN}/ca.crt`, CERTIFICATE),
      },
    }),
    registries: { ...up, ...spegelHere, [MIRROR]: "serve" } as const,
  })),
  {
    ...bootstrap,
    what: "an override of the group only",
    spec: spec({}, override("_default", INTERNAL)),
    registries: { ...up, [MASTER]: "serve", [MIRROR]: "serve" },
  },
];
