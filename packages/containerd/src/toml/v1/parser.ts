import { quote } from "@lookinglass/go";
import type { TomlFault } from "../types.js";
import { splitKey } from "./keys.js";
import { lex, type Token, type TokenType } from "./lexer.js";
import { scalarOf } from "./scalars.js";
import { getPath, makeTables, type Node, newTree, setPath, type Tree } from "./tree.js";

/** A bound of ours on nested values; go-toml has none. */
const MAX_DEPTH = 200;

export type ParsedTree = { tree: Tree } | { fault: TomlFault };

/** Ends a parse; caught in parseTree, never seen outside this file. Not an Error, whose stack costs as much as a parse. */
class ParseFault {
  constructor(
    readonly message: string,
    readonly token: Token,
    readonly unplaced = false,
  ) {}
}

/** Reads TOML as go-toml 1.9 does (toml.LoadBytes): a byte order mark is skipped. */
export function parseTree(text: string): ParsedTree {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const offset = text.length - body.length;
  try {
    return { tree: new Parser(lex(body)).run() };
  } catch (fault) {
    if (!(fault instanceof ParseFault)) throw fault;
    const { start, end } = fault.token;
    const message = fault.unplaced ? fault.message : `${positionOf(body, start)}: ${fault.message}`;
    return { fault: { message, start: start + offset, end: end + offset } };
  }
}

