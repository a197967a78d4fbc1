import { formatValue, type GoValue, typeName } from "../go/value.js";
import { lineFinder } from "../toml/lines.js";
import { parseTree, positionOf } from "../toml/v1/parser.js";
import { getPath, type Leaf, type Node, type Tree } from "../toml/v1/tree.js";
import { emptyFields, type HostFields, type HostsFile, type HostsFileFault } from "./fields.js";

/** Ends a decode as go-toml 1.x would; caught in readV1. */
class DecodeFault extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/**
 * Decodes a hosts.toml as containerd 1.x does with go-toml 1.x: the whole text is parsed first.
 * @param rules.hostTableRequired a file without a `host` table is refused
 */
export function readV1(text: string, rules: { hostTableRequired: boolean }): HostsFile | HostsFileFault {
  const parsed = parseTree(text);
  if ("fault" in parsed) {
    const { message, start, end } = parsed.fault;
    return { kind: "toml-syntax", message: `failed to parse TOML: ${message}`, range: { start, end } };
  }
  const order = hostOrder(parsed.tree, text);
  if (order === null && rules.hostTableRequired) {
    return { kind: "containerd", message: "invalid `host` tree", range: null };
  }
  return decode(parsed.tree, text, order ?? []);
}

/** containerd 1.x's getSortedHosts: the keys of `host` by the lines that they start on. */
function hostOrder(tree: Tree, text: string): string[] | null {
  const host = getPath(tree, ["host"]);
  if (host?.type !== "tree") return null;
  const lineAt = lineFinder(text);
  const lineOf = (node: Node) => (node.type === "tree" && node.position >= 0 ? lineAt(node.position) : 0);
  const hosts = Array.from(host.entries, ([name, node]) => ({ name, line: lineOf(node) }));
  return hosts.sort((a, b) => a.line - b.line).map(({ name }) => name);
}

function decode(tree: Tree, text: string, order: string[]): HostsFile | HostsFileFault {
  try {
    const root = readFields(tree);
    const server = readField(tree, "server", asString) ?? "";
    const hosts = readField(tree, "host", asHosts) ?? new Map();
    return { server, root, hosts, order };
  } catch (fault) {
    if (!(fault instanceof DecodeFault)) throw fault;
    const start = Math.max(fault.position, 0);
    const message = `${positionOf(text, start)}: ${fault.message}`;
    return { kind: "toml-type", message, range: { start, end: start } };
  }
}

function readFields(tree: Tree): HostFields {
  return {
    ...emptyFields(),
    capabilities: readField(tree, "capabilities", asStrings),
    ca: readField(tree, "ca", asAny),
    client: readField(tree, "client", asAny),
    skipVerify: readField(tree, "skip_verify", asBoolean),
    header: readField(tree, "header", asMap),
    overridePath: readField(tree, "override_path", asBoolean) ?? false,
  };
}

/** go-toml 1.x finds a field by its name or by its name in capitals. */
function readField<Value>(tree: Tree, name: string, read: (node: Node) => Value): Value | null {
  for (const key of [name, name.toUpperCase()]) {
    const node = tree.entries.get(key);
    if (node === undefined) continue;
    try {
      return read(node.type === "entry" ? node.value : node);
    } catch (fault) {
      if (!(fault instanceof DecodeFault) || fault.position >= 0) throw fault;
      throw new DecodeFault(fault.message, positionOfNode(node));
    }
  }
  return null;
}

function positionOfNode(node: Node): number {
  if (node.type === "trees") return node.trees.at(-1)?.position ?? 0;
  return node.type === "tree" || node.type === "entry" ? node.position : 0;
}

function fail(node: Node, goType: string): never {
  const { type, text } = describe(node);
  if (type === "tree") throw new DecodeFault(`Can't convert ${text}(*toml.Tree) to a tree`, -1);
  if (type === "trees") throw new DecodeFault(`Can't convert ${text}([]*toml.Tree) to trees`, -1);
  if (type === "list") throw new DecodeFault(`Can't convert ${text}([]interface {}) to a slice`, -1);
  throw new DecodeFault(`Can't convert ${text}(${type}) to ${goType}`, -1);
}

function describe(node: Node): { type: string; text: string } {
  const value = asAny(node);
  const isScalar = node.type !== "tree" && node.type !== "trees" && node.type !== "list";
  return { type: isScalar ? typeName(value) : node.type, text: formatValue(value) };
}

function asString(node: Node): string {
  if (node.type === "string") return node.value;
  // Go converts an unsigned number to the character with that code, here always out of range.
  return node.type === "uint64" ? "\ufffd" : fail(node, "string");
}

function asBoolean(node: Node): boolean {
  return node.type === "bool" ? node.value : fail(node, "bool");
}

function asStrings(node: Node): string[] {
  return node.type === "list" ? node.items.map(asString) : fail(node, "[]string(slice)");
}

function asMap(node: Node): Map<string, GoValue> {
  if (node.type !== "tree") return fail(node, "map[string]interface {}(map)");
  return new Map(Array.from(node.entries, ([name, entry]) => [name, asAny(entry)]));
}

function asHosts(node: Node): Map<string, HostFields> {
  if (node.type !== "tree") return fail(node, "map[string]config.hostFileConfig(map)");
  const hosts = new Map<string, HostFields>();
  for (const [name, host] of node.entries) {
    if (host.type !== "tree") return fail(host.type === "entry" ? host.value : host, "config.hostFileConfig");
    hosts.set(name, readFields(host));
  }
  return hosts;
}

function asAny(node: Node | Leaf): GoValue {
  switch (node.type) {
    case "tree":
      return { type: "map", entries: asMap(node) };
    case "trees":
      return { type: "slice", goType: "[]map[string]interface {}", items: node.trees.map(asAny) };
    case "list":
      return { type: "slice", goType: "[]interface {}", items: node.items.map(asAny) };
    case "entry":
      return asAny(node.value);
    default:
      return node;
  }
}
