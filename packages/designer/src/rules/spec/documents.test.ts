import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example, fixed } from "../../testing/marked-spec.js";
import { cluster } from "../../testing/specs.js";

describeRule("spec/syntax", {
  fires: {
    "a list that is not closed": "spec:\n  nodes: [\n«»",
  },
  silent: {
    YAML: cluster("  master: {minNodes: 1}\n"),
    "JSON with tabs": '{\n\t"kind": "Cluster",\n\t"spec": {}\n}\n',
    "several documents": example("13-cluster-with-secrets.yaml"),
  },
});

describeRule("spec/merge-key", {
  fires: {
    "a key above it": cluster("  a: &a {b: 1}\n  c:\n    «b»: 2\n    <<: *a\n"),
    "of a list": cluster("  c: {«b»: 2, <<: [{d: 1}, {b: 1}]}\n"),
  },
  silent: {
    "a key below it": cluster("  a: &a {b: 1}\n  c:\n    <<: *a\n    b: 2\n"),
    "the same value": cluster("  a: &a {b: 1}\n  c:\n    b: 1\n    <<: *a\n"),
    "another key": cluster("  a: &a {b: 1}\n  c:\n    d: 1\n    <<: *a\n"),
    "no merge key": cluster("  a: '<<'\n"),
  },
});

describeRule("spec/duplicate-key", {
  fires: { "the second of two": "spec:\n  master: {}\n  «master»: {}\n" },
  silent: { "the same key in two maps": "spec:\n  master: {minNodes: 1}\n  nodes: [{minNodes: 1}]\n" },
});

describeRule("spec/no-cluster", {
  fires: {
    "another kind of document": "«kind: Deployment»\nmetadata: {}\n",
    "a bare fragment (info)": "«spec»:\n  master: {}\n",
    "an empty file": "«»",
    "a kind in small letters": "kind: «cluster»\nspec: {}\n",
    "a misspelt kind": "kind: Secret\n---\nkind: «Clsuter»\nspec: {}\n",
    "an agent config alone": "«kublrAgentConfig»:\n  labels: {a: b}\n",
    "what stands in one": "«cluster»: {addon: {spegel: {enabled: false}}}\n",
    "a file of the agent": "«labels»: {a: b}\nextensions: {a: {path: p, content: c}}\n",
    "neither one nor the other": "«kublrAgentConfig: {}»\nother: 1\n",
  },
  silent: { "a Cluster": cluster("  master: {}\n") },
  fixes: {
    "a fragment as a Cluster": {
      title: /Cluster/,
      before: "# mine\nspec:\n  master: {}\n",
      after: "# mine\nspec:\n  master: {}\nkind: Cluster\nmetadata:\n  name: my-cluster\n",
    },
    "a kind in small letters": {
      title: /^Write Cluster$/,
      before: "kind: cluster # mine\nspec: {}\n",
      after: "kind: Cluster # mine\nspec: {}\n",
    },
    "a fragment that has a name": {
      title: /Cluster/,
      before: "metadata: {name: prod}\nspec:\n  master: {}\n",
      after: "metadata: {name: prod}\nspec:\n  master: {}\nkind: Cluster\n",
    },
  },
});

describe("spec/no-cluster", () => {
  const fixedBy = (text: string) => fixed(text, "spec/no-cluster", /^Put it into spec\.kublrAgentConfig/);

  it("puts an agent config into a fragment, with its comments", () => {
    expect(fixedBy("# mine\nkublrAgentConfig:\n  labels: # all\n    a: b\n")).toBe(
      "# mine\nspec:\n  kublrAgentConfig:\n    labels: # all\n      a: b\n",
    );
  });

  it("puts what stands in one there, with the lines of its templates", () => {
    const text = fixedBy(
      "cluster:\n  addon: {spegel: {enabled: true}}\nextensions:\n  a:\n    path: p\n    content: |\n      one\n\n        two\n",
    );
    expect(text).toBe(
      "spec:\n  kublrAgentConfig:\n    cluster:\n      addon: {spegel: {enabled: true}}\n    extensions:\n      a:\n        path: p\n        content: |\n          one\n\n            two\n",
    );
    expect(diagnosticsOf(text, "spec/no-cluster").map(({ severity }) => severity)).toEqual(["info"]);
  });
});

