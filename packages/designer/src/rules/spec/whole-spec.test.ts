import { describe, expect, it } from "vitest";
import { analyze } from "../../analyze.js";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, fixed } from "../../testing/marked-spec.js";
import { awsCluster, awsGroup, cluster } from "../../testing/specs.js";

describeRule("spec/cluster-name", {
  fires: {
    "no metadata": "apiVersion: v1\nkind: «Cluster» # ours\nspec: {}\n",
    "no name": "kind: Cluster\n«metadata»: {space: dev}\nspec: {}\n",
    "metadata of nothing": "kind: Cluster\n«metadata»:\nspec: {}\n",
    "an empty name": "kind: Cluster\nmetadata: {«name»: ''}\nspec: {}\n",
    null: "kind: Cluster\nmetadata:\n  «name»: # later\n  space: dev\nspec: {}\n",
    "beside metadata": "kind: Cluster\n«name»: prod\nspec: {}\n",
    "beside other metadata": "kind: Cluster\n«name»: prod\nmetadata: {space: dev}\nspec: {}\n",
    "of the first of two": "kind: «Cluster»\nspec: {}\n---\nkind: Cluster\nspec: {}\n",
    "after a Secret": "kind: Secret\nmetadata: {name: a}\n---\nkind: «Cluster»\nspec: {}\n",
    JSON: '{"kind": «"Cluster"», "spec": {}}',
    "CRLF line breaks": "kind: «Cluster»\r\nspec: {}\r\n",
    "metadata that is text": "kind: Cluster\n«metadata»: prod\nspec: {}\n",
  },
  silent: {
    "a name": cluster("  master: {}\n"),
    "a number as the name": "kind: Cluster\nmetadata: {name: 7}\nspec: {}\n",
    "a fragment": "spec: {master: {}}\n",
    "a fragment with metadata": "metadata: {space: dev}\nspec: {master: {}}\n",
    "a misspelt key, which is spec/unknown-key": "kind: Cluster\nmetadata: {Name: a}\nspec: {}\n",
    "misspelt metadata, which is spec/unknown-key": "kind: Cluster\nmetdata: {name: a}\nspec: {}\n",
    "a list, which is spec/type": "kind: Cluster\nmetadata: {name: [a]}\nspec: {}\n",
    "by a merge key": "kind: Cluster\nmetadata: {<<: {name: a}}\nspec: {}\n",
  },
  unfixed: {
    "no name anywhere": "kind: Cluster\nspec: {}\n",
    "metadata that is text": "kind: Cluster\nname: a\nmetadata: prod\nspec: {}\n",
  },
  fixes: {
    "moved into new metadata": {
      title: /Move it to metadata\.name/,
      before: "kind: Cluster\nname: prod # ours\nspec:\n  master: {}\n",
      after: "kind: Cluster\nspec:\n  master: {}\nmetadata:\n  name: prod # ours\n",
    },
    "moved into metadata": {
      title: /Move it to metadata\.name/,
      before: "kind: Cluster\nname: prod\nmetadata:\n  space: dev\nspec: {}\n",
      after: "kind: Cluster\nmetadata:\n  space: dev\n  name: prod\nspec: {}\n",
    },
    "moved to a name of null": {
      title: /Move it to metadata\.name/,
      before: "kind: Cluster\nname: prod\nmetadata: {name: null, space: dev}\nspec: {}\n",
      after: "kind: Cluster\nmetadata: {space: dev, name: prod}\nspec: {}\n",
    },
  },
});

const GROUPS = "    - name: web\n      minNodes: 2 # two\n";

