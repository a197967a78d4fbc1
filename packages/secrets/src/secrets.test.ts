import { describe, expect, test } from "vitest";
import {
  credentialShapes,
  isCredentialName,
  isCredentialValue,
  isSecretHeader,
  urlCredentials,
} from "./index.js";

test.each([
  "Authorization",
  "authorization",
  "Proxy-Authorization",
  "Cookie",
  "Set-Cookie",
  "X-Secret",
  "X-Credential",
  "X-Credentials",
  "X-Api-Key",
  "x-apikey",
  "X-Auth-Key",
  "X-Auth-Token",
  "PRIVATE-TOKEN",
  "Job-Token",
  "X-JFrog-Art-Api",
  "X-Vault-Token",
  "X-Amz-Security-Token",
  "Ocp-Apim-Subscription-Key",
  "X-Password",
  "REGISTRY_PASSWORD",
  "registryPassword",
  "registrypassword",
  "pass_phrase",
  "secretAccessKey",
  "client_secret",
  "APIKey",
  ".dockerconfigjson",
  "auth",
  "pwd",
  "passwords",
  "credentials",
])("%s is the name of a credential", (name) => {
  expect(isCredentialName(name)).toBe(true);
});

test.each([
  "Monkey",
  "keyboard",
  "Turkey",
  "Key",
  "X-Key-Id",
  "X-Request-Id",
  "X-Team",
  "User-Agent",
  "Accept",
  "tokenUrl",
  "X-Token-Expires",
  "secretName",
  "basicAuthSecretName",
  "imagePullSecrets",
  "secretRef",
  "passwordFile",
  "publicKey",
  "sshKeyName",
  "author",
  "authority",
  "compass",
  "bypass",
  "path",
  "secretary",
  "",
])("%s is not", (name) => {
  expect(isCredentialName(name)).toBe(false);
});

test.each([
  "hunter2",
  "abcdef",
  "x",
  "1234",
  "Basic dXNlcjpwYXNz",
  "Token abcdef",
  "Bearer abc",
  "/abc+def==",
])("%s is a value", (value) => {
  expect(isCredentialValue(value)).toBe(true);
});

test.each([
  "",
  "  ",
  "auto",
  "RBAC",
  "none",
  "true",
  "Basic",
  "Bearer ${TOKEN}",
  "{{ .config.token }}",
  "$TOKEN",
  "$(NODE_TOKEN)",
  "<your password>",
  "<your",
  "****",
  "xxxxx",
  "/etc/ssl/private/node.key",
  "/var/run/secrets/token",
  "file:///etc/pull-secret.json",
])("%s stands for one", (value) => {
  expect(isCredentialValue(value)).toBe(false);
});

describe("by its own form", () => {
  const found = (text: string) => credentialShapes(text).map(({ description }) => description);

  test.each([
    ["Basic dXNlcjpwYXNz", "An Authorization header"],
    ["Bearer abcdefgh1", "An Authorization header"],
    [`github_pat_${"a1".repeat(30)}`, "A GitHub token"],
    [`AIza${"a1B2c".repeat(7)}`, "A Google API key"],
    [`hvs.${"a1".repeat(20)}`, "A Vault token"],
    [`npm_${"a1".repeat(18)}`, "An npm token"],
    [`AccountKey=${"a1".repeat(20)}==`, "An Azure storage key"],
    [`-----BEGIN PGP ${"PRIVATE"} KEY BLOCK-----`, "A private key"],
    ["LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=", "A private key"],
    ["https://bob:word@m.example/v2", "A user name and password in a URL"],
    ["https://abcdef0123@m.example/v2", "Credentials in a URL"],
  ])("%s", (text, description) => {
    expect(found(`a: ${text} # b`)).toEqual([description]);
  });

  test.each([
    "Basic authentication is used here",
    "the words Basic and Bearer",
    "Bearer authentication",
    "https://bob:{{ .password }}@m.example",
    "https://bob:${PASSWORD}@m.example",
    "https://m.example:5000/v2/a@b",
    "ssh://git@m.example",
    "image@sha256:0123456789abcdef",
    "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==",
  ])("not %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test.each([
  ["https://u:p@m", { user: "u", hasPassword: true }],
  ["u:p@m", { user: "u", hasPassword: true }],
  ["https://:p@m", { user: "", hasPassword: true }],
  ["https://abc1@m", { user: "abc1", hasPassword: false }],
  ["https://m:5000", null],
  ["https://m/a@b", null],
  ["https://u:<word>@m", null],
])("credentials of %s", (url, expected) => {
  expect(urlCredentials(url)).toEqual(expected);
});

test("a header is a secret by its name and any of its values, or by a value's form alone", () => {
  expect(isSecretHeader("Cookie", ["", "a=b"])).toBe(true);
  expect(isSecretHeader("Cookie", ["", "${COOKIE}"])).toBe(false);
  expect(isSecretHeader("X-Team", ["a"])).toBe(false);
  expect(isSecretHeader("X-Team", [`ghp_${"a1B2".repeat(9)}`])).toBe(true);
});
