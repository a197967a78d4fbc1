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
    "a file with a name of Docker Hub": withPath(`«${CERTS_D}/index.docker.io»`),
    "a file of a port's registry": withPath(`«${CERTS_D}/reg.example_5000_»`),
    "a certificate of a registry that no image has": withPath(`«'${CERTS_D}/my_repo:5000/ca.crt'»`),
    "a certificate of Docker Hub's other name": withPath(`«${CERTS_D}/registry-1.docker.io/ca.crt»`),
    "a registry's path in capitals": withPath(`«${CERTS_D}/Quay.io/team/hosts.toml»`),
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
    "a scheme before a wildcard": withPath(`'${CERTS_D}/https://*.gcr.io/hosts.toml'`),
    "a certificate in no directory": withPath(`${CERTS_D}/ca.crt`),
    "an address that may have a port": withPath(`'${CERTS_D}/fd00::7:5000/hosts.toml'`),
    "a directory for a port that is none": withPath(`${CERTS_D}/reg.example_99999_/hosts.toml`),
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
    "the file's name stays": {
      title: /Write _default\/ca\.crt/,
      before: withPath(`${CERTS_D}/_default_/ca.crt`),
      after: withPath(`${CERTS_D}/_default/ca.crt`),
    },
    "a certificate below a scheme": {
      title: /Write quay\.io\/ca\.crt$/,
      before: withPath(`'${CERTS_D}/https:/quay.io/ca.crt'`),
      after: withPath(`'${CERTS_D}/quay.io/ca.crt'`),
    },
    "a repository, which the title gives up": {
      title: /^Write quay\.io\/hosts\.toml, for all images of quay\.io$/,
      before: withPath(`${CERTS_D}/quay.io/team/hosts.toml`),
      after: withPath(`${CERTS_D}/quay.io/hosts.toml`),
    },
    "a repository of all registries": {
      title: /^Write _default\/hosts\.toml, for all images$/,
      before: withPath(`${CERTS_D}/_default/team/hosts.toml`),
      after: withPath(`${CERTS_D}/_default/hosts.toml`),
    },
    "an underscore behind the port": {
      title: /^Write registry\.example\.com_5000_\/hosts\.toml$/,
      before: withPath(`${CERTS_D}/registry.example.com_5000/hosts.toml`),
      after: withPath(`${CERTS_D}/registry.example.com_5000_/hosts.toml`),
    },
    "brackets around an address": {
      title: /^Write \[2001:db8::1\]\/hosts\.toml$/,
      before: withPath(`'${CERTS_D}/2001:db8::1/hosts.toml'`),
      after: withPath(`'${CERTS_D}/[2001:db8::1]/hosts.toml'`),
    },
    "Docker Hub's other name before a certificate": {
      title: /^Write docker\.io\/ca\.crt$/,
      before: withPath(`${CERTS_D}/index.docker.io/ca.crt`),
      after: withPath(`${CERTS_D}/docker.io/ca.crt`),
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

describe("template/path-unknown, for a registry that no image has", () => {
  it.each([
    [
      "my_repo:5000",
      "containerd never reads certs.d/my_repo:5000: no image reference with such an underscore is valid.",
    ],
    [
      "registry.example.com_5000",
      "certs.d/registry.example.com_5000 is not for a port: for registry.example.com:5000 the directory is registry.example.com_5000_ or registry.example.com:5000.",
    ],
    [
      "registry.example.com:",
      "containerd never reads certs.d/registry.example.com:: behind a registry's name only a port may stand, not :.",
    ],
    [
      "registry.example.com.",
      "containerd never reads certs.d/registry.example.com.: no image reference that begins so is valid.",
    ],
    [
      "x-.example.com",
      "containerd never reads certs.d/x-.example.com: no image reference that begins so is valid.",
    ],
    [
      "bücher.example",
      "containerd never reads certs.d/bücher.example: image references spell such a name in ASCII, with xn--.",
    ],
    [
      "registry.example.com:port",
      "containerd never reads certs.d/registry.example.com:port: behind a registry's name only a port may stand, not :port.",
    ],
    [
      "registry.example.com:5000:5001",
      "containerd never reads certs.d/registry.example.com:5000:5001: behind a registry's name only a port may stand, not :5000:5001.",
    ],
    [
      "registry.example.com:0",
      "No image has the registry registry.example.com:0, so nothing reads certs.d/registry.example.com:0: a port is a number from 1 to 65535.",
    ],
    [
      "_default:5000",
      "containerd never reads certs.d/_default:5000: no image reference with such an underscore is valid.",
    ],
    [
      "_default_5000_",
      "containerd never reads certs.d/_default_5000_: no image reference with such an underscore is valid.",
    ],
    [
      "2001:db8::1",
      "containerd never reads certs.d/2001:db8::1: an IPv6 address has brackets in an image's name, as in [fd00::1]:5000.",
    ],
    [" quay.io", "containerd never reads certs.d/ quay.io: no image reference has a blank."],
    [
      "my_repo",
      "Images named my_repo/… are Docker Hub's: a registry has a dot in its name, or a port. containerd never reads certs.d/my_repo.",
    ],
  ])("%j", (directory, message) => {
    const text = withPath(`"${CERTS_D}/${directory}/hosts.toml"`);
    expect(diagnosticsOf(text, "template/path-unknown").map((one) => one.message)).toEqual([message]);
  });

  it("keeps within a readable length", () => {
    const text = withPath(`"${CERTS_D}/${"x-.".repeat(1_000)}/hosts.toml"`);
    const [found] = diagnosticsOf(text, "template/path-unknown");
    expect(found?.message.length).toBeLessThanOrEqual(300);
  });
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
