import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { awsCluster } from "../../testing/specs.js";

const network = (...lines: string[]) =>
  awsCluster({ more: `  network:\n${lines.map((line) => `    ${line}\n`).join("")}` });
const aws = (...lines: string[]) =>
  awsCluster({
    locations: [
      `    - name: aws1\n      aws:\n        awsApiAccessSecretRef: a\n${lines.map((line) => `        ${line}\n`).join("")}`,
    ],
  });

describeRule("spec/cidr", {
  fires: {
    "a word": network("clusterCIDR: «all» # ours"),
    "no prefix": network("podCIDR: «100.96.0.0»"),
    "a prefix of nothing": network("serviceCIDR: «100.64.0.0/»"),
    "too long a prefix": network("podCIDR: «100.96.0.0/33»"),
    "a number above 255": network("podCIDR: «100.300.0.0/11»"),
    "three numbers": network("podCIDR: «100.96.0/11»"),
    "a comma for a point": network("podCIDR: «'100,96.0.0/11'»"),
    "a range": network("podCIDR: «100.96.0.0-100.127.255.255»"),
    "a backslash": network("podCIDR: «'100.96.0.0\\11'»"),
    "a host's name": network("clusterCIDR: «pods.example.com/16»"),
    "in a fragment": "spec: {network: {podCIDR: «x/8»}}\n",
    "of a VPC": aws("vpcCidrBlock: «172.16.0.0»"),
    "of a subnet": aws("cidrBlocks: {nodePublic: ['', «10.0.0/24», 10.0.1.0/24]}"),
    "of each list": aws("cidrBlocks:", "  masterPublic:", "    - «a»", "  nodePublic:", "    - «'b'»"),
    "of a virtual network": awsCluster({
      locations: ["    - {name: aws1, azure: {virtualNetworkSubnetCidrBlock: «10.1.0.0/x»}}\n"],
    }),
    "bits behind the prefix (warning)": network("clusterCIDR: «100.65.0.0/10»"),
    "bits behind the prefix of a VPC (warning)": aws("vpcCidrBlock: «172.16.1.0/16»"),
    "the second of two families": network("podCIDR: «'100.96.0.0/11,fd00::/129'»"),
    "a VPC that is too large": aws("vpcCidrBlock: «10.0.0.0/8»"),
    "a subnet that is too small": aws("cidrBlocks: {masterPublic: [«10.0.0.0/29»]}"),
    "an address": network("dnsIP: «100.64.0.300»"),
    "an address with a prefix": network("masterIP: «100.64.0.1/32»"),
    "a blank in quotes": network("dnsIP: «'100.64.0.10 '»"),
    JSON: '{"kind": "Cluster", "spec": {"network": {"podCIDR": «"10.0.0.0"»}}}',
    "CRLF line breaks": network("podCIDR: «10.0.0.0» # x").replaceAll("\n", "\r\n"),
    "by an alias": network("podCIDR: &r «10.0.0.0»", "other: *r"),
    "by a merge key": network("<<: {podCIDR: «10.0.0.0»}"),
  },
  silent: {
    "the defaults": network(
      "clusterCIDR: 100.64.0.0/10",
      "podCIDR: 100.96.0.0/11",
      "serviceCIDR: 100.64.0.0/13",
      "masterIP: 100.64.0.1",
      "dnsIP: 100.64.0.10",
    ),
    "quoted and not": network("clusterCIDR: '10.0.0.0/8'", 'podCIDR: "10.4.0.0/16"'),
    IPv6: network("podCIDR: fd00:10:244::/56", "dnsIP: fd00::a"),
    "both families": network("podCIDR: 100.96.0.0/11,fd00::/56"),
    "every address": network("clusterCIDR: 0.0.0.0/0"),
    "one address": network("podCIDR: 10.0.0.1/32"),
    "empty text": network("clusterCIDR: ''", "dnsIP: ''", "podCIDR:"),
    "zones that are left out": aws(
      "vpcCidrBlock: 172.18.80.0/20",
      "cidrBlocks: {masterPublic: ['', 172.18.80.0/24, null], nodePrivate: [], nodePublic: null}",
    ),
    "the largest and the smallest of AWS": aws(
      "vpcCidrBlock: 10.0.0.0/16",
      "cidrBlocks: {a: [10.0.0.16/28]}",
    ),
    "what is no text": network("clusterCIDR: 10", "podCIDR: [10.0.0.0/8]", "dnsIP: {}"),
    "another key": network("natCIDR: x", "dnsDomain: cluster.local"),
    "another place": awsCluster({ more: "  features: {podCIDR: x}\n" }),
    "a whole example": example("10-aws-two-groups.yaml"),
  },
  unfixed: {
    "no prefix": network("podCIDR: 100.96.0.0"),
    "three numbers": network("podCIDR: 100.96.0/11"),
    "a prefix that is too long": network("podCIDR: 100.96.0.0/33"),
    "one of two with bits behind its prefix": network("podCIDR: 100.97.0.0/11,fd00::/56"),
    "a netmask with holes": network("podCIDR: 100.96.0.0/255.0.255.0"),
  },
  fixes: {
    "bits behind the prefix": {
      title: /Write 100\.64\.0\.0\/10/,
      before: network("clusterCIDR: '100.65.3.0/10' # all"),
      after: network("clusterCIDR: '100.64.0.0/10' # all"),
    },
    "a netmask": {
      title: /Write 172\.16\.0\.0\/16/,
      before: aws("vpcCidrBlock: 172.16.0.0/255.255.0.0"),
      after: aws("vpcCidrBlock: 172.16.0.0/16"),
    },
    "leading zeros": {
      title: /Write 10\.0\.8\.0\/24/,
      before: network("podCIDR: 010.00.08.0/24"),
      after: network("podCIDR: 10.0.8.0/24"),
    },
    blanks: {
      title: /Write 10\.0\.0\.0\/8/,
      before: network("podCIDR: ' 10.0.0.0/8'"),
      after: network("podCIDR: '10.0.0.0/8'"),
    },
    "a blank at an address": {
      title: /Write 100\.64\.0\.10/,
      before: network("dnsIP: '100.64.0.10 '"),
      after: network("dnsIP: '100.64.0.10'"),
    },
  },
});

