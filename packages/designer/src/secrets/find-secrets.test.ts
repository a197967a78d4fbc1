import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecrets } from "./find-secrets.js";

/** What is found, as `kind path @ the text at its range: description`. */
function found(text: string): string[] {
  const lines = text.split("\n");
  return findSecrets(text).map(({ kind, path, range: { start, end }, description }) => {
    const inLine = lines[start.line - 1]?.slice(
      start.column - 1,
      start.line === end.line ? end.column - 1 : undefined,
    );
    const at = path === undefined ? "text" : `/${path.join("/")}`;
    return `${kind} ${at} @${start.line} ${inLine}: ${description}`;
  });
}

const key = (label: string) => `-----BEGIN ${label}PRIVATE KEY-----`;

describe("found", () => {
  test.each<[string, string, string[]]>([
    [
      "a Secret document beside the Cluster",
      "kind: Cluster\n---\napiVersion: v1\nkind: Secret\nstringData:\n  password: hunter2\n",
      ["secret-document / @2 ---: A Kubernetes Secret"],
    ],
    [
      "a Secret in JSON",
      '{"kind": "Secret", "data": {}}',
      ['secret-document / @1 {"kind": "Secret", "data": {}}: A Kubernetes Secret'],
    ],
    [
      "a Secret in a List",
      "kind: List\nitems:\n  - kind: Secret\n    data: {}\n",
      ["secret-document /items/0 @3 kind: Secret: A Kubernetes Secret"],
    ],
    [
      "a Secret inside a text value",
      "kind: Cluster\nspec:\n  manifest: |\n    kind: Secret\n    data: {}\n",
      ["secret-document /spec/manifest @3 |: A Kubernetes Secret"],
    ],
    [
      "a Secret in a text that is not YAML",
      "kind: Secret\ndata: {a: b\n  c: ]\n",
      ["secret-document / @1 kind: Secret: A Kubernetes Secret"],
    ],
    [
      "a password, quoted or not, or a number",
      "a:\n  password: hunter2\n  registryPassword: 'p w'\n  pass_phrase: 1234\n",
      [
        "credential /a/password @2 hunter2: The value of password",
        "credential /a/registryPassword @3 'p w': The value of registryPassword",
        "credential /a/pass_phrase @4 1234: The value of pass_phrase",
      ],
    ],
    [
      "a password in a block",
      "password: >-\n  hunter2\n",
      ["credential /password @1 >-: The value of password"],
    ],
    [
      "AWS keys",
      "aws: {secretAccessKey: abcdef}\n# AKIAIOSFODNN7EXAMPLE\n",
      [
        "credential /aws/secretAccessKey @1 abcdef: The value of secretAccessKey",
        "credential text @2 AKIAIOSFODNN7EXAMPLE: An AWS access key",
      ],
    ],
    [
      "a password in a comment",
      "kind: Cluster # password: hunter2\n",
      ["credential text @1 hunter2: The value of password"],
    ],
    [
      "an Authorization header in a hosts.toml",
      'content: |\n  [host."https://m.example.com".header]\n    Authorization = ["Basic dXNlcjpwYXNz"]\n',
      ["credential text @3 Basic dXNlcjpwYXNz: An Authorization header"],
    ],
    [
      "Authorization headers of any form in hosts.toml of an extension",
      [
        "extensions:",
        "  mirror:",
        "    content: |",
        "      [host.'https://a'.header]",
        '        authorization = "Token abcdef"',
        "      [host.'https://b']",
        '        header = { "Authorization" = ["Digest xyz"], x-api-key = "k1" }',
        "      [host.'https://c'.header]",
        "        Authorization = [",
        '          "Bearer abcdefgh",',
        "        ]",
        "",
      ].join("\n"),
      [
        'credential text @5 "Token abcdef": The value of authorization',
        'credential text @7 "Digest xyz": The value of Authorization',
        'credential text @7 "k1": The value of x-api-key',
        'credential text @10 "Bearer abcdefgh": The value of Authorization',
      ],
    ],
    [
      "a password in YAML inside a value",
      'helm_values: |\n  registry:\n    password: "hunter2"\n',
      ['credential text @3 "hunter2": The value of password'],
    ],
    [
      "a private key, of any kind",
      `a: |\n  ${key("")}\nb: |\n  ${key("OPENSSH ")}\n`,
      [
        `credential text @2 ${key("")}: A private key`,
        `credential text @4 ${key("OPENSSH ")}: A private key`,
      ],
    ],
    [
      "a user and password in a URL",
      "url: https://bob:hunter2@m.example.com/v2\n",
      ["credential text @1 https://bob:hunter2@: A user name and password in a URL"],
    ],
    [
      "a registry's auth in compact JSON",
      `a: '{"auths":{"m.example":{"auth":"dXNlcjpwYXNz"}}}'\n`,
      ['credential text @1 "dXNlcjpwYXNz": The value of auth'],
    ],
    [
      "an assignment and an option in a shell's text",
      "a: |\n  export REGISTRY_PASSWORD=hunter2\n  login --password hunter3\n  curl -u bob:hunter4 https://m.example\n",
      [
        "credential text @2 hunter2: The value of REGISTRY_PASSWORD",
        "credential text @3 hunter3: The value of password",
        "credential text @4 bob:hunter4: A user name and password",
      ],
    ],
    [
      "a list of passwords",
      "passwords:\n  - hunter2\n  - '${WORD}'\n",
      ["credential /passwords/0 @2 hunter2: The value of passwords"],
    ],
    [
      "a list of header values over several lines",
      "a: |\n  X-Secret = [\n    '', # none\n    'abc',\n  ]\n",
      ["credential text @4 'abc': The value of X-Secret"],
    ],
    [
      "a header in a text with escapes",
      'a: "[header]\\nX-Secret = \\"abc\\""\n',
      ['credential /a @1 "[header]\\nX-Secret = \\"abc\\"": The value of X-Secret'],
    ],
    [
      "a token by its form",
      `x: ghp_${"a1B2".repeat(9)}\n`,
      [`credential text @1 ghp_${"a1B2".repeat(9)}: A GitHub token`],
    ],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("not taken for a secret", () => {
  test.each([
    ["a reference to a Secret", "valuesFrom:\n  - kind: Secret\n    name: registry\n"],
    ["the name of a Secret", "basicAuthSecretName: spegel\nimagePullSecrets: [regcred]\nsecretRef: aws\n"],
    ["an empty or absent password", "password: ''\ntoken:\napiKey: null\n"],
    ["a template in its place", "token: '{{ .config.token }}'\n"],
    [
      "a placeholder in its place",
      'a: {password: "${PASSWORD}"}\nb: {password: "<your password>"}\nc: {password: "****"}\n',
    ],
    ["a flag or a file", "automountToken: true\nprivateKey: /etc/ssl/private/node.key\n"],
    [
      "a digest",
      "image: quay.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
    ],
    ["a way to get one", "authorization: RBAC\ntoken: auto\n# Basic and Bearer headers are sent\n"],
    ["a placeholder in words", "password: <your password>\n"],
    ["a name that only sounds so", "monkey: abc\nkeyboard: us\nX-Request-Key-Id: 7\n"],
    ["a kind that only begins so", "kind: SecretStore\nspec: {data: 1}\n"],
    ["a URL with a port", "server: https://m.example.com:5000/v2/a@b\n"],
    ["an empty text", ""],
  ])("%s", (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

test("a found secret never carries the value", () => {
  const text = 'password: hunter2\nb: "https://bob:hunter2@m.example.com"\n# token: hunter2\n';
  const secrets = findSecrets(text);
  expect(secrets).toHaveLength(3);
  expect(JSON.stringify(secrets)).not.toContain("hunter2");
});

test("a list of any length is searched", () => {
  expect(found(`list:\n${"- a\n".repeat(150_000)}password: hunter2\n`)).toEqual([
    "credential /password @150002 hunter2: The value of password",
  ]);
});

test("any text is searched without failing, in order of place", () => {
  const words = [
    "kind: ",
    "Secret",
    "data: ",
    "password: ",
    "x",
    "\n",
    "  ",
    "- ",
    "{",
    "]",
    "'",
    '"',
    "&a ",
    "*a",
    "---\n",
    "|\n",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const starts = findSecrets(parts.join("")).map(
        ({ range }) => range.start.line * 1e6 + range.start.column,
      );
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
  );
});
