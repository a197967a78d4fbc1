import { isSecretHeader } from "@lookinglass/secrets";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnosticsOf } from "../testing/marked-spec.js";
import { agentConfig, CERTS_D, dockerIo, MIRROR } from "../testing/specs.js";
import { findSecrets } from "./find-secrets.js";

const WORDS =
  "x auth key api token secret cookie team monkey keyboard id name password pass authorization private jfrog art proxy credential value request access".split(
    " ",
  );
const word = fc
  .constantFrom(...WORDS)
  .chain((one) => fc.constantFrom(one, one.toUpperCase(), one.charAt(0).toUpperCase() + one.slice(1)));
const header = fc.oneof(
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom("-", "_", "", "."))
    .map(([words, by]) => words.join(by)),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]{0,20}$/),
);
const value = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "auto",
      "RBAC",
      "none",
      "${TOKEN}",
      "<your token>",
      "****",
      "/etc/ssl/node.key",
      "abc",
      "hunter2",
      "a b c",
      "x",
    ],
    ...[
      "Basic dXNlcjpwYXNz",
      "Basic x",
      "Bearer abcdefgh1",
      "Bearer ${TOKEN}",
      "a=b; c=d",
      "https://u:p@m.example",
      "#abc",
      "a, b",
    ],
    `ghp_${"a1B2".repeat(9)}`,
  ),
  fc.stringMatching(/^[ -!#-&(-[\]-z|~]{1,40}$/),
);

type Written = (name: string, values: readonly string[]) => readonly string[];
const quoted = (text: string) => `"${text}"`;
const key = (name: string) => (/^[\w-]+$/.test(name) ? name : quoted(name));
const list = (values: readonly string[]) => `[${values.map(quoted).join(", ")}]`;

/** The ways to write a header in TOML. */
const FORMS: readonly Written[] = [
  (name, values) => ["[host.'https://m.example'.header]", `${key(name)} = ${list(values)}`],
  (name, values) => ["[host.'https://m.example'.header]", `${quoted(name)}=${list(values)}`],
  (name, values) => [
    "[host.'https://m.example'.header]",
    `${key(name)}    =   ${quoted(values[0] ?? "")} # note`,
  ],
  (name, values) => [
    "[host.'https://m.example']",
    `header = { ${key(name)} = ${list(values)}, x-team = 'a' }`,
  ],
  (name, values) => ["[host.'https://m.example']", `header.${key(name)} = ${list(values)}`],
  (name, values) => [
    "[host.'https://m.example'.header]",
    `${key(name)} = [ # those of the proxy`,
    ...values.map((one) => `  ${quoted(one)}, # one`),
    "]",
  ],
];

/** The ways to write the file in the spec. */
const TEXTS: readonly ((lines: readonly string[]) => string)[] = [
  (lines) => dockerIo(...lines),
  (lines) =>
    agentConfig(
      `    extensions: {a: {path: ${CERTS_D}/docker.io/hosts.toml, content: ${JSON.stringify(lines.join("\n"))}}}\n`,
    ),
];

describe("what a secret is", () => {
  it("is one thing: what the rule flags the gate stops and the form warns of, and nothing else", () => {
    const values = fc.array(value, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        header,
        values,
        fc.constantFrom(...FORMS),
        fc.constantFrom(...TEXTS),
        (name, all, form, text) => {
          const written = form === FORMS[2] ? all.slice(0, 1) : all;
          const spec = text([
            "[host.'https://m.example']",
            ...form(name, written).slice(form(name, written)[0]?.endsWith("header]") ? 0 : 1),
          ]);
          const isFlagged = diagnosticsOf(spec, "hosts/secret").length > 0;
          expect(isSecretHeader(name, written), `form: ${spec}`).toBe(isFlagged);
          expect(findSecrets(spec).length > 0, `gate: ${spec}`).toBe(isFlagged);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(["https://u:p@m.example", "https://abcdef01@m.example", "http://:p@m.example:5000/v2"])(
    "in a URL, %s, too",
    (url) => {
      const spec = dockerIo(`[host.'${url}']`, ...MIRROR.slice(1));
      const [found] = diagnosticsOf(spec, "hosts/secret");
      expect(found?.message).not.toMatch(/[:/]p@|abcdef01/);
      expect(findSecrets(spec)).not.toEqual([]);
    },
  );
});