describeRule("spec/network-ranges", {
  fires: {
    "pods in the services' range": network("podCIDR: 100.64.0.0/12", "serviceCIDR: «100.64.0.0/13»"),
    "services in the pods' range": network("serviceCIDR: «10.1.0.0/16» # ours", "podCIDR: 10.0.0.0/8"),
    "the same": network("podCIDR: 10.0.0.0/16", "serviceCIDR: «'10.0.0.0/16'»"),
    "the second family": network("podCIDR: '10.0.0.0/16,fd00::/56'", "serviceCIDR: «fd00::/64»"),
    "pods outside of the cluster": network("clusterCIDR: 100.64.0.0/10", "podCIDR: «10.0.0.0/16»"),
    "pods in more than the cluster": network("clusterCIDR: 10.0.0.0/16", "podCIDR: «10.0.0.0/8»"),
    "dnsIP outside": network("serviceCIDR: 10.0.0.0/16", "dnsIP: «10.1.0.10»"),
    "masterIP outside": network("serviceCIDR: 10.0.0.0/16", "masterIP: «10.1.0.1»", "dnsIP: 10.0.0.10"),
    "both outside": network("serviceCIDR: 10.0.0.0/16", "masterIP: «10.1.0.1»", "dnsIP: «10.1.0.10»"),
    "one address for two": network("masterIP: 100.64.0.1", "dnsIP: «100.64.0.1»"),
    "a subnet outside of its VPC": aws(
      "vpcCidrBlock: 10.0.0.0/16",
      "cidrBlocks: {nodePublic: ['', «10.1.0.0/24», 10.0.3.0/24], masterPublic: [«172.16.0.0/24»]}",
    ),
    "in a fragment": "spec: {network: {podCIDR: 10.0.0.0/16, serviceCIDR: «10.0.1.0/24»}}\n",
    JSON: '{"kind": "Cluster", "spec": {"network": {"podCIDR": "10.0.0.0/8", "serviceCIDR": «"10.1.0.0/16"»}}}',
    "CRLF line breaks": network("podCIDR: 10.0.0.0/8", "serviceCIDR: «10.1.0.0/16»").replaceAll("\n", "\r\n"),
    "by an alias": network("podCIDR: &r 10.0.0.0/16", "serviceCIDR: «*r»"),
  },
  silent: {
    "the defaults": network(
      "clusterCIDR: 100.64.0.0/10",
      "podCIDR: 100.96.0.0/11",
      "serviceCIDR: 100.64.0.0/13",
      "masterIP: 100.64.0.1",
      "dnsIP: 100.64.0.10",
    ),
    "services outside of the cluster": network("clusterCIDR: 10.0.0.0/16", "serviceCIDR: 10.1.0.0/16"),
    "beside each other": network("podCIDR: 10.0.0.0/17", "serviceCIDR: 10.0.128.0/17"),
    "two families": network("clusterCIDR: 10.0.0.0/8", "podCIDR: fd00::/56", "serviceCIDR: fd01::/108"),
    "nothing to compare with": network("dnsIP: 10.0.0.10", "podCIDR: 10.0.0.0/8"),
    "what is none, which is spec/cidr": network("podCIDR: 10.0.0.0", "serviceCIDR: 10.0.0.0/8", "dnsIP: x"),
    "a range that is none, which is spec/cidr": network("serviceCIDR: 10.0.0.0", "dnsIP: 10.0.0.10"),
    "a VPC that is there": aws(
      "vpcId: vpc-1",
      "vpcCidrBlock: 10.0.0.0/16",
      "cidrBlocks: {nodePublic: [10.1.0.0/24]}",
    ),
    "subnets without a VPC": aws("cidrBlocks: {nodePublic: [10.1.0.0/24]}"),
    "a subnet of each zone": aws(
      "vpcCidrBlock: 172.18.80.0/20",
      "cidrBlocks: {masterPublic: ['', 172.18.80.0/24, 172.18.81.0/24]}",
    ),
    "two locations": awsCluster({
      locations: ["10.0", "10.1"].map(
        (net, index) =>
          `    - {name: aws${index + 1}, aws: {awsApiAccessSecretRef: a, vpcCidrBlock: ${net}.0.0/16, cidrBlocks: {nodePublic: [${net}.1.0/24]}}}\n`,
      ),
    }),
    "a whole example": example("10-aws-two-groups.yaml"),
  },
});

