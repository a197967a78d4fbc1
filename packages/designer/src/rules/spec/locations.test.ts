import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { AWS_LOCATION, AZURE_LOCATION, awsCluster, awsGroup, cluster } from "../../testing/specs.js";

const both = [AWS_LOCATION, AZURE_LOCATION];
const inJson = (ref: string) =>
  `{"kind": "Cluster", "metadata": {"name": "c"}, "spec": {"locations": [{"name": "aws1", "aws": {}}],\n "nodes": [{"name": "web", "locations": [{"locationRef": ${ref}}]}]}}\n`;

describeRule("spec/location-ref", {
  fires: {
    "of a group": awsCluster({ nodes: [awsGroup("web", "«aws2»")] }),
    "of the master": cluster(
      `  locations:\n${AWS_LOCATION}  master:\n    locations:\n      - locationRef: «aws»\n`,
    ),
    "each one of a group": awsCluster({
      nodes: [awsGroup("web", "«'aws2'»").trimEnd().concat("\n        - locationRef: «az9»\n")],
    }),
    "with another capital": awsCluster({ nodes: [awsGroup("web", "«AWS1»")] }),
    "with a blank in quotes": awsCluster({ nodes: [awsGroup("web", "«'aws1 '»")] }),
    "of the secret store": awsCluster({
      more: "  secretStore: {awsS3: {locationRef: «aws9», s3BucketName: b}}\n",
    }),
    "a number that is another name": cluster(
      "  locations: [{name: 01, aws: {}}]\n  nodes: [{locations: [{locationRef: «1»}]}]\n",
    ),
    "no location in the spec": cluster("  nodes: [{locations: [{locationRef: «aws1»}]}]\n"),
    "null in the list of locations": cluster(
      "  locations: [null, {name: a, aws: {}}, {name: b, aws: {}}]\n  nodes: [{locations: [{locationRef: «c»}]}]\n",
    ),
    "of the first of two Clusters": `${awsCluster({ nodes: [awsGroup("web", "«aws2»")] })}---\n${awsCluster({ nodes: [awsGroup("web", "aws2")] })}`,
    JSON: inJson('«"aws2"»'),
    "CRLF line breaks": awsCluster({ nodes: [awsGroup("web", "«aws2» # mine")] }).replaceAll("\n", "\r\n"),
    missing: awsCluster({ nodes: ["    - name: web\n      locations:\n        - «aws: {}»\n"] }),
    empty: awsCluster({
      nodes: [awsGroup("web", "«''»")].map((text) => text.replace("locationRef: «''»", "«locationRef»: ''")),
    }),
    null: awsCluster({ nodes: [awsGroup("web", "~").replace("locationRef", "«locationRef»")] }),
    "misspelt in a fragment":
      "spec:\n  locations: [{name: dublin}]\n  master: {locations: [{locationRef: «dubln»}]}\n",
  },
  silent: {
    "two locations of two providers": awsCluster({
      locations: both,
      nodes: [awsGroup("web"), awsGroup("b", "az1")],
    }),
    "several locations of a group": awsCluster({
      locations: both,
      nodes: [`${awsGroup("web")}        - locationRef: az1\n`],
    }),
    "quoted and not": awsCluster({ nodes: [awsGroup("web", '"aws1"')] }),
    "numbers as names": cluster(
      "  locations: [{name: 1, aws: {}}]\n  nodes: [{locations: [{locationRef: '1'}]}]\n",
    ),
    "numbers as they are written": cluster(
      "  locations: [{name: 007, aws: {}}]\n  nodes: [{locations: [{locationRef: '007'}, {locationRef: 007}]}]\n",
    ),
    "a name of another anchor": cluster(
      "  locations: [{name: &n aws1, aws: {}}]\n  nodes: [{locations: [{locationRef: *n}]}]\n",
    ),
    "a merged location": cluster(
      "  locations: [{name: aws1, aws: {}}]\n  master: &m {locations: [{locationRef: aws1}]}\n  nodes: [{<<: *m, name: w}]\n",
    ),
    "a whole example": example("11-vsphere-ha-group-overrides.yaml"),
    "a misspelt key, which is spec/unknown-key": awsCluster({
      nodes: [awsGroup("web").replace("locationRef", "locationref")],
    }),
    "a location without a name, which is spec/location-name": cluster(
      "  locations: [{aws: {}}]\n  nodes: [{locations: [{locationRef: aws1}]}]\n",
    ),
    "a list, which is spec/type": awsCluster({ nodes: [awsGroup("web", "[aws1]")] }),
    "locations in a map, which is spec/type": cluster(
      "  locations: {aws1: {aws: {}}}\n  nodes: [{locations: [{locationRef: aws1}]}]\n",
    ),
    "a misspelt list, which is spec/unknown-key": awsCluster().replace("  locations", "  location"),
    "folded text": awsCluster({ nodes: [awsGroup("web", ">-\n            aws1")] }),
    "a fragment": "spec:\n  locations: [{name: a}]\n  nodes: [{locations: [{locationRef: b}, {aws: {}}]}]\n",
    "another secret store": awsCluster({ more: "  secretStore: {vault: {url: x}}\n" }),
    "no kind of Cluster": "kind: Pod\nspec:\n  nodes: [{locations: [{locationRef: b}]}]\n",
  },
  unfixed: {
    "two that are alike near": awsCluster({
      locations: [AWS_LOCATION, AWS_LOCATION.replace("aws1", "aws2")],
      nodes: [awsGroup("web", "aws3")],
    }),
    "none that is near": awsCluster({ locations: both, nodes: [awsGroup("web", "dublin")] }),
    "a group that a merge key repeats": cluster(
      "  locations: [{name: aws1, aws: {}}]\n  nodes: [&g {locations: [{locationRef: aws2}]}, {<<: *g, name: b}]\n",
    ),
  },
  fixes: {
    misspelt: {
      title: /Refer to aws1/,
      before: awsCluster({ locations: both, nodes: [awsGroup("web", "'AWS-1' # ours")] }),
      after: awsCluster({ locations: both, nodes: [awsGroup("web", "'aws1' # ours")] }),
    },
    "the only location": {
      title: /Refer to aws1/,
      before: awsCluster({ nodes: [awsGroup("web", "dublin")] }),
      after: awsCluster({ nodes: [awsGroup("web", "aws1")] }),
    },
    missing: {
      title: /Refer to aws1/,
      before: awsCluster({
        nodes: ["    - name: web\n      locations:\n        - aws:\n            instanceType: t3 # mine\n"],
      }),
      after: awsCluster({
        nodes: [
          "    - name: web\n      locations:\n        - aws:\n            instanceType: t3 # mine\n          locationRef: aws1\n",
        ],
      }),
    },
    empty: {
      title: /Refer to aws1/,
      before: awsCluster({ nodes: [awsGroup("web", "~ # later")] }),
      after: awsCluster({ nodes: [awsGroup("web", "aws1 # later")] }),
    },
    JSON: { title: /aws1/, before: inJson('"aws2"'), after: inJson('"aws1"') },
    "CRLF line breaks": {
      title: /aws1/,
      before: awsCluster({ nodes: [awsGroup("web", "aws2 # mine")] }).replaceAll("\n", "\r\n"),
      after: awsCluster({ nodes: [awsGroup("web", "aws1 # mine")] }).replaceAll("\n", "\r\n"),
    },
  },
});

