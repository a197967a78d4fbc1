import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { helmValues, spegelValues } from "../../testing/specs.js";

const registries = (...entries: string[]) =>
  spegelValues("mirroredRegistries:", ...entries.map((entry) => `  - ${entry}`));
const targets = (...entries: string[]) =>
  spegelValues("additionalMirrorTargets:", ...entries.map((entry) => `  - ${entry}`));

describeRule("spegel/registry-url", {
  settings: { spegelVersion: "0.5.0" },
  fires: {
    "no scheme": spegelValues("mirroredRegistries: [«docker.io», 'https://quay.io']"),
    "a path": spegelValues("mirroredRegistries: [«'https://quay.io/team'»]"),
    "a target with a user": spegelValues("additionalMirrorTargets: [«'http://u:p@m.example'»]"),
    "beside an entry that is no text": spegelValues("mirroredRegistries: [1, «docker.io»]"),
    "a wildcard as a target": spegelValues("additionalMirrorTargets: [«'*'»]"),
    "two wildcards": spegelValues("mirroredRegistries: [_default, «'*'»]"),
    "in a YAML string": helmValues(
      " |\n            spegel:\n              mirroredRegistries:\n                - «quay.io»\n",
    ),
  },
  silent: {
    "addresses and one wildcard": spegelValues("mirroredRegistries: ['https://quay.io', '*']"),
    "the node's address": spegelValues("additionalMirrorTargets: ['http://$(NODE_IP):5000']"),
    "a complete spec": example("13-cluster-with-secrets.yaml"),
  },
  unfixed: {
    "a target with a path": spegelValues("additionalMirrorTargets: ['https://ecr.example/v2/docker-hub']"),
    "an IPv6 target whose brackets containerd 1.7 cannot read": targets("http://fd00::a"),
    "a target with a query": spegelValues("additionalMirrorTargets: ['https://m.example?ns=quay.io']"),
    "the node's address and a path": spegelValues("additionalMirrorTargets: ['http://$(NODE_IP):5000/']"),
  },
  fixes: {
    "a repository, which the title gives up": {
      title: /^Write https:\/\/quay\.io, without \/team\/app$/,
      before: spegelValues("mirroredRegistries:", "  - https://quay.io/team/app"),
      after: spegelValues("mirroredRegistries:", "  - https://quay.io"),
    },
    "a user and a path, which the title gives up": {
      title: /^Write https:\/\/quay\.io, without its user and \/team$/,
      before: spegelValues("mirroredRegistries:", "  - https://u:p@quay.io/team"),
      after: spegelValues("mirroredRegistries:", "  - https://quay.io"),
    },
    "a user of a target": {
      title: /^Write http:\/\/m\.example, without its user$/,
      before: spegelValues("additionalMirrorTargets:", "  - http://u:p@m.example/"),
      after: spegelValues("additionalMirrorTargets:", "  - http://m.example"),
    },
    "a slash alone": {
      title: /^Write https:\/\/m\.example$/,
      before: spegelValues("additionalMirrorTargets:", "  - https://m.example/"),
      after: spegelValues("additionalMirrorTargets:", "  - https://m.example"),
    },
    "an IPv6 registry without brackets": {
      title: /^Write https:\/\/\[fd00::a\]$/,
      before: registries("https://fd00::a"),
      after: registries("https://[fd00::a]"),
    },
    "the scheme added": {
      title: /https:\/\/docker\.io/,
      before: spegelValues("mirroredRegistries:", "  - docker.io # hub", "  - https://quay.io"),
      after: spegelValues("mirroredRegistries:", "  - https://docker.io # hub", "  - https://quay.io"),
    },
  },
});

describeRule("spegel/registry-url", {
  settings: { spegelVersion: "0.7.4", containerdVersion: "2.3" },
  fires: { "an IPv6 target without brackets": targets("«http://fd00::a»") },
  silent: { "an IPv6 target": targets("http://[fd00::a]:5000") },
  fixes: {
    brackets: {
      title: /^Write http:\/\/\[fd00::a\]$/,
      before: targets("http://fd00::a"),
      after: targets("http://[fd00::a]"),
    },
  },
});

