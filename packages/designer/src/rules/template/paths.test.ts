import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, extension } from "../../testing/specs.js";

const withPath = (path: string) =>
  agentConfig(`    extensions:\n      a:\n        path: ${path}\n        content: '# none'\n`);

describeRule("template/path-unknown", {
  fires: {
    _default_: withPath(`«'${CERTS_D}/_default_/hosts.toml'»`),
    "no directory": withPath(`«${CERTS_D}/hosts.toml»`),
    "a scheme": withPath(`«${CERTS_D}/https://quay.io/hosts.toml»`),
    "a path of the registry": withPath(`«${CERTS_D}/quay.io/team/hosts.toml»`),
    "another file name": withPath(`«${CERTS_D}/quay.io/host.toml»`),
    "a blank at its end": withPath(`«'${CERTS_D}/quay.io/hosts.toml '»`),
    "capitals in the registry's name": withPath(`«${CERTS_D}/Quay.io/hosts.toml»`),
    "a file with the registry's name": withPath(`«${CERTS_D}/quay.io»`),
  },
  silent: {
    "the default directory": withPath(`${CERTS_D}/_default/hosts.toml`),
    "a registry with a port": withPath(`${CERTS_D}/reg.corp.example:5000/hosts.toml`),
    "port with underscores": withPath(`${CERTS_D}/reg.corp.example_5000_/hosts.toml`),
    "a registry on the node": withPath(`${CERTS_D}/localhost/hosts.toml`),
    "a certificate beside hosts.toml": withPath(`${CERTS_D}/quay.io/ca.crt`),
    "a file elsewhere": withPath("templates/root_dir/etc/motd"),
    "a certificate in a folder of its own": withPath(`${CERTS_D}/quay.io/certs/ca.crt`),
    "a path that is no text, which is spec/type": withPath("5"),
  },
  unfixed: {
    "Spegel's own directory": withPath(`${CERTS_D}/_backup/quay.io/hosts.toml`),
    "a wildcard": withPath(`'${CERTS_D}/*.gcr.io/hosts.toml'`),
    "a name without a dot": withPath(`${CERTS_D}/team/hosts.toml`),
    "a plain file that is no registry's": withPath(`${CERTS_D}/README`),
    "a scheme without a registry": withPath(`'${CERTS_D}/https:/'`),
    "a file that another extension writes": `${withPath(`${CERTS_D}/Quay.IO/hosts.toml`)}      b: {path: ${CERTS_D}/quay.io/hosts.toml, content: x}\n`,
    "a file of another kind": withPath(`${CERTS_D}/quay.io/readme.md`),
  },
  fixes: {
    _default_: {
      title: /_default\/hosts\.toml/,
      before: example("07-hosts-override-go-template.yaml"),
      after: example("07-hosts-override-go-template.yaml").replace("_default_", "_default"),
    },
    "a blank at its end": {
      title: /Write quay\.io\/hosts\.toml/,
      before: withPath(`'${CERTS_D}/quay.io/hosts.toml '`),
      after: withPath(`'${CERTS_D}/quay.io/hosts.toml'`),
    },
    "capitals in the registry's name": {
      title: /Write quay\.io\/hosts\.toml/,
      before: withPath(`${CERTS_D}/Quay.IO/hosts.toml`),
      after: withPath(`${CERTS_D}/quay.io/hosts.toml`),
    },
  },
});

const entry = (key: string, path: string) => `      ${key}: {path: ${path}, content: x}\n`;
const extensions = (...entries: string[]) => agentConfig(`    extensions:\n${entries.join("")}`);

describeRule("template/path-collision", {
  fires: {
    "the first in order loses, wherever it stands": extensions(
      entry("b", "etc/motd"),
      entry("a", "«etc/motd»"),
    ),
    "two spellings of one file": extensions(
      entry("a", `«${CERTS_D}/quay.io/hosts.toml»`),
      entry("b", `${CERTS_D}/./quay.io//hosts.toml`),
    ),
    "the group's and the cluster's": `kind: Cluster\nspec:\n  nodes:\n    - name: w\n      kublrAgentConfig: {extensions: {b: {path: p, content: x}}}\n  kublrAgentConfig: {extensions: {a: {path: «p», content: y}}}\n`,
  },
  silent: {
    "paths that are no text": extensions(entry("a", "5"), entry("b", "5")),
    "one file each": example("08-mirror-add-off-with-overrides.yaml"),
    "the group's entry of the same key": `kind: Cluster\nspec:\n  nodes:\n    - name: w\n      kublrAgentConfig: {extensions: {a: {path: p, content: x}}}\n  kublrAgentConfig: {extensions: {a: {path: p, content: y}}}\n`,
  },
});

describeRule("template/path-hidden", {
  fires: {
    "the spelling with a colon beside the one with underscores": extensions(
      entry("a", `«"${CERTS_D}/reg.example:5000/hosts.toml"»`),
      entry("b", `${CERTS_D}/reg.example_5000_/hosts.toml`),
    ),
  },
  silent: {
    "two ports": extensions(
      entry("a", `"${CERTS_D}/reg.example:5000/hosts.toml"`),
      entry("b", `${CERTS_D}/reg.example_5001_/hosts.toml`),
    ),
    "the other file is not generated": extensions(
      entry("a", `"${CERTS_D}/reg.example:5000/hosts.toml"`),
      `      b: {path: ${CERTS_D}/reg.example_5000_/hosts.toml, content: ''}\n`,
    ),
    "two files of one directory": extensions(
      entry("a", `${CERTS_D}/reg.example_5000_/hosts.toml`),
      entry("b", `${CERTS_D}/reg.example_5000_/ca.crt`),
    ),
  },
});

describe("template/path-collision", () => {
  it("says which key wins", () => {
    const text = extensions(entry("b", "etc/motd"), entry("a", "etc/motd"));
    expect(diagnosticsOf(text, "template/path-collision").map(({ message }) => message)).toEqual([
      "b writes etc/motd too and comes later: what a has there is never used.",
    ]);
  });
});

const content = (value: string) =>
  agentConfig(`    extensions: {a: {path: ${CERTS_D}/quay.io/hosts.toml, content: ${value}}}\n`);

describeRule("template/empty", {
  fires: {
    "no content": content("«''»"),
    "comments only": content("«'# no mirrors'»"),
    "Kublr's example": example("04-hosts-override-empty.yaml").replace("content: ''", "content: «''»"),
  },
  silent: {
    "a mirror": example("06-hosts-override-internal-mirror.yaml"),
    "what a template may leave empty": content("'{{ if .config.zone }}x{{ end }}'"),
    "an empty file elsewhere": agentConfig("    extensions: {a: {path: etc/motd, content: ''}}\n"),
    "an overridden entry": extensions(
      `${extension("a", "quay.io/hosts.toml", "# none")}${extension("b", "quay.io/hosts.toml", "server = 'https://quay.io'")}`,
    ),
  },
});
