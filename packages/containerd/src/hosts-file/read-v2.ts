import type { Expression, TextRange } from "../toml/types.js";
import { parseToml } from "../toml/v2/parser.js";
import { SeenKeys } from "../toml/v2/seen.js";
import { DecodeFault } from "./decode-v2.js";
import { emptyFields, type HostsFile, type HostsFileFault } from "./fields.js";
import { type DecodeRules, enterTable, type Place, rootPlace, setKey } from "./places-v2.js";

/**
 * Decodes a hosts.toml as containerd 2.x does with go-toml 2.x: expression by expression, so that the
 * first fault of any kind wins.
 */
export function readV2(text: string, rules: DecodeRules): HostsFile | HostsFileFault {
  const { expressions, faults } = parseToml(text);
  const file: HostsFile = {
    server: "",
    root: emptyFields(),
    hosts: new Map(),
    order: hostOrder(expressions),
  };
  const fault = decode(expressions, file, rules);
  if (fault !== null) return fault;
  const [syntax] = faults;
  return syntax === undefined ? file : faultAt("toml-syntax", `toml: ${syntax.message}`, syntax);
}

/**
 * containerd's getSortedHosts: the names in `[host.NAME]` and `[host.NAME.…]` headers, without repeats of
 * the name just before.
 */
export function hostOrder(expressions: readonly Expression[]): string[] {
  const order: string[] = [];
  // containerd starts with an empty name, so a first host of that name is not seen.
  let last = "";
  for (const { kind, key } of expressions) {
    const [root, name] = key;
    if (kind !== "table" || root?.name !== "host" || name === undefined || name.name === last) continue;
    last = name.name;
    order.push(last);
  }
  return order;
}

function decode(expressions: Expression[], file: HostsFile, rules: DecodeRules): HostsFileFault | null {
  const seen = new SeenKeys();
  const root = rootPlace(file, rules);
  // Where key-values go; null in a table that no field takes, whose keys go-toml does not even look at.
  let place: Place | null = root;
  for (const expression of expressions) {
    if (place === null && expression.kind === "key-value") continue;
    const repeated = seen.check(expression);
    if (repeated !== null) return faultAt("toml-syntax", `toml: ${repeated}`, expression);
    try {
      if (expression.kind !== "key-value") {
        place = enterTable(root, expression.key, expression.kind === "array-table");
      } else if (place !== null) {
        setKey(place, expression.key, expression.value);
      }
    } catch (problem) {
      if (!(problem instanceof DecodeFault)) throw problem;
      return faultAt(problem.kind, problem.message, problem.range ?? expression);
    }
  }
  return null;
}

function faultAt(kind: HostsFileFault["kind"], message: string, range: TextRange): HostsFileFault {
  return { kind, message, range: { start: range.start, end: range.end } };
}
