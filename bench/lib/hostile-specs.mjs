/**
 * Specs that nobody writes, each about a thing of which there may be any number. A generator takes that number and
 * gives a text that grows with it; what the engine does with it must not grow faster.
 */

const CERTS_D = "templates/root_dir/etc/containerd/certs.d";
const HEAD = "kind: Cluster\nmetadata: {name: c}\nspec:\n";
const CONFIG = `${HEAD}  kublrAgentConfig:\n`;
const VALUES = `${CONFIG}    cluster:\n      addon:\n        spegel:\n          helm_values:\n`;
const MIRROR = "[host.'https://m.example']\ncapabilities = ['pull', 'resolve']\n";

/** Another file on every node. */
const OWN_MIRROR =
  "[host.'http://{{ .config.node_address_ip }}:30020']\ncapabilities = ['pull', 'resolve']\n";
const FAULTY = `${OWN_MIRROR}a = 1\nb = 2\n[host.'http://b.example']\nc = 1\nd = 2\n`;

const each = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join("");

function extension(key, target, content) {
  const lines = content.split("\n").map((line) => (line === "" ? "\n" : `          ${line}\n`));
  return `      ${key}:\n        path: ${CERTS_D}/${target}\n        content: |\n${lines.join("")}`;
}

const oneFile = (content) => `${CONFIG}    extensions:\n${extension("a", "docker.io/hosts.toml", content)}`;
const spegel = (lines) => `${VALUES}            spegel:\n${lines}`;
const groups = (count, body = () => "") => `  nodes:\n${each(count, (i) => `    - name: g${i}\n${body(i)}`)}`;
const files = (count, content) => each(count, (i) => extension(`m${i}`, `r${i}.example/hosts.toml`, content));
const keeping = (count) =>
  spegel(
    `              prependExisting: true\n              mirroredRegistries: [${each(count, (i) => `'https://r${i}.example',`)}]\n`,
  );
const ownMirror = (i) =>
  `      kublrAgentConfig:\n        extensions:\n${extension(`m${i}`, `r${i}.example/hosts.toml`, MIRROR).replaceAll(/^(?=.)/gm, "    ")}`;

/**
 * `most` fills about a megabyte; `files` are the characters of files that a spec asks for with far less text.
 *
 * @type {Record<string, {most: number, text: (count: number) => string, files?: (count: number) => number}>}
 */
