import { describe, expect, it } from "vitest";
import type { FindingCode, HostsFinding } from "./finding.js";
import { type LintOptions, lintHostsFile } from "./lint.js";

type Row = [
  what: string,
  text: string,
  /** The marked text and some facts of each finding of the code. */
  found: [marked: string, facts?: object][],
  options?: Partial<LintOptions>,
];

const SPEGEL = "[host.'http://10.0.0.7:30020']\ncapabilities = ['pull', 'resolve']\ndial_timeout = '200ms'";
const HARBOR =
  'server = "https://registry-1.docker.io"\n\n[host."https://harbor.example.com/v2/hub"]\n  capabilities = ["pull", "resolve"]\n  override_path = true\n  dial_timeout = "1s"\n';

const rows: Record<FindingCode, Row[]> = {
  toml: [
    ["an unquoted URL", "[host.https://m]\n", [[":", { message: "toml: expected character ]" }]]],
    ["every fault", "server = x\nca = 1 2\n[host.a]\nca = [1\n[host.b]\n", [["x"], ["2"], ["["]]],
    ["a key twice", 'server = "a"\nserver = "b"\n', [['server = "b"']]],
    ["an open string at the end", 'server = "a', [["a"]]],
    ["a fault after a wrong type", "server = 1\nca = x\n", [["x"]]],
    ["IPv6 in 1.7", '[host."http://[::1]:80"]\n', [['host."http://']], { version: "1.7" }],
    ["IPv6 in 2.0", '[host."http://[::1]:80"]\n', [], { version: "2.0" }],
    ["a byte order mark in 2.3", '\ufeff[host."https://m"]\n', [["\ufeff"]]],
    ["a byte order mark in 1.7", '\ufeff[host."https://m"]\n', [], { version: "1.7" }],
    ["later faults in 1.7", "server = x\n[host.a\nca = 1 2\n", [["x"], ["\n"], ["2"]], { version: "1.7" }],
    ["a valid file", HARBOR, []],
  ],
  rejected: [
    [
      "an unknown capability",
      '[host.m]\ncapabilities = ["pull", "list"]\n',
      [['"list"', { message: "unknown capability list", host: "m", field: "capabilities" }]],
    ],
    [
      "a capability of a later release",
      '[host.m]\ncapabilities = ["referrers"]\n',
      [['"referrers"']],
      { version: "2.1" },
    ],
    ["that capability in its release", '[host.m]\ncapabilities = ["referrers"]\n', []],
    ["a bad duration", '[host.m]\ndial_timeout = "5"\n', [['"5"', { field: "dial_timeout" }]]],
    ["a wrong type that the release ignores", "[host.m]\ndial_timeout = 5\n", [], { version: "2.0.6" }],
    ["that type in its release", "[host.m]\ndial_timeout = 5\n", [["5"]], { version: "2.0.7" }],
    ["a bad duration that the release ignores", '[host.m]\ndial_timeout = "5"\n', [], { version: "1.7" }],
    ["a wrong type", '[host.m]\nskip_verify = "true"\n', [['"true"', { host: "m", field: "skip_verify" }]]],
    [
      "a header that is no text",
      "[host.m.header]\nx = 1\n",
      [["1", { message: 'invalid type 1 for header "x"' }]],
    ],
    ["a ca that is no text", "ca = 7\n", [["7", { host: null, field: "ca" }]]],
    ["a client of three", '[host.m]\nclient = [["a", "b", "c"]]\n', [['[["a", "b", "c"]]']]],
    ["a host that containerd does not see", 'host.m.capabilities = ["list"]\n', []],
    ["that host in 1.7, where it does", 'host.m.capabilities = ["list"]\n', [['"list"']], { version: "1.7" }],
    ["a valid file", HARBOR, []],
  ],
  "ignored-key": [
    ["hosts for host", "[hosts.m]\nca = 1\n", [["[hosts.m]", { near: "host", reason: "unknown" }]]],
    [
      "a misspelt field",
      "[host.m]\nskipVerify = true\n",
      [["skipVerify = true", { near: "skip_verify", host: "m" }]],
    ],
    [
      "letters swapped",
      '[host.m]\ncapabiltiies = ["pull"]\n',
      [['capabiltiies = ["pull"]', { near: "capabilities" }]],
    ],
    ["endpoint", 'endpoint = "x"\n', [['endpoint = "x"', { near: "host", host: null }]]],
    [
      "dots in a bare name",
      "[host.m.example.com]\n",
      [["[host.m.example.com]", { key: "example.com", near: null }]],
    ],
    [
      "dial_timeout before 2.0.7",
      SPEGEL,
      [["dial_timeout = '200ms'", { reason: "release", since: ["2.1.0", "2.0.7"] }]],
      { version: "2.0.6" },
    ],
    ["dial_timeout in 2.0.7", SPEGEL, [], { version: "2.0.7" }],
    ["another case in 1.7", "[host.m]\nSkip_Verify = true\n", [["Skip_Verify = true"]], { version: "1.7" }],
    ["another case in 2.3", "[host.m]\nSkip_Verify = true\n", []],
    ["[Host.m] in 1.7", "[Host.m]\nca = 1\n", [["[Host.m]", { near: "host" }]], { version: "1.7" }],
    [
      "keys of a table that nothing reads",
      "[extra]\na = 1\n[extra.b]\nc = 1\n",
      [["[extra]"], ["[extra.b]"]],
    ],
    ["header names", '[host.m]\nheader.x = "1"\n[host.m.header.y]\n', []],
    ["a valid file", HARBOR, []],
  ],
  "invisible-host": [
    [
      "an inline table",
      'host = { "https://m" = { ca = "x" } }\n',
      [['"https://m"', { form: "inline-table" }]],
    ],
    ["an inline table under [host]", "[host]\nm = {}\n", [["m", { form: "inline-table" }]]],
    ["a dotted key", 'host.m.ca = "x"\nhost.m.client = "y"\n', [["m", { form: "dotted-key" }]]],
    ["a dotted key under [host]", '[host]\nm.ca = "x"\n', [["m", { form: "dotted-key" }]]],
    ["[Host.m]", "[Host.m]\n", [["m", { form: "letter-case", capitals: [{ start: 1, end: 5 }] }]]],
    ["[[host.m]]", "[[host.m]]\n", [["m", { form: "array-table", capitals: [] }]]],
    ["an empty name, first", '[host.""]\n', [['""', { form: "empty-name", capitals: [] }]]],
    ["its quotes", '["HOST" . m]\n', [["m", { form: "letter-case", capitals: [{ start: 1, end: 7 }] }]]],
    ["the same in 1.7, which sees it", '[host]\nm.ca = "x"\n', [], { version: "1.7" }],
    ["a table of its own as well", '[host]\nm.ca = "x"\n[host.m.header]\n', []],
    ["a valid file", HARBOR, []],
  ],
  "duplicate-host": [
    [
      "the same table again",
      "[host.m]\n[host.n]\n[host.m]\n",
      [["[host.m]", { host: "m", first: { start: 0, end: 8 } }]],
    ],
    ["in other quotes", "[host.m]\n[host.'m']\n", [["[host.'m']"]]],
    ["in other quotes in 1.7, which merges them", "[host.m]\n[host.'m']\n", [], { version: "1.7" }],
    ["the same table again in 1.7", "[host.m]\n[host.m]\n", [["[host.m]"]], { version: "1.7" }],
    ["a slash more is another host", '[host."https://m"]\n[host."https://m/"]\n', []],
  ],
  "no-capability": [
    ["no pull", '[host.m]\ncapabilities = ["resolve"]\n', [['["resolve"]', { problem: "no-pull" }]]],
    ["push", '[host.m]\ncapabilities = ["Pull", "Push"]\n', [['"Push"', { problem: "push" }]]],
    ["none given means all", "[host.m]\ncapabilities = []\n", []],
    ["the root's", 'server = "https://m"\ncapabilities = ["push"]\n', []],
    [
      "push to the directory's own registry",
      '[host."https://quay.io"]\ncapabilities = ["pull", "push"]\n',
      [],
    ],
    ["with the port of https", '[host."https://Quay.IO:443"]\ncapabilities = ["pull", "push"]\n', []],
    [
      "push to Docker Hub",
      '[host."https://registry-1.docker.io"]\ncapabilities = ["pull", "push"]\n',
      [],
      { directory: "docker.io" },
    ],
    [
      "push to a registry with a port",
      '[host."https://r:5000"]\ncapabilities = ["pull", "push"]\n',
      [],
      { directory: "r_5000_" },
    ],
    [
      "push to the server, named as a host too",
      'server = "https://s"\n[host."https://s"]\ncapabilities = ["pull", "push"]\n',
      [],
    ],
    [
      "push to the registry on another port",
      '[host."https://quay.io:5000"]\ncapabilities = ["pull", "push"]\n',
      [['"push"', { problem: "push" }]],
    ],
    [
      "push in _default",
      '[host."https://quay.io"]\ncapabilities = ["pull", "push"]\n',
      [['"push"', { problem: "push" }]],
      { directory: "_default" },
    ],
    [
      "the directory's own registry without pull",
      '[host."https://quay.io"]\ncapabilities = ["push"]\n',
      [['["push"]', { problem: "no-pull" }]],
    ],
    ["Spegel's own file", SPEGEL, []],
  ],
  url: [
    ["no scheme", "[host.'m.example.com:5000']\n", [["'m.example.com:5000'", { problem: "no-scheme" }]]],
    [
      "http with TLS",
      "[host.'http://m']\nskip_verify = false\n",
      [["'http://m'", { problem: "http-with-tls" }]],
    ],
    ["a bad port", "[host.'https://m:x']\n", [["'https://m:x'", { problem: "unparsable" }]]],
    [
      "IPv6 without brackets",
      "[host.'http://fd00::1:80']\n",
      [["'http://fd00::1:80'", { problem: "unparsable" }]],
    ],
    [
      "the same before 2.3: the port is what follows the last colon",
      "[host.'http://fd00::1:80']\n",
      [["'http://fd00::1:80'", { problem: "ipv6-port", outcome: "[fd00::1]:80" }]],
      { version: "2.2" },
    ],
    [
      "the same in 1.6",
      "[host.'http://::1:5000/v2']\n",
      [["'http://::1:5000/v2'", { problem: "ipv6-port", outcome: "[::1]:5000" }]],
      { version: "1.6" },
    ],
    [
      "all eight groups and a port",
      "[host.'http://2001:db8:0:0:0:0:0:1:5000']\n",
      [
        [
          "'http://2001:db8:0:0:0:0:0:1:5000'",
          { problem: "ipv6-port", outcome: "[2001:db8:0:0:0:0:0:1]:5000" },
        ],
      ],
      { version: "2.1" },
    ],
    [
      "all eight groups and none",
      "[host.'http://2001:db8:0:0:0:0:0:1']\n",
      [["'http://2001:db8:0:0:0:0:0:1'", { problem: "ipv6-no-address", outcome: "[2001:db8:0:0:0:0:0]:1" }]],
      { version: "2.1" },
    ],
    [
      "an IPv6 address whose last group is taken for the port",
      "[host.'http://fd00::1']\n",
      [["'http://fd00::1'", { problem: "ipv6-no-address", outcome: "[fd00:]:1" }]],
      { version: "1.7" },
    ],
    [
      "an IPv6 address that ends with colons",
      "[host.'http://fd00::']\n",
      [["'http://fd00::'", { problem: "ipv6-no-address", outcome: "[fd00:]:" }]],
      { version: "2.2" },
    ],
    [
      "an IPv6 address whose last group is no number",
      "[host.'http://fd00::a']\n",
      [["'http://fd00::a'", { problem: "unparsable" }]],
      { version: "1.7" },
    ],
    [
      "no scheme and no brackets",
      "[host.'fd00::1:5000']\n",
      [
        ["'fd00::1:5000'", { problem: "no-scheme" }],
        ["'fd00::1:5000'", { problem: "ipv6-port" }],
      ],
      { version: "2.2" },
    ],
    [
      "a server without brackets",
      "server = 'http://fd00::1:80'\n[host.'https://m']\n",
      [["'http://fd00::1:80'", { problem: "ipv6-port" }]],
      { version: "2.2" },
    ],
    [
      "a server without brackets in 2.3",
      "server = 'http://fd00::1:80'\n[host.'https://m']\n",
      [["'http://fd00::1:80'", { problem: "unparsable" }]],
    ],
    [
      "two ports",
      "[host.'http://m:80:81']\n",
      [["'http://m:80:81'", { problem: "ipv6-no-address" }]],
      { version: "2.2" },
    ],
    ["brackets", "[host.'http://[fd00::1]:80']\n", [], { version: "2.0" }],
    [
      "another scheme",
      "[host.'ftp://m']\n",
      [["'ftp://m'", { problem: "no-host", outcome: "https://ftp://m" }]],
    ],
    [
      "a server's path",
      "server = 'https://m/hub'\n",
      [["'https://m/hub'", { problem: "path-without-override" }]],
    ],
    ["a server's path kept", "server = 'https://m/hub'\noverride_path = true\n", []],
    ["a valid file", HARBOR, []],
    ["Spegel's own file", SPEGEL, []],
  ],
  "server-misplaced": [
    [
      "below a host",
      "[host.m]\nserver = 'https://s'\n",
      [["server = 'https://s'", { host: "m", server: "https://s" }]],
    ],
    ["at the root", "server = 'https://s'\n[host.m]\n", []],
  ],
  "host-repeated": [
    [
      "a header away from its host",
      "[host.m]\n[host.n]\n[host.m.header]\nx = '1'\n",
      [["[host.m.header]", { host: "m" }]],
    ],
    ["in 1.7, which lists it once", "[host.m]\n[host.n]\n[host.m.header]\n", [], { version: "1.7" }],
    ["a header next to its host", "[host.m]\n[host.m.header]\n[host.n]\n", []],
    ["a header before its host", "[host.m.header]\n[host.m]\n", []],
  ],
  "server-only": [
    [
      "in 1.6",
      "server = 'https://quay.io'\n",
      [["server = 'https://quay.io'", { refused: true }]],
      { version: "1.6" },
    ],
    [
      "in 1.7.32",
      "server = 'https://quay.io'\n",
      [["server = 'https://quay.io'", { refused: false }]],
      { version: "1.7.32" },
    ],
    ["root keys only", "ca = 'x'\n", [["ca = 'x'"]]],
    ["comments only", "# nothing\n", []],
    ["a host", "server = 'https://quay.io'\n[host.m]\n", []],
  ],
  "no-scheme-http-prefix": [
    ["a host", "[host.'httpd.local:5000']\n", [["'httpd.local:5000'", { outcome: "httpd.local://" }]]],
    ["a server", "server = 'http-cache'\n", [["'http-cache'"]]],
    ["with a scheme", "[host.'https://httpd.local:5000']\n", []],
  ],
  "slow-fallback": [
    [
      "no dial_timeout",
      "[host.'https://m']\n",
      [["'https://m'", { reason: "no-dial-timeout", seconds: 30 }]],
    ],
    [
      "a release that ignores it",
      SPEGEL,
      [["'http://10.0.0.7:30020'", { reason: "release-ignores-it" }]],
      { version: "1.7" },
    ],
    ["Spegel's own file", SPEGEL, []],
    [
      "0, which is no limit",
      "[host.m]\ndial_timeout = '0s'\n",
      [["m", { reason: "no-limit", seconds: 127 }]],
    ],
    [
      "0 in 1.7",
      "[host.m]\ndial_timeout = '0s'\n",
      [["m", { reason: "release-ignores-it", seconds: 30 }]],
      { version: "1.7" },
    ],
    ["an empty one", "[host.m]\ndial_timeout = ''\n", [["m", { reason: "no-dial-timeout" }]]],
    ["a server", "server = 'https://m'\n", []],
  ],
  "path-mirror": [
    [
      "the API's own path in _default",
      '[host."https://m/v2"]\noverride_path = true\n[host."https://n/v2/"]\n',
      [],
      { directory: "_default" },
    ],
    [
      "/v2 appended",
      "[host.'https://m/hub']\n",
      [["'https://m/hub'", { problem: "appended", apiRoot: "/hub/v2" }]],
    ],
    [
      "a path for every registry",
      HARBOR,
      [['"https://harbor.example.com/v2/hub"', { problem: "default" }]],
      { directory: "_default" },
    ],
    ["a path for one registry", HARBOR, []],
    ["the API's own path", "[host.'https://m/v2']\n", []],
    ["no path", "[host.'https://m/']\n", []],
  ],
  "override-path": [
    [
      "no path",
      "[host.'https://m']\noverride_path = true\n",
      [["override_path = true", { host: "https://m", name: "https://m", path: "/" }]],
    ],
    ["a slash", "[host.'https://m/']\noverride_path = true\n", [["override_path = true", { path: "/" }]]],
    [
      "a path",
      "[host.'https://m/proxy-cache/']\noverride_path = true\n",
      [["override_path = true", { path: "/proxy-cache" }]],
    ],
    ["no scheme", "[host.'m/quay']\noverride_path = true\n", [["override_path = true", { path: "/quay" }]]],
    ["v2 within a word", "[host.'https://m/v2x']\noverride_path = true\n", [["override_path = true", {}]]],
    ["V2", "[host.'https://m/V2/x']\noverride_path = true\n", [["override_path = true", {}]]],
    [
      "the server",
      "server = 'https://m/quay'\noverride_path = true\n",
      [["override_path = true", { host: null, name: "https://m/quay", path: "/quay" }]],
    ],
    ["the root without server, where it does nothing", "override_path = true\n[host.'https://m']\n", []],
    ["v2 first", "[host.'https://m/v2/quay']\noverride_path = true\n", []],
    ["v2 last", "[host.'https://m/artifactory/api/docker/r/v2']\noverride_path = true\n", []],
    ["v2 escaped", "[host.'https://m/%76%32/quay']\noverride_path = true\n", []],
    ["false", "[host.'https://m']\noverride_path = false\n", []],
    ["a valid file", HARBOR, []],
  ],
  "root-key": [
    [
      "skip_verify",
      "skip_verify = true\n[host.'https://m']\n",
      [
        [
          "skip_verify = true",
          { key: "skip_verify", problem: "server-only", server: null, hosts: ["https://m"] },
        ],
      ],
    ],
    [
      "ca with server",
      "server = 'https://s'\nca = '/x'\n[host.'https://m']\n[host.'https://n']\nca = '/y'\n",
      [["ca = '/x'", { problem: "server-only", server: "https://s", hosts: ["https://m"] }]],
    ],
    ["client", "client = '/x'\n[host.'m']\n", [["client = '/x'", { hosts: ["m"] }]]],
    ["header", "header.x = '1'\n[host.'http://m']\n", [["header.x = '1'", { key: "header" }]]],
    [
      "a table of headers",
      "[header]\nx = '1'\ny = '2'\n[host.'http://m']\n",
      [["x = '1'", { key: "header" }]],
    ],
    [
      "dial_timeout",
      "dial_timeout = '1s'\n[host.'http://m']\n",
      [["dial_timeout = '1s'", { problem: "server-only" }]],
    ],
    [
      "dial_timeout in 1.7, which ignores it",
      "dial_timeout = '1s'\n[host.'http://m']\n",
      [],
      { version: "1.7" },
    ],
    [
      "capabilities without server",
      "capabilities = ['pull']\n[host.'https://m']\n",
      [["capabilities = ['pull']", { problem: "no-effect", server: null, hosts: [] }]],
    ],
    [
      "capabilities alone",
      "capabilities = ['pull']\n",
      [["capabilities = ['pull']", { problem: "no-effect" }]],
    ],
    [
      "override_path without server",
      "override_path = true\n[host.'https://m/v2/x']\n",
      [["override_path = true", { problem: "no-effect" }]],
    ],
    [
      "an empty server is none",
      "server = ''\noverride_path = true\n",
      [["override_path = true", { problem: "no-effect" }]],
    ],
    [
      "capabilities of the server",
      "server = 'https://s'\ncapabilities = ['pull']\n[host.'https://m']\n",
      [["capabilities = ['pull']", { problem: "server-only" }]],
    ],
    [
      "override_path of the server",
      "server = 'https://s/v2/x'\noverride_path = true\n[host.'https://m/v2/x']\n[host.'https://n']\n",
      [["override_path = true", { problem: "server-only", hosts: ["https://m/v2/x"] }]],
    ],
    ["no host", "skip_verify = true\n", []],
    ["plain http, which verifies nothing", "skip_verify = true\nca = 'x'\n[host.'http://m']\n", []],
    ["each host has its own", "skip_verify = true\n[host.'https://m']\nskip_verify = false\n", []],
    ["switched off", "skip_verify = false\noverride_path = false\n[host.'https://m']\n", []],
    ["a valid file", HARBOR, []],
  ],
  "dial-timeout": [
    [
      "-1s",
      "[host.m]\ndial_timeout = '-1s'\n",
      [["dial_timeout = '-1s'", { problem: "negative", host: "m", timeout: "-1s" }]],
    ],
    ["-1ns", "[host.m]\ndial_timeout = '-1ns'\n", [["dial_timeout = '-1ns'", { problem: "negative" }]]],
    [
      "-1h30m",
      "dial_timeout = '-1h30m'\n",
      [["dial_timeout = '-1h30m'", { problem: "negative", host: null }]],
    ],
    ["200ns", "[host.m]\ndial_timeout = '200ns'\n", [["dial_timeout = '200ns'", { problem: "too-short" }]]],
    ["1ms", "[host.m]\ndial_timeout = '1ms'\n", []],
    ["-0s, which is 0", "[host.m]\ndial_timeout = '-0s'\n", []],
    ["before 2.0.7", "[host.m]\ndial_timeout = '-1s'\n", [], { version: "2.0.6" }],
    ["Spegel's own file", SPEGEL, []],
  ],
  secret: [
    [
      "Authorization",
      "[host.m.header]\nauthorization = 'Basic x'\n",
      [["authorization = 'Basic x'", { what: "header", host: "m" }]],
    ],
    ["an API key at the root", "header.X-Api-Key = 'x'\n", [["header.X-Api-Key = 'x'", { host: null }]]],
    ["in an inline table", "[host.m]\nheader = { Cookie = 'x' }\n", [["Cookie = 'x'"]]],
    [
      "a password in a URL",
      "[host.'https://u:p@m']\n",
      [["'https://u:p@m'", { what: "url-password", name: "u" }]],
    ],
    ["another header", "[host.m.header]\nx-team = 'a'\n", []],
  ],
  "cert-missing": [
    [
      "ca",
      "ca = 'a.pem'\n",
      [["'a.pem'", { file: "/etc/containerd/certs.d/quay.io/a.pem", field: "ca", host: null }]],
    ],
    [
      "client pairs",
      "[host.m]\nclient = [['a.crt', '/k'], 'b']\n",
      [
        ["'a.crt'", { file: "/etc/containerd/certs.d/quay.io/a.crt", host: "m" }],
        ["'/k'", { file: "/k" }],
        ["'b'", { field: "client" }],
      ],
    ],
    ["none", SPEGEL, []],
  ],
  "server-no-fallback": [
    ["a mirror", "server = 'https://m'\n", [["'https://m'", { server: "https://m", registry: "quay.io" }]]],
    ["the registry", "server = 'https://quay.io'\n", []],
    [
      "any server in _default",
      "server = 'https://quay.io'\n",
      [["'https://quay.io'", { registry: null }]],
      { directory: "_default" },
    ],
    ["Docker Hub", HARBOR, [], { directory: "docker.io" }],
    ["a registry with a port", "server = 'https://r:5000'\n", [], { directory: "r_5000_" }],
    ["no server", SPEGEL, []],
  ],
  dockerhub: [
    [
      "index.docker.io",
      SPEGEL,
      [["", { where: "directory", name: "index.docker.io" }]],
      { directory: "index.docker.io" },
    ],
    [
      "a server that is no registry",
      "server = 'https://docker.io'\n",
      [["'https://docker.io'", { where: "server" }]],
      { directory: "docker.io" },
    ],
    ["docker.io", HARBOR, [], { directory: "docker.io" }],
  ],
  "plain-http": [
    ["a mirror", SPEGEL, [["'http://10.0.0.7:30020'", { address: "10.0.0.7:30020" }]]],
    ["a server", "server = 'http://m'\n", [["'http://m'", { address: "m" }]]],
    ["https", HARBOR, []],
  ],
  "skip-verify": [
    ["a host", "[host.m]\nskip_verify = true\n", [["skip_verify = true", { host: "m" }]]],
    ["the root", "skip_verify = true\n", [["skip_verify = true", { host: null }]]],
    ["false", "[host.m]\nskip_verify = false\n", []],
  ],
};

