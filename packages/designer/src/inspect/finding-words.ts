import type { FindingCode, HostsFinding } from "@lookinglass/containerd";
import type { Severity } from "../analysis.js";

/** How bad a finding of a hosts.toml is, and what it means on the node. */
export type FindingWords = readonly [severity: Severity, message: string];

type FindingOf = { readonly [Code in FindingCode]: Extract<HostsFinding, { code: Code }> };

/**
 * A finding in words: what containerd does with the file because of it. The rules in rules/hosts say it of a spec, where
 * they name the file, its template and a fix; here the reader has the file before him. A test holds both to one severity.
 *
 * @param finding one of lintHostsFile's, of the same file
 */
export function findingWords(finding: HostsFinding): FindingWords {
  return wordsFor(finding.code, finding);
}

function wordsFor<Code extends FindingCode>(code: Code, finding: FindingOf[Code]): FindingWords {
  return WORDS[code](finding);
}

const VOIDS = "containerd ignores the whole file and uses no mirror";

const WORDS: { readonly [Code in FindingCode]: (finding: FindingOf[Code]) => FindingWords } = {
  toml: ({ message }) => ["error", `${VOIDS}: ${message}`],
  rejected: ({ message }) => ["error", `${VOIDS}: ${message}`],
  "duplicate-host": ({ host }) => ["error", `${VOIDS}: the table of ${host} stands there twice.`],
  "ignored-key": (finding) =>
    finding.reason === "release"
      ? ["info", `This containerd ignores ${finding.key}; it is read from ${finding.since.join(" and ")} on.`]
      : ["warning", `containerd does not read ${finding.key}.${meant(finding.near)}`],
  "invisible-host": ({ host, form }) => [
    "error",
    `containerd never tries ${host}: ${INVISIBLE[form]}. Write it as a table, [host."${host}"].`,
  ],
  "no-capability": ({ host, problem }) =>
    problem === "push"
      ? ["warning", `${host} may be pushed to: a mirror wants pull and resolve only.`]
      : ["warning", `${host} resolves nothing: its capabilities lack pull.`],
  url: ({ host, problem, outcome }) => URL_PROBLEMS[problem](host, outcome),
  "server-misplaced": ({ host, server }) => [
    "error",
    `server = ${server} belongs to the table of ${host} here and is lost. Move it above the first [host] table.`,
  ],
  "host-repeated": ({ host }) => [
    "info",
    `containerd tries ${host} once more here: this table stands away from the host's first one.`,
  ],
  "server-only": ({ refused }) =>
    refused
      ? ["warning", "This containerd ignores a file without a [host] table: nothing in it has an effect."]
      : ["info", "No [host] table: containerd before 1.7.32 ignores such a file."],
  "no-scheme-http-prefix": ({ host, outcome }) => [
    "error",
    `containerd reads ${host} as ${outcome}: a name that begins with http needs its https:// written out.`,
  ],
  "slow-fallback": ({ host, reason, seconds }) => [
    "info",
    `If ${host} does not answer, each connection waits ${seconds} s${SLOW_REASONS[reason]}`,
  ],
  "override-path": ({ name, path }) => [
    "warning",
    `override_path makes ${path} the API's root at ${name}, and no registry's API is outside of /v2.`,
  ],
  "root-key": (finding) => rootKeyWords(finding),
  "dial-timeout": ({ host, timeout, problem }) =>
    problem === "negative"
      ? ["error", `dial_timeout = ${timeout}: no connection to ${host ?? "the registry"} is ever made.`]
      : ["warning", `dial_timeout = ${timeout} is too short to connect to ${host ?? "the registry"}.`],
  "path-mirror": ({ host, problem, path, apiRoot }) =>
    problem === "appended"
      ? [
          "warning",
          `containerd asks ${host} below ${apiRoot}. If ${path} is the API's root, set override_path = true.`,
        ]
      : [
          "warning",
          `${host} gets the images of all registries below ${apiRoot}: it must tell them apart by ns.`,
        ],
  secret: ({ what, name }) => [
    "warning",
    what === "header"
      ? `The header ${name} is a secret, in plain text on the node.`
      : `containerd drops ${what === "url-password" ? `the password of ${name}` : "the credentials"} in this URL, yet the file shows it.`,
  ],
  "cert-missing": ({ file }) => ["info", `Pulls fail if ${file} is not on the node.`],
  "server-no-fallback": ({ server, registry }) => [
    "info",
    `The last one asked is ${server}: ${registry ?? "the image's own registry"} itself is never asked.`,
  ],
  dockerhub: ({ where, name, expected }) =>
    where === "directory"
      ? ["warning", `No image is looked up in ${name}: Docker Hub's directory is ${expected}.`]
      : ["warning", `${name} does not serve Docker Hub's registry API: write ${expected}.`],
  "plain-http": ({ host }) => ["info", `${host} is asked over plain http: nothing protects what it answers.`],
  "skip-verify": ({ host }) => [
    "info",
    `${host ?? "The registry"} is not verified: anyone on the way can answer in its place.`,
  ],
};

function meant(near: string | null): string {
  return near === null ? "" : ` Was ${near} meant?`;
}

const SLOW_REASONS = {
  "release-ignores-it": ": this containerd ignores dial_timeout.",
  "no-dial-timeout": ". A dial_timeout shortens that.",
  "no-limit": ": dial_timeout = 0 sets no limit.",
} as const;

function rootKeyWords({ key, problem, server, hosts }: FindingOf["root-key"]): FindingWords {
  if (problem === "no-effect") {
    return [
      "warning",
      `${key} at the top has no effect without server, and never counts for a [host] table.`,
    ];
  }
  const [first = ""] = hosts;
  const others = hosts.length > 1 ? ` and ${hosts.length - 1} more` : "";
  const last = server ?? "the image's own registry";
  return ["info", `${key} at the top counts for ${last} only, not for ${first}${others}.`];
}

const INVISIBLE = {
  "inline-table": "it is an inline table",
  "dotted-key": "it is written with a dotted key",
  "letter-case": "its table is not spelt host in small letters",
  "array-table": "it is a list of tables",
  "empty-name": "its name is empty",
} as const;

type UrlProblem = FindingOf["url"]["problem"];

const URL_PROBLEMS: Readonly<Record<UrlProblem, (host: string, outcome: string) => FindingWords>> = {
  "no-scheme": (host, outcome) => ["warning", `${host} has no scheme: containerd asks ${outcome}.`],
  "path-without-override": (host) => [
    "warning",
    `containerd appends /v2 to the path of ${host}. If the path is the API's root, set override_path = true.`,
  ],
  "http-with-tls": (host) => [
    "warning",
    `${host} is http with TLS settings: containerd may try https first.`,
  ],
  unparsable: (_, outcome) => ["error", `${VOIDS}: ${outcome}`],
  "ipv6-port": (host, outcome) => [
    "info",
    `${host} has no brackets: containerd asks ${outcome}, and from 2.3 on ignores the whole file.`,
  ],
  "ipv6-no-address": (host, outcome) => [
    "error",
    `${host} has no brackets: containerd takes what follows the last colon for the port and asks ${outcome}, which does not exist.`,
  ],
  "no-host": (host, outcome) => ["error", `${host} names no host: containerd asks ${outcome}.`],
};