describe("spec/location-ref", () => {
  const messages = (text: string) => diagnosticsOf(text, "spec/location-ref").map(({ message }) => message);

  it("names what there is", () => {
    expect(messages(awsCluster({ locations: both, nodes: [awsGroup("web", "dublin")] }))).toEqual([
      "locationRef dublin names no location: spec.locations has aws1 and az1.",
    ]);
    expect(messages(awsCluster({ nodes: ["    - name: web\n      locations: [{}]\n"] }))).toEqual([
      "A location of group web has no locationRef: spec.locations has aws1.",
    ]);
  });

  it("shows white space that a name has", () => {
    expect(messages(awsCluster({ nodes: [awsGroup("web", "|\n            aws1")] }))).toEqual([
      'locationRef "aws1\\n" names no location: spec.locations has aws1.',
    ]);
    expect(messages(awsCluster({ nodes: [awsGroup("web", "' aws1'")] }))).toEqual([
      'locationRef " aws1" names no location: spec.locations has aws1.',
    ]);
  });

  it("is one for many groups", () => {
    const nodes = Array.from({ length: 40 }, (_, index) => awsGroup(`g${index}`, `x${index}`));
    const found = diagnosticsOf(awsCluster({ nodes }), "spec/location-ref");
    expect(found).toHaveLength(40);
    expect(found[0]?.severity).toBe("error");
  });
});