describe("spegel/registry-url says what to do instead", () => {
  const said = (text: string) =>
    diagnosticsOf(text, "spegel/registry-url", { settings: { spegelVersion: "0.7.4" } }).map(
      ({ message }) => message,
    );

  it("of a mirror with a path", () => {
    expect(said(targets("https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/docker-hub"))).toEqual([
      "Spegel will not start: invalid registry url path has to be empty: https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/docker-hub. A mirror with a path has to be a hosts.toml with override_path: with prependExisting Spegel keeps it, with containerdMirrorAdd: false too.",
    ]);
  });

  it("of a repository", () => {
    expect(said(registries("https://quay.io/team"))).toEqual([
      "Spegel will not start: invalid registry url path has to be empty: https://quay.io/team. The list is of registries, each with all its repositories.",
    ]);
  });

  it("in a length that can be read", () => {
    const [message = ""] = said(targets(`https://m.example/${"x".repeat(5_000)}`));
    expect(message.length).toBeLessThanOrEqual(300);
  });
});

describeRule("spegel/registry-name", {
  settings: { spegelVersion: "0.7.4" },
  fires: {
    "Docker Hub's other names": registries(
      "«https://registry-1.docker.io»",
      "«https://index.docker.io»",
      "«http://hub.docker.com»",
    ),
    capitals: registries("«https://GHCR.io»"),
    wildcards: registries("«https://*.example.com»"),
    "ports that are none": registries(
      "«https://ghcr.io:99999»",
      "«https://ghcr.io:0»",
      "«'https://ghcr.io:'»",
    ),
    "names that cannot be": registries(
      "«https://my_reg:5000»",
      "«https://x-.example.com»",
      "«https://reg.example.»",
      "«https://bücher.example»",
    ),
    "a port as directories have it": registries("«https://reg.example_5000»"),
    "an IPv6 address without brackets": registries("«https://2001:db8::1:5000»"),
    "a part of Docker Hub": registries("«https://team»"),
    "the wildcard with a scheme": registries("«https://_default»", "«https://*»"),
    "no registry": registries("«'https://'»"),
    "in a YAML string": helmValues(
      " |\n            spegel:\n              mirroredRegistries: [«'https://Quay.io'»]\n",
    ),
  },
  silent: {
    registries: registries(
      "https://docker.io",
      "http://reg.example:5000",
      "https://localhost:5000",
      "'https://[fd00::1]:5000'",
    ),
    wildcards: registries("_default"),
    "the other wildcard": registries("'*'"),
    "what Spegel refuses": registries("docker.io", "https://Quay.io/team"),
    targets: targets("https://Mirror.example", "https://registry-1.docker.io"),
  },
  unfixed: {
    "a wildcard in a name": registries("https://*.example.com"),
    "an address that may have a port": registries("https://2001:db8::1:5000"),
    "a second wildcard": registries("'*'", "https://_default"),
    "a node's address": registries("https://$(NODE_IP):99999"),
  },
  fixes: {
    "Docker Hub's one name": {
      title: /^Write https:\/\/docker\.io$/,
      before: registries("http://registry-1.docker.io # hub"),
      after: registries("https://docker.io # hub"),
    },
    "which is listed": {
      title: /^Remove it: https:\/\/docker\.io is listed$/,
      before: registries("https://docker.io", "https://index.docker.io"),
      after: registries("https://docker.io"),
    },
    "small letters": {
      title: /^Write http:\/\/ghcr\.io:80$/,
      before: registries("http://GHCR.io:80"),
      after: registries("http://ghcr.io:80"),
    },
    brackets: {
      title: /^Write https:\/\/\[2001:db8::a\]:30020$/,
      before: registries("https://2001:db8::a:30020"),
      after: registries("https://[2001:db8::a]:30020"),
    },
    "the port": {
      title: /^Write https:\/\/reg\.example:5000$/,
      before: registries("https://reg.example_5000"),
      after: registries("https://reg.example:5000"),
    },
    "the wildcard": {
      title: /^Write _default$/,
      before: registries("https://_default"),
      after: registries("_default"),
    },
  },
});