describe.each(Object.entries(rows))("hosts/%s", (code, table) => {
  it.each(table)("%s", (_what, text, found, options = {}) => {
    const findings = lintHostsFile(text, { directory: "quay.io", ...options });
    const own = findings.filter((finding) => finding.code === code);
    const marked = own.map(({ range }) => text.slice(range.start, range.end));
    expect(marked).toEqual(found.map(([mark]) => mark));
    for (const [index, [, facts = {}]] of found.entries()) expect(own[index]).toMatchObject(facts);
  });
});

function codes(findings: HostsFinding[]): FindingCode[] {
  return findings.map(({ code }) => code);
}

it("says of a file that containerd ignores nothing that happens only while it is used", () => {
  const mirror = "[host.'http://m.example:5000/p']\nskip_verify = true\nca = 'ca.crt'\n";
  const codesOf = (text: string, version: string) =>
    lintHostsFile(`${text}${mirror}`, { directory: "docker.io", version }).map(({ code }) => code);
  expect(codesOf("server = 'https://s.example'\n", "2.2")).toEqual(
    expect.arrayContaining([
      "server-no-fallback",
      "slow-fallback",
      "plain-http",
      "skip-verify",
      "cert-missing",
    ]),
  );
  expect(codesOf("server = 'https://s.example'\ncapabilities = ['fly']\n", "2.2")).toEqual([
    "rejected",
    "url",
  ]);
  const serverOnly = { directory: "docker.io", version: "1.7.20" };
  expect(lintHostsFile("server = 'https://s.example'\n", serverOnly).map(({ code }) => code)).toEqual([
    "server-only",
  ]);
});

describe("lintHostsFile", () => {
  it("says only of Spegel's own file that it is plain http", () => {
    expect(codes(lintHostsFile(SPEGEL, { directory: "_default" }))).toEqual(["plain-http"]);
  });

  it("says nothing of a mirror written with care", () => {
    expect(lintHostsFile(HARBOR, { directory: "docker.io" })).toEqual([]);
  });

  it("says nothing of an empty file", () => {
    expect(lintHostsFile(" \n", { directory: "_default" })).toEqual([]);
  });

  it("reports nothing but syntax in a text that is no TOML", () => {
    const text = "[host.m]\nskip_verify = true\ncapabilities = [\n";
    expect(codes(lintHostsFile(text, { directory: "_default" }))).toEqual(["toml"]);
  });

  it("sorts findings by where they are", () => {
    const text = "[host.'http://a']\nskip_verify = true\n[hosts.b]\n";
    const starts = lintHostsFile(text, { directory: "_default" }).map(({ range }) => range.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});