const without = (text: string) => text.replace(/ {4}locations:\n {6}- locationRef: aws1\n/, "");
const inGroup = (lines: string) => awsCluster({ nodes: [`    - «name: web»\n      minNodes: 2\n${lines}`] });

describeRule("spec/no-locations", {
  fires: {
    "a group": awsCluster({ nodes: ["    - name: «web»\n      minNodes: 2\n"] }),
    "a group without a name": awsCluster({ nodes: ["    - «minNodes: 2» # two\n"] }),
    "the master": without(awsCluster()).replace("master", "«master»"),
    "an empty list": inGroup("")
      .replace("«name: web»", "name: web")
      .replace("minNodes: 2", "«locations»: []"),
    nothing: awsCluster({ nodes: ["    - name: web\n      «locations»: # later\n      minNodes: 2\n"] }),
    null: awsCluster({ nodes: ["    - name: web\n      «locations»: ~\n"] }),
    "in braces": awsCluster({ nodes: ["    - {name: «web», minNodes: 2}\n"] }),
    "an empty group": awsCluster({ nodes: ["    - «{}»\n"] }),
    JSON: '{"kind": "Cluster", "spec": {"locations": [{"name": "a"}], "nodes": [{"name": «"web"»}]}}',
    "CRLF line breaks": awsCluster({ nodes: ["    - name: «web» # x\n      minNodes: 2\n"] }).replaceAll(
      "\n",
      "\r\n",
    ),
    "a merged group": awsCluster({ nodes: [awsGroup("web"), "    - {<<: {minNodes: 1}, name: «b»}\n"] }),
    "two of three": awsCluster({ nodes: ["    - name: «a»\n", awsGroup("b"), "    - name: «c»\n"] }),
  },
  silent: {
    "each has one": awsCluster(),
    "a merged list": awsCluster({
      nodes: [awsGroup("web").replace("    - name", "    - &g\n      name"), "    - {<<: *g, name: b}\n"],
    }),
    "an alias": awsCluster({
      nodes: ["    - {name: web, locations: &l [{locationRef: aws1}]}\n    - {name: b, locations: *l}\n"],
    }),
    "a spec without locations": cluster("  master: {minNodes: 1}\n  nodes: [{name: web}]\n"),
    "a fragment": "spec:\n  locations: [{name: aws1}]\n  master: {minNodes: 1}\n  nodes: [{name: web}]\n",
    "a misspelt key, which is spec/unknown-key": awsCluster({
      nodes: [awsGroup("web").replace("locations", "location")],
    }),
    "text, which is spec/type": awsCluster({ nodes: ["    - {name: web, locations: aws1}\n"] }),
    "a group that is null": awsCluster({ nodes: ["    -\n"] }),
    "a whole example": example("10-aws-two-groups.yaml"),
  },
  unfixed: {
    "two locations": awsCluster({ locations: both, nodes: ["    - name: web\n"] }),
  },
  fixes: {
    "at the end of the group": {
      title: /Place it in aws1/,
      before: awsCluster({ nodes: ["    - name: web # mine\n      minNodes: 2 # two\n"] }),
      after: awsCluster({
        nodes: [
          "    - name: web # mine\n      minNodes: 2 # two\n      locations:\n        - locationRef: aws1\n",
        ],
      }),
    },
    "in the place of null": {
      title: /Place it in aws1/,
      before: awsCluster({ nodes: ["    - name: web\n      locations: # where\n      minNodes: 2\n"] }),
      after: awsCluster({
        nodes: [
          "    - name: web\n      locations: # where\n        - locationRef: aws1\n      minNodes: 2\n",
        ],
      }),
    },
    "in braces": {
      title: /Place it in aws1/,
      before: awsCluster({ nodes: ["    - {name: web, locations: []} # x\n"] }),
      after: awsCluster({ nodes: ["    - {name: web, locations: [{locationRef: aws1}]} # x\n"] }),
    },
    "the master's": {
      title: /Place it in aws1/,
      before: without(awsCluster()),
      after: awsCluster(),
    },
    JSON: {
      title: /Place it in a/,
      before: '{"kind": "Cluster", "spec": {"locations": [{"name": "a"}], "nodes": [{"name": "web"}]}}',
      after:
        '{"kind": "Cluster", "spec": {"locations": [{"name": "a"}], "nodes": [{"name": "web", "locations": [{"locationRef": "a"}]}]}}',
    },
  },
});