describe("ranges of addresses", () => {
  const told = (text: string, code: "spec/cidr" | "spec/network-ranges") =>
    diagnosticsOf(text, code).map(({ severity, message }) => `${severity}: ${message}`);

  it.each([
    ["podCIDR: all", "error: podCIDR all is no CIDR: there is no / in it."],
    ["podCIDR: 10.0.0.0", "error: podCIDR 10.0.0.0 is no CIDR: it has no prefix length, such as /16."],
    ["podCIDR: 10.0.0/8", "error: podCIDR 10.0.0/8 is no CIDR: IPv4 address too short."],
    ["podCIDR: 10.0.0.256/8", "error: podCIDR 10.0.0.256/8 is no CIDR: IPv4 field has value >255."],
    ["podCIDR: ' 10.0.0.0/8'", 'error: podCIDR " 10.0.0.0/8" is no CIDR: there are blanks around it.'],
    ["podCIDR: 10.0.0.0/40", "error: podCIDR 10.0.0.0/40 is no CIDR: prefix length out of range."],
    ["podCIDR: 10.0.0.0/x", 'error: podCIDR 10.0.0.0/x is no CIDR: bad bits after slash: "x".'],
    [
      "clusterCIDR: 10.1.0.0/8",
      "warning: clusterCIDR 10.1.0.0/8 has bits behind its prefix: the range is 10.0.0.0/8.",
    ],
    ["dnsIP: 10.0.0", "error: dnsIP 10.0.0 is no IP address."],
  ])("says of %s what is wrong", (line, message) => {
    expect(told(network(line), "spec/cidr")).toEqual([message]);
  });

  it("says which AWS takes", () => {
    expect(told(aws("vpcCidrBlock: 10.0.0.0/8"), "spec/cidr")).toEqual([
      "error: vpcCidrBlock 10.0.0.0/8 has the prefix /8: AWS takes blocks from /16 to /28.",
    ]);
  });

  it("says what does not go together", () => {
    const text = network(
      "clusterCIDR: 10.0.0.0/16",
      "podCIDR: 10.1.0.0/16",
      "serviceCIDR: 10.1.2.0/24",
      "masterIP: 10.0.0.1",
      "dnsIP: 10.0.0.1",
    );
    expect(told(text, "spec/network-ranges").sort()).toEqual([
      "error: serviceCIDR 10.1.2.0/24 and podCIDR 10.1.0.0/16 share addresses: each needs its own.",
      "warning: dnsIP 10.0.0.1 is not within serviceCIDR 10.1.2.0/24.",
      "warning: dnsIP and masterIP are both 10.0.0.1: each needs its own address.",
      "warning: masterIP 10.0.0.1 is not within serviceCIDR 10.1.2.0/24.",
      "warning: podCIDR 10.1.0.0/16 is not within clusterCIDR 10.0.0.0/16.",
    ]);
  });

  it("stays short whatever is written", () => {
    const [message = ""] = told(network(`podCIDR: ${"1".repeat(5_000)}/${"9".repeat(5_000)}`), "spec/cidr");
    expect(message.length).toBeLessThan(300);
  });
});
