/** Texts of specs for tests: the part that matters, with the rest of a Cluster around it. */

export const CERTS_D = "templates/root_dir/etc/containerd/certs.d";

/** A Cluster with this body of `spec`, indented by two blanks. */
export function cluster(body: string): string {
  return `kind: Cluster\nmetadata: {name: c}\nspec:\n${body}`;
}

/** A Cluster with this body of `spec.kublrAgentConfig`, indented by four blanks. */
export function agentConfig(body: string): string {
  return cluster(`  kublrAgentConfig:\n${body}`);
}

/** A Cluster with what stands after `helm_values:`; further lines are indented by twelve blanks. */
export function helmValues(body: string): string {
  return agentConfig(`    cluster:\n      addon:\n        spegel:\n          helm_values:${body}`);
}

/** helm_values with these lines below `spegel:`. */
export function spegelValues(...lines: string[]): string {
  return helmValues(`\n            spegel:\n${lines.map((line) => `              ${line}\n`).join("")}`);
}

/** An entry of `extensions` whose template is these lines. */
export function extension(key: string, target: string, ...lines: string[]): string {
  const content = lines.map((line) => (line === "" ? "\n" : `          ${line}\n`)).join("");
  return `      ${key}:\n        path: ${CERTS_D}/${target}\n        content: |\n${content}`;
}

/** A Cluster with one extension for a file below certs.d. */
export function hostsFile(target: string, ...lines: string[]): string {
  return agentConfig(`    extensions:\n${extension("a", target, ...lines)}`);
}

/** The same for docker.io. */
export function dockerIo(...lines: string[]): string {
  return hostsFile("docker.io/hosts.toml", ...lines);
}

/** A mirror as most files have it. */
export const MIRROR = ["[host.'https://m.example']", "capabilities = ['pull', 'resolve']"];

/**
 * A Cluster on AWS as people write them, with these lines in place of its master's or its group's, and others at the end of
 * its spec.
 */
export function awsCluster(parts: AwsParts = {}): string {
  const {
    locations = [AWS_LOCATION],
    master = "    minNodes: 1",
    nodes = [awsGroup("web")],
    more = "",
  } = parts;
  return `kind: Cluster\nmetadata:\n  name: shop\nspec:\n  locations:\n${locations.join("")}  master:\n${master}\n    locations:\n      - locationRef: aws1\n  nodes:\n${nodes.join("")}${more}`;
}

interface AwsParts {
  /** Items of `spec.locations`. */
  readonly locations?: readonly string[];
  /** The master's lines but for its locations. */
  readonly master?: string;
  /** Items of `spec.nodes`. */
  readonly nodes?: readonly string[];
  /** Further entries of `spec`. */
  readonly more?: string;
}

export const AWS_LOCATION =
  "    - name: aws1\n      aws: {region: us-east-1, awsApiAccessSecretRef: aws-prod}\n";
export const AZURE_LOCATION =
  "    - name: az1\n      azure: {region: eastus, azureApiAccessSecretRef: azure-prod}\n";

/** A worker group with these lines, in one location. */
export function awsGroup(name: string, ref = "aws1", ...lines: string[]): string {
  const own = lines.map((line) => `      ${line}\n`).join("");
  return `    - name: ${name}\n      minNodes: 2\n${own}      locations:\n        - locationRef: ${ref}\n`;
}
