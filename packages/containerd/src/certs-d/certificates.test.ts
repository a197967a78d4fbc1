import { describe, expect, it } from "vitest";
import { type HostResolution, resolveHosts } from "../resolve.js";

const TOML = "quay.io/hosts.toml";
const at = (file: string) => `/etc/containerd/certs.d/quay.io/${file}`;

/** With only the given files on the node. */
function resolve(files: Record<string, string>, dirs: string[] = []): HostResolution {
  return resolveHosts({ files, dirs, host: "quay.io", certsChecked: true });
}

describe("certificates that are not as they should be end the pull", () => {
  const ca = '[host."https://m"]\nca = "ca.pem"\n';
  const pair = '[host."https://m"]\nclient = [["a.crt", "a.key"]]\n';
  it.each<[what: string, files: Record<string, string>, error: string]>([
    [
      "no ca",
      { [TOML]: ca },
      `unable to read CA cert "${at("ca.pem")}": open ${at("ca.pem")}: no such file or directory`,
    ],
    ["an empty ca", { [TOML]: ca, "quay.io/ca.pem": "" }, `unable to load CA cert "${at("ca.pem")}"`],
    [
      "no key",
      { [TOML]: pair, "quay.io/a.crt": "PEM" },
      `unable to read CERT file "${at("a.key")}": open ${at("a.key")}: no such file or directory`,
    ],
    [
      "a bad key",
      { [TOML]: pair, "quay.io/a.crt": "PEM", "quay.io/a.key": "x" },
      "failed to load X509 key pair: tls: failed to find any PEM data in key input",
    ],
    [
      "a bad authority beside a bad hosts.toml",
      { [TOML]: "x", "quay.io/a.crt": "x" },
      `unable to load CA cert "${at("a.crt")}"`,
    ],
  ])("%s", (_what, files, error) => {
    expect(resolve(files)).toEqual({ dir: "quay.io", error });
  });

  it("a directory for a ca", () => {
    expect(resolve({ [TOML]: ca }, ["quay.io/ca.pem"])).toEqual({
      dir: "quay.io",
      error: `unable to read CA cert "${at("ca.pem")}": read ${at("ca.pem")}: is a directory`,
    });
  });

  it("a directory for hosts.toml", () => {
    expect(resolve({}, [TOML])).toEqual({
      dir: "quay.io",
      error: `read ${at("hosts.toml")}: is a directory`,
    });
  });
});

describe("certificates that are as they should be", () => {
  it.each(["PEM", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"])("%j is one", (text) => {
    const files = { [TOML]: 'client = "node.pem"\n', "quay.io/node.pem": text };
    expect(resolve(files)).toMatchObject({ hosts: [{ client: [[at("node.pem"), ""]] }] });
  });

  it("are taken from the directory in the order of their bytes, not from below it", () => {
    const names = ["b.crt", "a.crt", "Z.crt", "é.crt", "sub/c.crt", "n.cert", "n.key", "m.cert"];
    const files = Object.fromEntries(names.map((name) => [`quay.io/${name}`, "PEM"]));
    expect(resolve(files)).toMatchObject({
      hosts: [
        {
          ca: ["Z.crt", "a.crt", "b.crt", "é.crt"].map(at),
          client: [
            [at("m.cert"), ""],
            [at("n.cert"), at("n.key")],
          ],
        },
      ],
    });
  });
});

describe("files of which nothing is known are taken to be there and valid", () => {
  const toml = '[host."https://m"]\nca = ["a.pem", "b.pem"]\nclient = [["c.crt", "c.key"]]\n';
  const known = (...names: string[]) => {
    const paths = new Set(names.map(at));
    const certsChecked = (file: string) => paths.has(file);
    return resolveHosts({ files: { [TOML]: toml, "quay.io/a.pem": "x" }, host: "quay.io", certsChecked });
  };
  it("all of them", () => expect(known()).toHaveProperty("hosts"));
  it.each([
    ["a.pem", `unable to load CA cert "${at("a.pem")}"`],
    ["b.pem", `unable to read CA cert "${at("b.pem")}": open ${at("b.pem")}: no such file or directory`],
    ["c.key", `unable to read CERT file "${at("c.key")}": open ${at("c.key")}: no such file or directory`],
  ])("but for %s", (name, error) => expect(known(name)).toEqual({ dir: "quay.io", error }));
});