describe("spegel/registry-name says why", () => {
  const said = (text: string, spegelVersion = "0.7.4") =>
    diagnosticsOf(text, "spegel/registry-name", { settings: { spegelVersion } }).map(
      ({ message }) => message,
    );

  it.each([
    ["https://registry-1.docker.io", "images of Docker Hub have the registry docker.io"],
    ["https://GHCR.io", "names are compared letter by letter, and images have ghcr.io"],
    ["https://*.example.com", "a registry has one name, and wildcards in it are not known"],
    [
      "https://_default",
      "Spegel writes server = https://_default into _default/hosts.toml, where every other pull then ends; all registries are _default, without a scheme",
    ],
  ])("%s", (entry, why) => {
    expect(said(registries(entry))).toEqual([`No image uses ${entry} of mirroredRegistries: ${why}.`]);
  });

  it("0.4.0 takes _default with a scheme for all registries, 0.3.0 has no word for them", () => {
    expect(said(registries("https://_default"), "0.4.0")).toEqual([]);
    expect(said(registries("https://_default"), "0.3.0")).toEqual([
      "No image uses https://_default of mirroredRegistries: Spegel writes server = https://_default into _default/hosts.toml, where every other pull then ends; all registries are an empty list, from 0.1.0 on.",
    ]);
  });

  it("reads the list of older releases", () => {
    const text = spegelValues("registries: ['https://index.docker.io']");
    expect(said(text, "0.0.30")).toEqual([
      "No image uses https://index.docker.io of registries: images of Docker Hub have the registry docker.io.",
    ]);
  });
});

const nodeIp = (value: string) => helmValues(`\n            service: {registry: {nodeIp: ${value}}}\n`);

describeRule("spegel/ipv6-target", {
  settings: { spegelVersion: "0.7.4", containerdVersion: "2.3" },
  fires: {
    "without brackets, with a port": targets("«http://fd00::7:30020»"),
    "without brackets and port": targets("«http://fd00::10»"),
    "of every node": nodeIp("«'fd00::7'»"),
    "in a YAML string": helmValues(
      " |\n            spegel:\n              additionalMirrorTargets: [«'http://fd00::7:5000'»]\n",
    ),
  },
  silent: {
    "in brackets": targets("'http://[fd00::7]:30020'"),
    "every node's in brackets": nodeIp("'[fd00::7]'"),
    "IPv4 and names": targets("http://10.0.0.7:5000", "https://m.example"),
    "what Spegel refuses": targets("http://fd00::a"),
    "Spegel writes nothing": spegelValues(
      "containerdMirrorAdd: false",
      "additionalMirrorTargets: ['http://fd00::7:30020']",
    ),
  },
  unfixed: { "what may be a port": targets("http://fd00::7:5000") },
  fixes: {
    "brackets before a port": {
      title: /^Write http:\/\/\[fd00::7\]:30020$/,
      before: targets("http://fd00::7:30020 # cache"),
      after: targets("http://[fd00::7]:30020 # cache"),
    },
    "brackets around every node's": {
      title: /^Write \[fd00::7\]$/,
      before: nodeIp("'fd00::7'"),
      after: nodeIp("'[fd00::7]'"),
    },
  },
});

// containerd 1.x cannot read brackets in the name of a table.
describeRule("spegel/ipv6-target", {
  settings: { spegelVersion: "0.4.0", containerdVersion: "1.7" },
  fires: {
    "in brackets": targets("«'http://[fd00::7]:30020'»"),
    "what is taken for the port": targets("«http://2001:db8:0:0:0:0:0:1»"),
  },
  silent: {
    "without brackets, with a port": targets("http://fd00::7:30020"),
    "every node's": nodeIp("'fd00::7'"),
  },
});

describe("spegel/ipv6-target says what containerd makes of it", () => {
  it.each([
    [
      "2.3",
      "http://fd00::7:30020",
      "containerd 2.3 cannot read http://fd00::7:30020 without brackets: it ignores every hosts.toml that Spegel writes and uses no mirror.",
    ],
    [
      "2.2",
      "http://fd00::10",
      "containerd 2.2 takes the last number of http://fd00::10 for the port: it asks fd00:, port 10.",
    ],
    [
      "1.6",
      "'http://[fd00::7]:1'",
      "containerd 1.6 cannot read http://[fd00::7]:1 with its brackets: it ignores every hosts.toml that Spegel writes and uses no mirror.",
    ],
  ])("containerd %s, %s", (containerdVersion, entry, message) => {
    const found = diagnosticsOf(targets(entry), "spegel/ipv6-target", { settings: { containerdVersion } });
    expect(found.map((one) => one.message)).toEqual([message]);
  });
});