const azureIn = (ref: string, locations: readonly string[] = both) =>
  awsCluster({
    locations,
    nodes: [awsGroup("web", ref).concat("          «azure»: {instanceType: Standard_D2s_v5}\n")],
  });
const unmarked = (text: string) => text.replaceAll(/[«»]/g, "");

describeRule("spec/provider-mismatch", {
  fires: {
    "azure in an AWS location": azureIn("aws1"),
    "and no other location": azureIn("aws1", [AWS_LOCATION]),
    "aws in an Azure location": azureIn("az1").replace("«azure»", "«aws»"),
    "a quoted name": azureIn("'aws1'"),
    "beside the right one": azureIn("aws1").replace(
      /(.*«azure».*\n)/,
      "$1          aws: {instanceType: t3}\n",
    ),
    "in the master": cluster(
      `  locations:\n${AWS_LOCATION}  master: {locations: [{locationRef: aws1, «azure»: {instanceType: a}}]}\n`,
    ),
    "in the second location of a group": awsCluster({
      locations: both,
      nodes: [awsGroup("web").concat("          aws: {}\n        - locationRef: az1\n          «aws»: {}\n")],
    }),
    "a number as the name": cluster(
      "  locations: [{name: 1, aws: {}}]\n  nodes: [{locations: [{locationRef: '1', «gcp»: {}}]}]\n",
    ),
    "in a fragment":
      "spec:\n  locations: [{name: a, aws: {}}]\n  nodes: [{locations: [{locationRef: a, «vSphere»: {cpu: 4}}]}]\n",
    JSON: '{"kind": "Cluster", "spec": {"locations": [{"name": "a", "azure": {}}], "nodes": [{"locations": [{"locationRef": "a", «"aws"»: {}}]}]}}',
  },
  silent: {
    "its own": awsCluster({ nodes: [awsGroup("web").concat("          aws: {instanceType: t3}\n")] }),
    "one each of two locations": awsCluster({
      locations: both,
      nodes: [
        awsGroup("web").concat(
          "          aws: {}\n        - locationRef: az1\n          azure: {zones: [null]}\n",
        ),
      ],
    }),
    "nothing of its own": awsCluster({ locations: both }),
    null: unmarked(azureIn("aws1")).replace(/azure: .*instanceType.*/, "azure:"),
    "a location that is not there": unmarked(azureIn("dublin")),
    "a location without a provider": cluster(
      "  locations: [{name: a}]\n  nodes: [{locations: [{locationRef: a, aws: {}}]}]\n",
    ),
    "a location of two": cluster(
      "  locations: [{name: a, aws: {}, azure: {}}]\n  nodes: [{locations: [{locationRef: a, aws: {}}]}]\n",
    ),
    "two locations of one name": cluster(
      "  locations: [{name: a, aws: {}}, {name: a, azure: {}}]\n  nodes: [{locations: [{locationRef: a, aws: {}}]}]\n",
    ),
    "another key": cluster(
      "  locations: [{name: a, aws: {}}]\n  nodes: [{locations: [{locationRef: a, other: {}}]}]\n",
    ),
  },
  unfixed: {
    "no location of it": unmarked(azureIn("aws1", [AWS_LOCATION])),
    "two locations of it": unmarked(azureIn("aws1", [...both, AZURE_LOCATION.replace("az1", "az2")])),
  },
  fixes: {
    "to the only location of it": {
      title: /Refer to az1/,
      before: unmarked(azureIn("aws1 # where")),
      after: unmarked(azureIn("az1 # where")),
    },
  },
});

