import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf } from "../../testing/marked-spec.js";
import { extension, MIRROR, spegelValues } from "../../testing/specs.js";

const withFiles = (values: string, ...files: string[]) => `${values}    extensions:\n${files.join("")}`;
const all = spegelValues("prependExisting: true");
const listed = (...registries: string[]) =>
  spegelValues(
    "prependExisting: true",
    "mirroredRegistries:",
    ...registries.map((registry) => `  - https://${registry}`),
  );

describeRule("spegel/prepend-partial", {
  fires: {
    "a registry that is not listed": withFiles(
      listed("ghcr.io"),
      extension("«a»", "quay.io/hosts.toml", ...MIRROR),
    ),
    "lines above the first table": withFiles(
      listed("quay.io"),
      extension("a", "quay.io/hosts.toml", "«server = 'https://m.example'» # last", "", ...MIRROR).replace(
        "» # last",
        " # last»",
      ),
    ),
    "a certificate of a registry that is not listed": withFiles(
      listed("ghcr.io"),
      extension("«a»", "quay.io/ca.crt", "PEM"),
    ),
    "a file without a table, of which nothing is kept": withFiles(
      listed("quay.io"),
      extension("«a»", "quay.io/hosts.toml", "server = 'https://m.example'"),
    ),
    "a host without a table of its own": withFiles(
      listed("quay.io"),
      extension("«a»", "quay.io/hosts.toml", ...MIRROR, "[host.'https://f.example'.header]", "X-Team = 'a'"),
    ),
    "a host and a line": withFiles(
      listed("quay.io"),
      extension(
        "«a»",
        "quay.io/hosts.toml",
        "«ca = 'ca.crt'»",
        ...MIRROR,
        "[host.'https://f.example'.header]",
        "X-Team = 'a'",
      ),
    ),
    "a directory in which Spegel does not look for the registry's file": withFiles(
      listed("quay.io:5000"),
      extension("«a»", "quay.io_5000_/hosts.toml", ...MIRROR),
    ),
    "a per-registry file where Spegel writes _default only": withFiles(
      all,
      extension("«a»", "quay.io/hosts.toml", ...MIRROR),
    ),
  },
  silent: {
    "tables only": withFiles(listed("quay.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)),
    "the server that Spegel writes itself": withFiles(
      listed("quay.io"),
      extension("a", "quay.io/hosts.toml", 'server = "https://quay.io/" # last', "", ...MIRROR),
    ),
    "nothing but that server": withFiles(
      listed("quay.io"),
      extension("a", "quay.io/hosts.toml", "server = 'https://quay.io'"),
    ),
    "Docker Hub's": withFiles(
      listed("docker.io"),
      extension("a", "docker.io/hosts.toml", "server = 'https://registry-1.docker.io'", ...MIRROR),
    ),
    "prependExisting is off": withFiles(
      spegelValues("prependExisting: false"),
      extension("a", "quay.io/hosts.toml", ...MIRROR),
    ),
    "Spegel writes nothing": withFiles(
      spegelValues("prependExisting: true", "containerdMirrorAdd: false"),
      extension("a", "quay.io/hosts.toml", ...MIRROR),
    ),
  },
  fixes: {
    "the registry listed": {
      title: /mirroredRegistries/,
      before: withFiles(listed("ghcr.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)),
      after: withFiles(listed("ghcr.io", "quay.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)),
    },
  },
});

const withCertificate = (registry: string, key: string) =>
  withFiles(
    listed(registry),
    extension("a", `${registry}/hosts.toml`, ...MIRROR),
    extension(key, "quay.io/ca.crt", "PEM"),
  );

// Releases since 0.5.0 copy what lies beside a hosts.toml of which they keep a host.
describeRule("spegel/prepend-partial", {
  settings: { spegelVersion: "0.5.0" },
  fires: { "a certificate of another registry": withCertificate("ghcr.io", "«b»") },
  silent: { "a certificate beside a host that is kept": withCertificate("quay.io", "b") },
});

describeRule("spegel/prepend-partial", {
  settings: { spegelVersion: "0.4.0" },
  fires: { "a certificate, which this release leaves behind": withCertificate("quay.io", "«b»") },
  silent: { "no certificate": withFiles(listed("quay.io"), extension("a", "quay.io/hosts.toml", ...MIRROR)) },
});

describe("spegel/prepend-partial says why", () => {
  const said = (text: string, spegelVersion: string, containerdVersion = "2.1") =>
    diagnosticsOf(text, "spegel/prepend-partial", { settings: { spegelVersion, containerdVersion } }).map(
      ({ message }) => message,
    );
  const quay = (...lines: string[]) =>
    withFiles(listed("quay.io"), extension("a", "quay.io/hosts.toml", ...lines));
  const nothingOf = (path: string, reason: string) => [`Spegel keeps nothing of ${path}: ${reason}.`];

  it("a registry that is not listed, or an empty list", () => {
    const file = extension("a", "quay.io/hosts.toml", ...MIRROR);
    expect(said(withFiles(listed("ghcr.io"), file), "0.7.4")).toEqual(
      nothingOf("quay.io/hosts.toml", "quay.io is not in mirroredRegistries"),
    );
    expect(said(withFiles(all, file), "0.7.4")).toEqual(
      nothingOf("quay.io/hosts.toml", "mirroredRegistries is empty, so it writes _default alone"),
    );
  });

  it("no table of its own, with what would have to move", () => {
    expect(
      said(
        quay("server = 'https://quay.io'", "capabilities = ['pull']", "ca = 'ca.crt'", "", "[host]"),
        "0.7.4",
      ),
    ).toEqual(
      nothingOf(
        "quay.io/hosts.toml",
        'it has no [host] table of its own. Its capabilities, ca would have to stand in [host."https://quay.io"]',
      ),
    );
    expect(said(quay("server = 'https://m.example'"), "0.4.0")).toEqual(
      nothingOf("quay.io/hosts.toml", "it has no [host] table of its own"),
    );
    expect(said(quay("[host.'https://f.example'.header]", "X-Team = 'a'"), "0.4.0")).toEqual(
      nothingOf("quay.io/hosts.toml", "none of its hosts has a [host] table of its own"),
    );
  });

  it("hosts of which some are kept, a few by their names", () => {
    const header = (host: string) => [`[host.'https://${host}.example'.header]`, "X-Team = 'a'"];
    const only = "only hosts with a [host] table of their own are kept.";
    expect(said(quay(...MIRROR, ...header("f")), "0.7.4")).toEqual([
      `Of quay.io/hosts.toml Spegel does not keep https://f.example: ${only}`,
    ]);
    expect(said(quay(...MIRROR, ..."fghi".split("").flatMap(header)), "0.7.4")).toEqual([
      `Of quay.io/hosts.toml Spegel does not keep https://f.example and https://g.example and 2 more: ${only}`,
    ]);
  });

  it("a file that Spegel cannot read", () => {
    const [message = ""] = said(quay("[host.'https://m.example'", "x"), "0.7.4");
    expect(message).toMatch(
      /^Spegel keeps nothing of quay\.io\/hosts\.toml: it ends before it has written for quay\.io: ./,
    );
    expect(message.length).toBeLessThanOrEqual(300);
  });

  it("a file that containerd cannot read with what Spegel adds", () => {
    expect(said(quay("[host.'https://m.example']", "capabilities = ['guess']"), "0.7.4")).toEqual(
      nothingOf("quay.io/hosts.toml", "containerd cannot read the file that Spegel writes with its tables"),
    );
  });

  it("_default, where an older release looks for none", () => {
    const text = withFiles(all, extension("a", "_default/hosts.toml", ...MIRROR));
    const reason = "with an empty list of registries Spegel 0.3.0 looks for none";
    expect(said(text, "0.3.0")).toEqual(nothingOf("_default/hosts.toml", reason));
    expect(said(text, "0.4.0")).toEqual([]);
  });

  it("certificates, release by release", () => {
    const text = withCertificate("quay.io", "b");
    expect(said(text, "0.4.0")).toEqual(
      nothingOf("quay.io/ca.crt", "Spegel 0.4.0 copies no certificates, 0.5.0 and later do"),
    );
    expect(said(text, "0.5.0")).toEqual([]);
    const alone = withFiles(listed("quay.io"), extension("a", "quay.io/ca.crt", "PEM"));
    expect(said(alone, "0.7.4")).toEqual(
      nothingOf(
        "quay.io/ca.crt",
        "it copies certificates only with a [host] table, and keeps none of quay.io/hosts.toml",
      ),
    );
    const twice = withFiles(
      listed("quay.io", "quay.io"),
      extension("a", "quay.io/hosts.toml", ...MIRROR),
      extension("b", "quay.io/ca.crt", "PEM"),
    );
    expect(said(twice, "0.7.4")).toEqual([]);
  });

  it("0.0.21 to 0.0.25 keep the file's server, 0.0.26 its tables without being asked", () => {
    const older = (flag: string) =>
      withFiles(
        spegelValues(flag, "registries: ['https://quay.io']"),
        extension("a", "quay.io/hosts.toml", "server = 'https://m.example'", "ca = 'ca.crt'", ...MIRROR),
      );
    const lost = (line: string) =>
      `Spegel keeps only the [host] tables of quay.io/hosts.toml: the line ${line} is lost.`;
    expect(said(older("appendMirrors: true"), "0.0.25")).toEqual([lost("ca = 'ca.crt'")]);
    expect(said(older("appendMirrors: false"), "0.0.26")).toEqual([
      lost("server = 'https://m.example'"),
      lost("ca = 'ca.crt'"),
    ]);
    expect(said(older("appendMirrors: false"), "0.0.27")).toEqual([]);
  });
});

const OWN = ["[host.'http://{{ .config.node_address_ip }}:30020']", "capabilities = ['pull']"];

describeRule("spegel/prepend-duplicate", {
  fires: {
    "Kublr's own template": spegelValues("prependExisting: «true»"),
    "an extension's entry for the node": withFiles(
      spegelValues("prependExisting: «true»"),
      extension("a", "_default/hosts.toml", ...OWN),
    ),
  },
  silent: {
    "prependExisting is off": spegelValues("prependExisting: false"),
    "another port": withFiles(
      all,
      extension("a", "_default/hosts.toml", ...OWN.map((line) => line.replace("30020", "30022"))),
    ),
    "registries whose files do not exist": listed("quay.io"),
  },
  fixes: {
    "prependExisting off": {
      title: /false/,
      before: all,
      after: spegelValues("prependExisting: false"),
    },
    "Kublr's file not written": {
      title: /agent/,
      before: all,
      after: `${all}    extensions:\n      containerd-default-hosts-override:\n        path: templates/root_dir/etc/containerd/certs.d/_default/hosts.toml\n        content: ''\n`,
    },
  },
});

describe("spegel/prepend-duplicate", () => {
  it("names the file and whose entry it is, once for all roles", () => {
    const found = diagnosticsOf(all, "spegel/prepend-duplicate");
    expect(found.map(({ message, roles }) => [message, roles])).toEqual([
      [
        "prependExisting repeats a host of Kublr's own template in _default/hosts.toml: containerd ignores the file and uses no mirror.",
        ["master", "nodes/default"],
      ],
    ]);
  });
});

describe("spegel/prepend-duplicate", () => {
  it("does not override Kublr's file where the extension's key is taken", () => {
    const key = "containerd-default-hosts-override";
    const text = withFiles(all, extension(key, "quay.io/hosts.toml", ...MIRROR));
    expect(titles(text)).toEqual(["Set prependExisting to false"]);
  });

  it("takes the place of no group's own file", () => {
    const own = extension("b", "_default/hosts.toml", "# none").replaceAll(/^/gm, "    ").trimEnd();
    const text = `${all}  nodes:\n    - name: w\n      kublrAgentConfig:\n        extensions:\n${own}\n`;
    expect(titles(text)).toEqual(["Set prependExisting to false"]);
  });

  it("keeps the mirrors of other files", () => {
    const text = withFiles(listed("quay.io", "_default"), extension("a", "quay.io/hosts.toml", ...MIRROR));
    const both = text.replace("https://_default", "_default");
    expect(titles(both)).toEqual(["Have the agent write no _default/hosts.toml on any node"]);
  });

  function titles(text: string): string[] {
    const found = diagnosticsOf(text, "spegel/prepend-duplicate");
    return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  }
});
