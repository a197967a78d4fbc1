import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { AWS_LOCATION, AZURE_LOCATION, awsCluster, awsGroup, cluster } from "../../testing/specs.js";

const secret = (name: string, type: string, keys = "{a: b}") =>
  `kind: Secret\nmetadata: {name: ${name}}\nspec:\n  ${type}: ${keys}\n---\n`;
const AWS = secret("aws-prod", "awsApiAccessKey");
const AZURE = secret("azure-prod", "azureApiAccessKey");
const PULL = secret("harbor", "usernamePassword");
const referring = (ref: string) => awsCluster({ locations: [AWS_LOCATION.replace("aws-prod", ref)] });
const section = (lines: string) => awsCluster({ locations: [`    - name: aws1\n${lines}`] });
const sshKey = (ref: string) =>
  awsCluster({
    locations: [AWS_LOCATION, AZURE_LOCATION],
    nodes: [awsGroup("w", "az1").concat(`          azure: {sshKeySecretRef: ${ref}}\n`)],
  });

describeRule("spec/secret-ref", {
  fires: {
    "missing on AWS": section("      «aws»:\n        region: us-east-1\n"),
    "missing on Azure": section("      «azure»: {region: eastus}\n"),
    "an empty section": section("      «aws»: {}\n"),
    "empty text": referring("''").replace("awsApiAccessSecretRef", "«awsApiAccessSecretRef»"),
    null: section("      aws:\n        «awsApiAccessSecretRef»: # later\n        region: us-east-1\n"),
    "the other provider's": section("      aws: {«azureApiAccessSecretRef»: azure-prod}\n"),
    "missing in one of two": awsCluster({
      locations: [AWS_LOCATION, "    - name: aws2\n      «aws»: {region: us-east-1}\n"],
    }),
    "missing in a merged section": section("      «aws»: {<<: {region: us-east-1}, vpcId: vpc-1}\n"),
    "missing, CRLF line breaks": section("      «aws»:\n        region: a\n").replaceAll("\n", "\r\n"),
    "missing in JSON":
      '{"kind": "Cluster", "spec": {"locations": [{"name": "a", «"aws"»: {"region": "x"}}]}}',
    "no Secret of the file": AWS + referring("«aws-prd»"),
    "no Secret of the file, which stands after it": `${referring("«aws-prd»")}---\n${AWS}`.replace(
      /---\n$/,
      "",
    ),
    "no Secret of this type (info)": PULL + referring("«aws-prod»"),
    "a Secret of another type": AWS + AZURE + referring("«azure-prod»"),
    "of another type, in quotes": AZURE + referring('«"azure-prod"»'),
    "of another type for Azure": AWS + section("      azure: {azureApiAccessSecretRef: «aws-prod»}\n"),
    "an SSH key that is none": AWS + AZURE + sshKey("«azure-prod»"),
    "an SSH key that is not there": AWS + AZURE + secret("ssh", "sshKey") + sshKey("«shh»"),
    "in a fragment": `${AWS}spec:\n  locations: [{name: a, aws: {awsApiAccessSecretRef: «other»}}]\n`,
    "a number as the name": secret("7", "azureApiAccessKey") + referring("«'7'»"),
  },
  silent: {
    "no Secret in the file": referring("anything"),
    "the Secret of the file": AWS + referring("aws-prod"),
    "a number as the name": secret("007", "awsApiAccessKey") + referring("'007'"),
    "a Secret of two types": secret("both", "awsApiAccessKey: {}\n  sshKey") + referring("both"),
    "a type that is not known": secret("mine", "other") + referring("mine"),
    "Kubernetes' own Secret": `kind: Secret\nmetadata: {name: mine}\ndata: {a: b}\n---\n${referring("mine")}`,
    "no SSH key": sshKey("''"),
    "the SSH key": AWS + AZURE + secret("ssh", "sshKey") + sshKey("ssh"),
    "a misspelt key, which is spec/unknown-key": section("      aws: {awsApiAccesSecretRef: aws-prod}\n"),
    "a list, which is spec/type": referring("[aws-prod]"),
    "a provider of which no key is known": section("      vSphere: {url: x}\n"),
    "a section that is text, which is spec/type": section("      aws: us-east-1\n"),
    "missing in a fragment": "spec:\n  locations: [{name: a, aws: {region: x}}]\n",
    "a whole example": example("13-cluster-with-secrets.yaml"),
    "another kind of document": `kind: ConfigMap\nmetadata: {name: a}\n---\n${referring("b")}`,
  },
  unfixed: {
    "missing, and no Secret": section("      aws: {region: us-east-1}\n"),
    "missing, and two Secrets": AWS + secret("aws-dev", "awsApiAccessKey") + section("      aws: {}\n"),
    "no Secret of its type": PULL + referring("aws-prod"),
  },
  fixes: {
    "missing, with one Secret of its type": {
      title: /aws-prod/,
      before: AWS + AZURE + section("      aws:\n        region: us-east-1 # ours\n"),
      after:
        AWS +
        AZURE +
        section("      aws:\n        region: us-east-1 # ours\n        awsApiAccessSecretRef: aws-prod\n"),
    },
    "the other provider's key": {
      title: /Rename it to awsApiAccessSecretRef/,
      before: section("      aws: {azureApiAccessSecretRef: prod} # ours\n"),
      after: section("      aws: {awsApiAccessSecretRef: prod} # ours\n"),
    },
    misspelt: {
      title: /aws-prod/,
      before: AWS + secret("aws-dev", "awsApiAccessKey") + referring("'aws-prd'"),
      after: AWS + secret("aws-dev", "awsApiAccessKey") + referring("'aws-prod'"),
    },
    "another type": {
      title: /aws-prod/,
      before: AWS + AZURE + referring("azure-prod"),
      after: AWS + AZURE + referring("aws-prod"),
    },
  },
});

describe("spec/secret-ref", () => {
  const told = (text: string) =>
    diagnosticsOf(text, "spec/secret-ref").map(({ severity, message }) => `${severity}: ${message}`);

  it("says what is wrong", () => {
    expect(told(section("      aws: {}\n"))).toEqual([
      "warning: Location aws1 has no awsApiAccessSecretRef: it names no credentials for its provider.",
    ]);
    expect(told(section("      aws: {azureApiAccessSecretRef: a}\n"))).toEqual([
      "warning: Location aws1 has azureApiAccessSecretRef where its credentials are named by awsApiAccessSecretRef.",
    ]);
    expect(told(AWS + referring("other"))).toEqual([
      "warning: awsApiAccessSecretRef other names no Secret of this file: Kublr has to know it already.",
    ]);
    expect(told(PULL + referring("aws-prod"))).toEqual([
      "info: awsApiAccessSecretRef aws-prod names no Secret of this file: Kublr has to know it already.",
    ]);
    expect(told(AZURE + referring("azure-prod"))).toEqual([
      "error: awsApiAccessSecretRef needs a Secret with awsApiAccessKey, but azure-prod is one with azureApiAccessKey.",
    ]);
    expect(told(cluster("  locations: [{aws: {}}]\n"))).toEqual([
      "warning: This location has no awsApiAccessSecretRef: it names no credentials for its provider.",
    ]);
  });
});