describeRule("spec/worker-groups", {
  fires: {
    workers: cluster(`  «workers»:\n${GROUPS}`),
    worker: cluster(`  «worker»:\n${GROUPS}`),
    workerNodes: cluster(`  «workerNodes»:\n${GROUPS}`),
    "worker-groups": cluster(`  «worker-groups»:\n${GROUPS}`),
    nodeGroups: cluster(`  «nodeGroups»:\n${GROUPS}`),
    nodePools: cluster(`  «nodePools»:\n${GROUPS}`),
    groups: cluster(`  «groups»:\n${GROUPS}`),
    instanceGroups: cluster(`  «instanceGroups»:\n${GROUPS}`),
    "in a fragment": "spec:\n  «workers»: [{name: web, kublrVariant: x}]\n",
    "beside nodes": cluster(`  nodes: [{name: b}]\n  «workers»:\n${GROUPS}`),
    "one group": cluster("  «workers»: {minNodes: 3}\n"),
    masterNodes: cluster("  «masterNodes»: {minNodes: 3}\n"),
    controlPlane: cluster("  «controlPlane»: [{minNodes: 3}]\n"),
    "with an agent config alone": cluster("  «workers»: [{name: a, kublrAgentConfig: {}}]\n"),
    JSON: '{"kind": "Cluster", "spec": {«"workers"»: [{"minNodes": 1}]}}',
    quoted: cluster("  «'workers'»: [{locations: []}]\n"),
    "CRLF line breaks": cluster(`  «workers»:\n${GROUPS}`).replaceAll("\n", "\r\n"),
  },
  silent: {
    nodes: awsCluster(),
    "near the right key, which is spec/unknown-key": cluster(`  node:\n${GROUPS}  masters: {minNodes: 1}\n`),
    "another meaning": cluster("  workers: 4\n  groups: [admins, users]\n"),
    "no key of a group": cluster("  groups: [{name: admins, members: [a]}]\n"),
    elsewhere: cluster("  features: {workers: [{minNodes: 1}]}\n"),
    "no Cluster": "kind: Pod\nspec:\n  workers: [{minNodes: 1}]\n",
  },
  unfixed: {
    "there are groups": cluster(`  nodes: [{name: b}]\n  workers:\n${GROUPS}`),
    "there is a master": cluster("  master: {minNodes: 1}\n  masterNodes: {minNodes: 3}\n"),
  },
  fixes: {
    renamed: {
      title: /Rename it to nodes/,
      before: cluster(`  workers: # ours\n${GROUPS}  master: {}\n`),
      after: cluster(`  nodes: # ours\n${GROUPS}  master: {}\n`),
    },
    "in the place of nothing": {
      title: /Rename it to nodes/,
      before: cluster(`  nodes: []\n  workers:\n${GROUPS}`),
      after: cluster(`  nodes:\n${GROUPS}`),
    },
    "one group as a list": {
      title: /Move it to spec\.nodes/,
      before: cluster("  master: {}\n  workers:\n    name: web\n    minNodes: 2\n"),
      after: cluster("  master: {}\n  nodes:\n    - name: web\n      minNodes: 2\n"),
    },
    "the master": {
      title: /Rename it to master/,
      before: cluster("  masterNodes: {minNodes: 3} # ours\n"),
      after: cluster("  master: {minNodes: 3} # ours\n"),
    },
    "the master out of a list": {
      title: /Move it to spec\.master/,
      before: cluster("  nodes: []\n  controlPlane:\n    - minNodes: 3\n"),
      after: cluster("  nodes: []\n  master:\n    minNodes: 3\n"),
    },
    JSON: {
      title: /Rename it to nodes/,
      before: '{"kind": "Cluster", "spec": {"workers": [{"minNodes": 1}]}}',
      after: '{"kind": "Cluster", "spec": {"nodes": [{"minNodes": 1}]}}',
    },
  },
});

describe("spec/worker-groups", () => {
  it("brings the roles back", () => {
    const text = awsCluster({ nodes: [awsGroup("a"), awsGroup("b")] }).replace("nodes:", "workers:");
    const roles = (spec: string) => analyze(spec).roles.map(({ id }) => id);
    expect(roles(text)).toEqual(["master"]);
    expect(roles(fixed(text, "spec/worker-groups", /Rename/))).toEqual(["master", "nodes/a", "nodes/b"]);
    expect(diagnosticsOf(text, "spec/worker-groups").map(({ message }) => message)).toEqual([
      "spec.workers has no effect: worker groups are described in spec.nodes.",
    ]);
  });
});