describeRule("spec/location-provider", {
  fires: {
    none: awsCluster({ locations: [AWS_LOCATION, "    - name: «dc1» # later\n"] }),
    "none and no name": awsCluster({ locations: [AWS_LOCATION, "    - «region: us-east-1»\n"] }),
    null: awsCluster({ locations: [AWS_LOCATION, "    - name: «dc1»\n      aws:\n"] }),
    "two of them": awsCluster({ locations: [AWS_LOCATION.concat("      «azure»: {region: eastus}\n")] }),
    "two in a fragment": "spec:\n  locations: [{name: a, azure: {}, aws: {}}]\n".replace("azure", "«azure»"),
    "three of them": cluster("  locations: [{name: a, gcp: {}, aws: {}, «azure»: {}}]\n"),
    "two by a merge key": cluster("  locations: [{<<: {azure: {}}, name: a, aws: {}}]\n").replace(
      "azure",
      "«azure»",
    ),
    JSON: '{"kind": "Cluster", "spec": {"locations": [{"name": «"a"»}]}}',
    "its settings at the wrong level": awsCluster({
      locations: ["    - name: «aws1»\n      region: us-east-1\n      awsApiAccessSecretRef: x\n"],
    }),
    "a quoted name": awsCluster({ locations: [AWS_LOCATION, "    - {name: «'dc1'»}\n"] }),
  },
  silent: {
    "one each": awsCluster({ locations: both }),
    "an empty section": cluster("  locations: [{name: a, baremetal: {}}]\n"),
    "null beside another": awsCluster({ locations: [AWS_LOCATION.concat("      azure: null\n")] }),
    "a provider that is not known here": cluster("  locations: [{name: a, openstack: {region: x}}]\n"),
    "a misspelt one, which is spec/unknown-key": cluster("  locations: [{name: a, azur: {region: x}}]\n"),
    "a fragment": "spec:\n  locations: [{name: a}]\n",
    "null in the list": awsCluster({ locations: [AWS_LOCATION, "    -\n"] }),
  },
});

describeRule("spec/location-name", {
  fires: {
    "a group refers to it": awsCluster({ locations: ["    - «aws: {region: us-east-1}»\n"] }),
    "nobody does": awsCluster({ locations: [AWS_LOCATION, "    - «azure: {region: eastus}»\n"] }),
    empty: awsCluster({ locations: [AWS_LOCATION.replace("name: aws1", "«name»: ''")] }),
    nothing: awsCluster({ locations: [AWS_LOCATION.replace("name: aws1", "«name»:")] }),
    null: awsCluster({ locations: [AWS_LOCATION.replace("name: aws1", "«name»: ~ # x")] }),
    "two of them": cluster(
      "  locations: [«{aws: {}}», «{azure: {}}»]\n  master: {locations: [{locationRef: a}]}\n",
    ),
    "in braces": awsCluster({ locations: ["    - «{aws: {}}»\n"] }),
    JSON: '{"kind": "Cluster", "spec": {"locations": [«{"aws": {}}»]}}',
    "CRLF line breaks": awsCluster({ locations: ["    - «aws: {region: a}»\n"] }).replaceAll("\n", "\r\n"),
  },
  silent: {
    "each has one": awsCluster({ locations: both }),
    "a number": cluster("  locations: [{name: 1, aws: {}}]\n"),
    "a misspelt key, which is spec/unknown-key": cluster("  locations: [{Name: a, aws: {}}]\n"),
    "a list, which is spec/type": cluster("  locations: [{name: [a], aws: {}}]\n"),
    "a fragment": "spec:\n  locations: [{aws: {}}]\n",
    "no locations": cluster("  locations: []\n"),
  },
  unfixed: {
    "nobody refers to it": awsCluster({ locations: [AWS_LOCATION, "    - azure: {}\n"] }),
    "references of two names": cluster(
      "  locations: [{aws: {}}]\n  nodes: [{locations: [{locationRef: a}]}, {locations: [{locationRef: b}]}]\n",
    ),
    "two without a name": cluster(
      "  locations: [{aws: {}}, {aws: {}}]\n  master: {locations: [{locationRef: a}]}\n",
    ),
  },
  fixes: {
    "the name that groups use": {
      title: /Name it aws1/,
      before: awsCluster({
        locations: ["    - aws: {region: us-east-1, awsApiAccessSecretRef: aws-prod} # ours\n"],
      }),
      after: awsCluster({
        locations: [
          "    - aws: {region: us-east-1, awsApiAccessSecretRef: aws-prod} # ours\n      name: aws1\n",
        ],
      }),
    },
    "in the place of null": {
      title: /Name it aws1/,
      before: awsCluster({ locations: [AWS_LOCATION.replace("name: aws1", "name: # x")] }),
      after: awsCluster({ locations: [AWS_LOCATION.replace("name: aws1", "name: aws1 # x")] }),
    },
  },
});

describe("spec/location-name", () => {
  it("is an error where a group refers to it", () => {
    const severities = (locations: readonly string[]) =>
      diagnosticsOf(awsCluster({ locations }), "spec/location-name").map(({ severity }) => severity);
    expect(severities(["    - aws: {}\n"])).toEqual(["error"]);
    expect(severities([AWS_LOCATION, "    - aws: {}\n"])).toEqual(["warning"]);
  });
});