describeRule("spec/no-cluster", {
  fires: {
    "an agent config beside other documents":
      "kind: Secret\nmetadata: {name: s}\n---\n«kublrAgentConfig»:\n  labels: {a: b}\n",
    "an agent config beside an agent": "kublrAgentRef: 1.31.4\n«kublrAgentConfig»:\n  labels: {a: b}\n",
    "an agent config beside metadata": "metadata: {name: c}\n«kublrAgentConfig»: {labels: {a: b}}\n",
    "what stands in one, beside another document":
      "«cluster»:\n  addon: {spegel: {enabled: true}}\n---\nkind: Secret\nmetadata: {name: s}\n",
  },
  silent: { "a Cluster": "kind: Cluster\nspec: {}\n---\nkublrAgentConfig: {}\n" },
  unfixed: {
    "two of them": "kublrAgentConfig: {labels: {a: b}}\n---\nkublrAgentConfig: {labels: {a: c}}\n",
    "beside a key that nothing knows": "kublrAgentConfig: {labels: {a: b}}\nservices: {web: {image: x}}\n",
    "of another kind": "kind: Deployment\nkublrAgentConfig: {labels: {a: b}}\n",
    "no map": "kublrAgentConfig: [a]\n",
  },
});

describe("spec/no-cluster", () => {
  it.each([
    [
      "beside another document",
      /^Put it into spec\.kublrAgentConfig/,
      "kind: Secret\nmetadata: {name: s}\n---\n# mine\nkublrAgentConfig:\n  labels: # all\n    a: b\n",
      "kind: Secret\nmetadata: {name: s}\n---\n# mine\nspec:\n  kublrAgentConfig:\n    labels: # all\n      a: b\n",
    ],
    [
      "beside other keys of spec",
      /^Put it and what stands beside it into spec/,
      "kublrAgentRef: 1.31.4 # new\nkublrAgentConfig:\n  labels: {a: b}\n",
      "spec:\n  kublrAgentRef: 1.31.4 # new\n  kublrAgentConfig:\n    labels: {a: b}\n",
    ],
    [
      "beside metadata",
      /^Put it into spec\.kublrAgentConfig/,
      "metadata: {name: c}\nkublrAgentConfig:\n  labels: {a: b}\n",
      "metadata: {name: c}\nspec:\n  kublrAgentConfig:\n    labels: {a: b}\n",
    ],
  ])("makes a fragment of an agent config %s", (_, title, before, after) => {
    const text = fixed(before, "spec/no-cluster", title);
    expect(text).toBe(after);
    expect(diagnosticsOf(text, "spec/no-cluster").map(({ severity }) => severity)).toEqual(["info"]);
  });
});

describeRule("spec/many-clusters", {
  fires: { "the second Cluster": "kind: Cluster\nspec: {}\n---\nkind: «Cluster»\nspec: {}\n" },
  silent: { "one Cluster and a Secret": example("13-cluster-with-secrets.yaml") },
});

const SECRET = "kind: Secret\nmetadata: {name: a}\n";

describeRule("spec/secret-document", {
  fires: {
    "each Secret": "kind: «Secret»\nmetadata: {name: a}\n---\nkind: Cluster\nspec: {}\n---\nkind: «Secret»\n",
  },
  silent: { "a Cluster alone": example("10-aws-two-groups.yaml") },
  unfixed: {
    "a Secret and a Cluster whose separator is lost": `${SECRET}kind: Secret\nspec: {}\n`,
    "a Secret that does not parse": `${SECRET}data: [\n---\nkind: Cluster\nspec: {}\n`,
  },
  fixes: {
    "the first document removed": {
      title: /Remove Secret "a"/,
      before: `${SECRET}---\nkind: Cluster\nspec: {}\n`,
      after: "kind: Cluster\nspec: {}\n",
    },
    "the first document removed, with a comment beside the separator": {
      title: /Remove Secret "a"/,
      before: `${SECRET}--- # ours\nkind: Cluster\nspec: {}\n`,
      after: "--- # ours\nkind: Cluster\nspec: {}\n",
    },
    "the last document removed": {
      title: /Remove/,
      before: `kind: Cluster # mine\nspec: {}\n---\n${SECRET}`,
      after: "kind: Cluster # mine\nspec: {}\n",
    },
  },
});