export const hostileSpecs = {
  "worker groups": { most: 12_000, text: (n) => HEAD + groups(n) },
  "worker groups with a file each": { most: 4_000, text: (n) => HEAD + groups(n, ownMirror) },
  "worker groups that turn Spegel off": {
    most: 6_000,
    text: (n) =>
      HEAD +
      groups(n, () => "      kublrAgentConfig: {cluster: {addon: {spegel: {enabled: false}}}}\n") +
      "  master: {kublrAgentConfig: {cluster: {addon: {spegel: {enabled: true}}}}}\n",
  },
  "worker groups under files of the cluster": {
    most: 3_000,
    text: (n) => `${CONFIG}    extensions:\n${files(n, MIRROR)}${groups(n)}`,
  },
  "worker groups under files that name their node": {
    most: 2_000,
    text: (n) => `${CONFIG}    extensions:\n${files(n / 5, OWN_MIRROR)}${groups(n)}`,
  },
  "worker groups under files that name their node, with faults": {
    most: 2_000,
    text: (n) => `${CONFIG}    extensions:\n${files(n / 5, FAULTY)}${groups(n)}`,
  },
  "worker groups under files that Spegel keeps": {
    most: 2_000,
    text: (n) => `${keeping(n / 5)}    extensions:\n${files(n / 5, OWN_MIRROR)}${groups(n)}`,
  },
  extensions: { most: 5_000, text: (n) => `${CONFIG}    extensions:\n${files(n, MIRROR)}` },
  "extensions whose files Spegel keeps": {
    most: 5_000,
    text: (n) => `${keeping(n)}    extensions:\n${files(n, MIRROR)}`,
  },
  "extensions for one path": {
    most: 5_000,
    text: (n) =>
      `${CONFIG}    extensions:\n${each(n, (i) => extension(`m${i}`, "docker.io/hosts.toml", MIRROR))}`,
  },
  "extensions at paths that nothing reads": {
    most: 8_000,
    text: (n) => `${CONFIG}    extensions:\n${each(n, (i) => extension(`m${i}`, `a/b${i}/hosts.toml`, "#"))}`,
  },
  "host tables": {
    most: 24_000,
    text: (n) => oneFile(each(n, (i) => `[host.'https://m${i}.example']\n`)),
  },
  "host tables, repeated": {
    most: 50_000,
    text: (n) => oneFile(each(n, () => "[host.'a']\n")),
  },
  "host tables, away from their first": {
    most: 14_000,
    text: (n) => oneFile(each(n, (i) => `[host.'a']\n[host.b${i}]\n[host.a.x${i}]\n`)),
  },
  "hosts with dotted keys": {
    most: 24_000,
    text: (n) => oneFile(each(n, (i) => `host.'m${i}'.skip_verify = true\n`)),
  },
  "keys under one host": {
    most: 40_000,
    text: (n) => oneFile(`${MIRROR}${each(n, (i) => `key${i} = 1\n`)}`),
  },
  "keys, repeated": {
    most: 40_000,
    text: (n) => oneFile(`${MIRROR}${each(n, () => "ca = 1\n")}`),
  },
  "keys at the root": {
    most: 40_000,
    text: (n) => oneFile(`${each(n, (i) => `key${i} = 1\n`)}${MIRROR}`),
  },
  capabilities: {
    most: 100_000,
    text: (n) => oneFile(`[host.'https://m.example']\ncapabilities = [${each(n, () => "'pull',")}]\n`),
  },
  "capabilities that nobody knows": {
    most: 80_000,
    text: (n) => oneFile(`[host.'https://m.example']\ncapabilities = [${each(n, () => "'fly',")}]\n`),
  },
  "faults of TOML": { most: 60_000, text: (n) => oneFile(each(n, () => "a = \n")) },
  "certificates of a host": {
    most: 60_000,
    text: (n) => oneFile(`${MIRROR}ca = [${each(n, (i) => `'c${i}',`)}]\n`),
  },
  "missing values in a template": {
    most: 38_000,
    text: (n) => oneFile(each(n, () => "# {{.config.x}}\n")),
  },
  "actions in a template": {
    most: 30_000,
    text: (n) => oneFile(each(n, (i) => `[host.{{ "h${i}" }}]\n`)),
  },
  "hosts out of a loop": {
    most: 1_000_000,
    files: (n) => 200 * n,
    text: (n) => oneFile(`{{ range $i := ${n} }}[host."h{{ $i }}"]\n{{ end }}`),
  },
  "templates that write a lot": {
    most: 5_000,
    files: (n) => 1_000_000 * n,
    text: (n) => `${CONFIG}    extensions:\n${files(n, '{{ printf "%099999d" 1 }}')}`,
  },
  "templates that count in every group": {
    most: 2_000,
    text: (n) =>
      `${CONFIG}    extensions:\n${files(n / 4, "{{ range 100000 }}{{ end }}{{ .config.node_address_ip }}")}${groups(n)}`,
  },
  "templates that look at their node, then count": {
    most: 2_000,
    text: (n) =>
      `${CONFIG}    extensions:\n${files(n / 4, '{{ .config.node_address_ip }}{{ range $i := 100000 }}{{ $x := printf "%d" $i }}{{ end }}')}${groups(n)}`,
  },
  "registry filters": {
    most: 50_000,
    text: (n) => spegel(`              registryFilters: [${each(n, (i) => `r${i}.example/,`)}]\n`),
  },
  "registry filters, broken": {
    most: 60_000,
    text: (n) => spegel(`              registryFilters: [${each(n, (i) => `'(${i}',`)}]\n`),
  },
  "mirrored registries": {
    most: 30_000,
    text: (n) =>
      spegel(`              mirroredRegistries: [${each(n, (i) => `'https://r${i}.example',`)}]\n`),
  },
  "mirrored registries and targets": {
    most: 15_000,
    files: (n) => 600 * n * n,
    text: (n) =>
      spegel(
        `              mirroredRegistries: [${each(n, (i) => `'https://r${i}.example',`)}]\n              additionalMirrorTargets: [${each(n, (i) => `'https://t${i}.example',`)}]\n`,
      ),
  },
  "one mirrored registry, repeated, and its files": {
    most: 10_000,
    text: (n) =>
      `${spegel(`              prependExisting: true\n              mirroredRegistries: [${each(n, () => "'https://docker.io',")}]\n`)}    extensions:\n${extension("a", "docker.io/hosts.toml", `${MIRROR}${each(n, () => "# a comment of some length\n")}`)}${extension(
        "b",
        "docker.io/ca.crt",
        each(n, () => "certificate\n"),
      )}`,
  },
  "mirrored registries that are refused": {
    most: 60_000,
    text: (n) => spegel(`              mirroredRegistries: [${each(n, (i) => `r${i}.example,`)}]\n`),
  },
  "chart values that nobody knows": {
    most: 30_000,
    text: (n) => VALUES + each(n, (i) => `            unknown${i}: 1\n`),
  },
  "chart values that nobody knows, in a string": {
    most: 30_000,
    text: (n) => `${VALUES.trimEnd()} |\n${each(n, (i) => `            unknown${i}: 1\n`)}`,
  },
  "null values": { most: 30_000, text: (n) => VALUES + each(n, (i) => `            key${i}:\n`) },
  "misspelt keys": {
    most: 40_000,
    text: (n) => `${CONFIG}    extensions:\n${each(n, (i) => `      e${i}: {contents: 1}\n`)}`,
  },
  "values of a wrong type": {
    most: 30_000,
    text: (n) => `${CONFIG}    extensions:\n${each(n, (i) => `      e${i}: {content: 1, path: 2}\n`)}`,
  },
  "yes and no": {
    most: 40_000,
    text: (n) => `${CONFIG}${each(n, (i) => `    k${i}: yes\n`)}`,
  },
  keys: { most: 60_000, text: (n) => `${CONFIG}${each(n, (i) => `    key${i}: 1\n`)}` },
  "keys, the same": { most: 80_000, text: (n) => `${CONFIG}${each(n, () => "    a: 1\n")}` },
  "nested maps": { most: 1_000, text: (n) => `${CONFIG}${each(n, (i) => `${" ".repeat(4 + i)}a:\n`)}` },
  "nested lists": { most: 500_000, text: (n) => `${CONFIG}    a: ${"[".repeat(n)}` },
  aliases: { most: 200_000, text: (n) => `${CONFIG}    a: &a {b: c}\n    l: [${each(n, () => "*a,")}]\n` },
  anchors: { most: 50_000, text: (n) => `${CONFIG}    l: [${each(n, (i) => `&a${i} x,*a${i},`)}]\n` },
  "merge keys": {
    most: 30_000,
    text: (n) => `${CONFIG}    a: &a {b: c}\n    l:\n${each(n, () => "      - <<: *a\n")}`,
  },
  "a long line": { most: 1_000_000, text: (n) => `${CONFIG}    a: ${"x".repeat(n)}\n` },
  "a long folded text": { most: 300_000, text: (n) => `${CONFIG}    a: "${each(n, () => "x\n ")}"\n` },
  documents: { most: 100_000, text: (n) => HEAD + each(n, () => "---\na: 1\n") },
  clusters: { most: 50_000, text: (n) => each(n, () => "---\nkind: Cluster\n") },
  secrets: { most: 50_000, text: (n) => HEAD + each(n, () => "---\nkind: Secret\n") },
  "faults of YAML": { most: 100_000, text: (n) => HEAD + each(n, () => "  : : }\n") },
  "stray brackets": { most: 500_000, text: (n) => `${CONFIG}    a: ${"]".repeat(n)}\n` },
  quotes: { most: 100_000, text: (n) => `${CONFIG}    a:\n${each(n, () => '      - "\n')}` },
  comments: { most: 120_000, text: (n) => CONFIG + each(n, () => "    # c\n") },
  "blank lines": { most: 900_000, text: (n) => CONFIG + "\n".repeat(n) },
  "blank lines in a template": { most: 400_000, text: (n) => oneFile(`${"\n".repeat(n)}x = 1\n`) },
  "formats that name arguments": {
    most: 300_000,
    text: (n) => oneFile(`# {{ printf "${"%[".repeat(n)}" 1 }}\n`),
  },
};