/** Line and column as go-toml prints them. */
export function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `(${line}, ${Array.from(before.slice(before.lastIndexOf("\n") + 1)).length + 1})`;
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  readonly #tree = newTree(0);
  #table: string[] = [];
  readonly #names = new TableNames();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  run(): Tree {
    for (;;) {
      const token = this.#peek();
      switch (token.type) {
        case "EOF":
          return this.#tree;
        case "[":
          this.#readTable();
          break;
        case "[[":
          this.#readArrayTable();
          break;
        case "Key":
          this.#readAssignment();
          break;
        case "Error":
          throw new ParseFault(`parsing error: ${token.text}`, token);
        default:
          throw new ParseFault(`unexpected token ${typeName(token.type)}`, token);
      }
    }
  }

  /** The next token; the last one, an EOF or an error, for ever. */
  #peek(): Token {
    const token = this.#tokens[this.#next] ?? this.#tokens.at(-1);
    return token ?? { type: "EOF", text: "", start: 0, end: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next++;
    return token;
  }

  #expect(type: TokenType): Token {
    const token = this.#take();
    if (token.type === type) return token;
    throw new ParseFault(`was expecting token ${typeName(type)}, but got ${describe(token)} instead`, token);
  }

  #readTable(): void {
    const open = this.#take();
    const name = this.#take();
    if (name.type !== "KeyGroup") {
      throw new ParseFault(`unexpected token ${describe(name)}, was expecting a table key`, name);
    }
    if (!this.#names.add(name.text)) throw new ParseFault("duplicated tables", name);
    const path = keyParts(name, "invalid table array key");
    const obstacle = makeTables(this.#tree, path, open.start);
    if (obstacle !== null) throw new ParseFault(obstacle, name);
    const table = getPath(this.#tree, path);
    if (table?.type === "tree" && table.inline) {
      const words = "could not re-define exist inline table or its sub-table";
      throw new ParseFault(`${words} : ${path.join(".")}`, name);
    }
    this.#expect("]");
    this.#table = path;
  }

  #readArrayTable(): void {
    const open = this.#take();
    const name = this.#take();
    if (name.type !== "KeyGroupArray") {
      throw new ParseFault(`unexpected token ${describe(name)}, was expecting a table array key`, name);
    }
    const path = keyParts(name, "invalid table array key");
    makeTables(this.#tree, path.slice(0, -1), open.start);
    const known = getPath(this.#tree, path);
    if (known !== null && known.type !== "trees") {
      throw new ParseFault(`key ${quote(name.text)} is already assigned and not of type table array`, name);
    }
    const trees = known?.trees ?? [];
    trees.push(newTree(open.start));
    setPath(this.#tree, path, { type: "trees", trees });
    this.#table = path;
    this.#names.reopen(name.text);
    this.#expect("]]");
  }

  #readAssignment(): void {
    const key = this.#take();
    this.#expect("=");
    const parts = keyParts(key, "invalid key");
    const value = this.#readValue(0);
    const path = [...this.#table, ...parts.slice(0, -1)];
    const table = this.#tableAt(path, key);
    if (table.inline) {
      const words = "could not add key or sub-table to exist inline table or its sub-table";
      throw new ParseFault(`${words} : ${path.join(".")}`, key);
    }
    const name = parts.at(-1) ?? "";
    if (table.entries.has(name)) {
      throw new ParseFault(`The following key was defined twice: ${[...path, name].join(".")}`, key);
    }
    table.entries.set(name, entryOf(value, key.start));
  }

  #tableAt(path: string[], key: Token): Tree {
    if (getPath(this.#tree, path) === null) {
      const obstacle = makeTables(this.#tree, path, key.start);
      if (obstacle !== null) {
        throw new ParseFault(`could not create intermediate group: ${obstacle}`, key);
      }
    }
    const node = getPath(this.#tree, path);
    const table = node?.type === "trees" ? node.trees.at(-1) : node;
    if (table?.type === "tree") return table;
    throw new ParseFault(`Unknown table type for path: ${path.join(".")}`, key);
  }

  #readValue(depth: number): Node {
    const token = this.#take();
    if (depth > MAX_DEPTH) throw new ParseFault(`values are nested deeper than ${MAX_DEPTH}`, token);
    switch (token.type) {
      case "EOF":
        throw new ParseFault("expecting a value", token);
      case "[":
        return this.#readArray(depth + 1);
      case "{":
        return this.#readInlineTable(depth + 1);
      case "=":
        throw new ParseFault("cannot have multiple equals for the same key", token);
      case "Error":
        throw new ParseFault(token.text, token);
      default:
        return this.#readScalar(token);
    }
  }

  #readScalar(token: Token): Node {
    const following = (type: TokenType) => (this.#peek().type === type ? this.#take().text : null);
    const scalar = scalarOf(token, following);
    if ("fault" in scalar) throw new ParseFault(scalar.fault, token, scalar.unplaced);
    return scalar.value;
  }

  #readArray(depth: number): Node {
    const items: Node[] = [];
    for (;;) {
      if (this.#peek().type === "EOF") throw new ParseFault("unterminated array", this.#peek());
      if (this.#peek().type === "]") break;
      items.push(this.#readValue(depth));
      const next = this.#peek();
      if (next.type === "EOF") throw new ParseFault("unterminated array", next);
      if (next.type !== "]" && next.type !== ",") throw new ParseFault("missing comma", next);
      if (next.type === ",") this.#take();
    }
    this.#take();
    const trees = items.filter((item) => item.type === "tree");
    const onlyTrees = items.length > 0 && trees.length === items.length;
    return onlyTrees ? { type: "trees", trees } : { type: "list", items };
  }

  #readInlineTable(depth: number): Tree {
    const tree = newTree();
    let previous: Token | null = null;
    for (;;) {
      const token = this.#peek();
      if (token.type === "}") break;
      this.#readInlinePart(tree, token, previous, depth);
      previous = token;
    }
    if (previous?.type === ",") throw new ParseFault("trailing comma at the end of inline table", previous);
    this.#take();
    tree.inline = true;
    return tree;
  }

  #readInlinePart(tree: Tree, token: Token, previous: Token | null, depth: number): void {
    switch (token.type) {
      case "EOF":
        throw new ParseFault("unterminated inline table", token);
      case "Key":
      case "Integer":
      case "String": {
        if (previous !== null && previous.type !== ",") {
          throw new ParseFault("comma expected between fields in inline table", token);
        }
        this.#take();
        this.#expect("=");
        const path = keyParts(token, "invalid key");
        setPath(tree, path, entryOf(this.#readValue(depth), -1));
        break;
      }
      case ",":
        if (previous?.type === ",") {
          throw new ParseFault("need field between two commas in inline table", token);
        }
        this.#take();
        break;
      default:
        throw new ParseFault(`unexpected token type in inline table: ${describe(token)}`, token);
    }
  }
}

function entryOf(value: Node, position: number): Node {
  if (value.type === "tree" || value.type === "trees" || value.type === "entry") return value;
  return { type: "entry", value, position };
}

function keyParts(token: Token, words: string): string[] {
  const key = splitKey(token.text);
  if ("error" in key) throw new ParseFault(`${words}: ${key.error}`, token);
  return key.parts;
}

/** go-toml's names of the double brackets are mixed up. */
function typeName(type: TokenType): string {
  if (type === "[[") return "]]";
  return type === "]]" ? "[[" : type;
}

function describe(token: Token): string {
  if (token.type === "EOF") return "EOF";
  return token.type === "Error" ? token.text : quote(token.text);
}

/**
 * The names of the tables so far, compared as written. A new element of an array of tables frees the
 * names below it.
 */
class TableNames {
  /** Name -> when it was seen. */
  readonly #seen = new Map<string, number>();
  /** Name of an array of tables -> when its last element started. */
  readonly #opened = new Map<string, number>();
  #clock = 0;

  /** @returns false when the name is taken */
  add(name: string): boolean {
    if (this.#isTaken(name)) return false;
    this.#seen.set(name, ++this.#clock);
    return true;
  }

  reopen(name: string): void {
    this.#seen.set(name, ++this.#clock);
    this.#opened.set(name, ++this.#clock);
  }

  #isTaken(name: string): boolean {
    const seen = this.#seen.get(name);
    if (seen === undefined) return false;
    for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
      if ((this.#opened.get(name.slice(0, dot)) ?? 0) > seen) return false;
    }
    return true;
  }
}
