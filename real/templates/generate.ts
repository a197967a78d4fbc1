import type { Chance } from "./random.js";

export interface RandomTemplate {
  readonly template: string;
  /** As JSON: 2 is an int there, 2.0 a float64. */
  readonly data: string;
  readonly options?: readonly [string];
}

const TEXTS = [
  "a",
  "x",
  " ",
  "\n",
  "  \n",
  "x\n",
  "\t",
  "é",
  "😀",
  "}}",
  "{ ",
  "}",
  '"',
  "# c",
  "\r\n",
  "-",
] as const;
/** Small ones: ranges count to them, and ranges nest. */
const NUMBERS = [
  "0",
  "1",
  "2",
  "3",
  "-1",
  "+2",
  "1.5",
  "2.0",
  "-0.0",
  "1e3",
  "0x2",
  "0b11",
  "0o3",
  "03",
  "0_4",
  "'\\x03'",
  "'\\a'",
  "1i",
  "-9223372036854775808",
] as const;
const BAD_LITERALS = ["08", "1e400", "1__0", '"\\q"', "18446744073709551616", "1x", "''", "0x"] as const;
const STRINGS = [
  '""',
  '"a"',
  '"é"',
  '"a\\tb"',
  '"\\xff"',
  '"\\u00e9"',
  '"%"',
  "`raw\n`",
  "\"<a href='x'>&\"",
  '"😀b"',
] as const;
const FIELDS = [
  "l",
  "m",
  "s",
  "n",
  "f",
  "b",
  "e",
  "z",
  "nul",
  "u",
  "gone",
  "m.a",
  "m.gone",
  "m.in.k",
  "s.x",
  "nul.x",
  "gone.x",
  "mm",
] as const;
const COMPARISONS = ["eq", "ne", "lt", "le", "gt", "ge"] as const;
const LISTS = ["$.l", "$.gone", "$.e", "$.m", "$.mm", "3", "0", "$.l", "$.nul", "$.s"] as const;
const VERBS = "vvvsdqqxXtTfegGcUboOwp%!w".split("") as [string, ...string[]];

/** What may be named at a place. */
interface Scope {
  /** The dot is the data, so that its fields are there. */
  readonly isRoot: boolean;
  readonly inRange: boolean;
  /** The templates that may be called: none that calls this one, for Go would go on to depth 100,000. */
  readonly callable: readonly [string, ...string[]];
  /** Variables declared so far; a block declares into a copy. */
  readonly variables: string[];
  readonly depth: number;
}

/** Makes templates of one source of chance, each with data. */
export class TemplateMaker {
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  make(): RandomTemplate {
    const chance = this.#chance;
    const root: Scope = {
      isRoot: true,
      inRange: false,
      callable: ["t", "t", "none"],
      variables: [],
      depth: 0,
    };
    const defined = chance.once(4) ? this.#definition("t") : "";
    const template = this.#spoiled(defined + this.#list(root));
    const data = this.#data();
    if (!chance.once(5)) return { template, data };
    return {
      template,
      data,
      options: [chance.pick(["missingkey=zero", "missingkey=error", "missingkey=default"])],
    };
  }

  #definition(name: string): string {
    const scope: Scope = { isRoot: false, inRange: false, callable: ["none"], variables: [], depth: 2 };
    return `${this.#action(`define "${name}"`)}${this.#list(scope)}${this.#action("end")}`;
  }

  /** Now and then a character too many, too few, or another. */
  #spoiled(whole: string): string {
    const chance = this.#chance;
    if (!chance.once(20)) return whole;
    const text = Array.from(whole);
    const at = chance.below(text.length + 1);
    const odd = chance.pick([
      "",
      "{{",
      "}}",
      "(",
      ")",
      '"',
      "|",
      ",",
      " ",
      "\n",
      ".",
      "$",
      "=",
      ":=",
      "-",
      "{{-",
      "\u0001",
      "é",
      "/*",
      "*/",
      "%",
      "\\",
      "`",
      "'",
      "{{else}}",
      "{{end}}",
      "1",
      "x",
    ]);
    return text.slice(0, at).join("") + odd + text.slice(at + chance.below(3)).join("");
  }

  #list(scope: Scope): string {
    const most = [4, 3, 3, 2, 2][scope.depth] ?? 1;
    return this.#chance.several(most, () => this.#item(scope)).join("") + this.#text();
  }

  #text(): string {
    return this.#chance.several(2, () => this.#chance.pick(TEXTS)).join("");
  }

  #item(scope: Scope): string {
    const chance = this.#chance;
    const kind = chance.below(scope.depth > 3 ? 8 : 16);
    if (kind < 2) return this.#text();
    if (kind < 4) return this.#action(this.#pipeline(scope, 2));
    if (kind < 5) return this.#action(chance.pick(["/* c */", "/**/", "/* {{ \n */"]), true);
    if (kind < 6) return this.#variable(scope);
    if (kind < 8) return this.#leave(scope);
    if (kind < 12) return this.#range(scope);
    return kind < 15 ? this.#condition(scope) : this.#call(scope);
  }

  /** An action with its delimiters, which may trim. A comment has no space of its own within them. */
  #action(inside: string, isComment = false): string {
    const chance = this.#chance;
    const space = () => (isComment ? "" : chance.pick(["", "", " ", "\n", "\t"]));
    const open = chance.once(6) ? `{{-${chance.pick([" ", "\n"])}` : `{{${space()}`;
    return open + inside + (chance.once(6) ? " -}}" : `${space()}}}`);
  }

  #leave(scope: Scope): string {
    const word = this.#chance.pick(["break", "continue"]);
    // Outside of a range Go refuses the whole template: seldom.
    return scope.inRange || this.#chance.once(400) ? this.#action(word) : "";
  }

  #variable(scope: Scope): string {
    const chance = this.#chance;
    const known = scope.variables.length > 0 && chance.once(2) ? chance.pick(["$x", ...scope.variables]) : "";
    if (known) return this.#action(`${known} = ${this.#pipeline(scope, 1)}`);
    const name = chance.pick(["$x", "$y", "$long"]);
    const action = this.#action(`${name} := ${this.#pipeline(scope, 1)}`);
    scope.variables.push(name);
    return action;
  }

  #inner(scope: Scope, change: Partial<Scope> = {}): Scope {
    return { ...scope, variables: [...scope.variables], depth: scope.depth + 1, ...change };
  }

  #range(scope: Scope): string {
    const chance = this.#chance;
    const over = chance.once(4) ? this.#pipeline(scope, 1) : chance.pick(LISTS);
    const body = this.#inner(scope, { isRoot: false, inRange: true });
    const declared = chance.pick(["", "", "$e := ", "$i, $e := ", "$x = "]);
    if (declared.endsWith(":= ")) body.variables.push("$e");
    const orElse = chance.once(2) ? this.#action("else") + this.#list(this.#inner(scope)) : "";
    return `${this.#action(`range ${declared}${over}`)}${this.#list(body)}${orElse}${this.#action("end")}`;
  }

  #condition(scope: Scope): string {
    const chance = this.#chance;
    const word = chance.pick(["if", "if", "with"]);
    const inside = (kind: string) => this.#list(this.#inner(scope, kind === "with" ? { isRoot: false } : {}));
    const declared = chance.once(5) ? "$c := " : "";
    let text = this.#action(`${word} ${declared}${this.#pipeline(scope, 1)}`) + inside(word);
    while (chance.once(4)) text += this.#action(`else ${word} ${this.#pipeline(scope, 1)}`) + inside(word);
    if (chance.once(2)) text += this.#action("else") + this.#list(this.#inner(scope));
    return text + this.#action("end");
  }

  #call(scope: Scope): string {
    const chance = this.#chance;
    const argument = chance.once(3) ? "" : ` ${this.#operand(scope, 1)}`;
    if (chance.once(3)) {
      // Named by depth, so that none is within one of its own name.
      const body = this.#inner(scope, { isRoot: false, inRange: false, variables: [] });
      return (
        this.#action(`block "b${scope.depth}"${argument || " ."}`) + this.#list(body) + this.#action("end")
      );
    }
    return this.#action(`template "${chance.pick(scope.callable)}"${argument}`);
  }

  #pipeline(scope: Scope, depth: number): string {
    const chance = this.#chance;
    const first = chance.once(2) ? this.#operand(scope, depth) : this.#function(scope, depth);
    const stages = chance.once(4)
      ? [
          chance.pick([
            "print",
            "len",
            "html",
            "js",
            "urlquery",
            "not",
            'printf "%q"',
            'printf "%5v|"',
            "eq 1",
            "println",
            "index $.l",
            "and 1",
            "or 0",
          ]),
        ]
      : [];
    return [first, ...stages].join(chance.pick([" | ", "|"]));
  }

  #operand(scope: Scope, depth: number): string {
    const chance = this.#chance;
    switch (chance.below(9)) {
      case 0:
        return chance.once(40) ? chance.pick(BAD_LITERALS) : chance.pick(NUMBERS);
      case 1:
        return chance.pick(STRINGS);
      case 2:
        return chance.pick(["true", "false", "nil", ".", "$"]);
      case 3:
        return depth > 0 ? `(${this.#pipeline(scope, depth - 1)})` : ".";
      case 4:
        return scope.variables.length > 0 ? chance.pick(["$", ...scope.variables]) : "$";
      default:
        if (!scope.isRoot && chance.once(3)) return ".";
        return `${scope.isRoot || chance.once(20) ? "" : "$"}.${chance.pick(FIELDS)}`;
    }
  }

  #function(scope: Scope, depth: number): string {
    const chance = this.#chance;
    const operand = () => this.#operand(scope, depth - 1);
    const operands = (most: number) =>
      chance
        .several(most, operand)
        .map((text) => ` ${text}`)
        .join("");
    switch (chance.below(10)) {
      case 0:
      case 1:
      case 2:
        return `printf ${this.#format()}${operands(3)}`;
      case 3:
        return `${chance.pick(COMPARISONS)} ${operand()} ${operand()}${chance.once(6) ? operands(1) : ""}`;
      case 4:
        return `${chance.pick(["and", "or"])} ${operand()}${operands(2)}`;
      case 5:
        return `${chance.pick(["print", "println", "html", "js", "urlquery"])}${operands(3)}`;
      case 6:
        return `index ${chance.pick(["$.l", "$.m", "$.s", operand()])} ${chance.pick(["0", "1", '"a"', "9", operand()])}`;
      case 7:
        return `slice ${chance.pick(["$.s", "$.u", operand()])}${operands(2)}`;
      case 8:
        return `${chance.pick(["not", "len", "call"])} ${operand()}`;
      default:
        return operand();
    }
  }

  #format(): string {
    const chance = this.#chance;
    const flag = () => chance.pick(["#", "+", "-", "0", " "]);
    const size = () => chance.pick(["", "", "", "", "3", "8", "*", "[1]", "0"]);
    const directive = () => {
      const precision = chance.once(4) ? `.${size()}` : "";
      const verb = chance.pick(VERBS);
      // The address of a map or list is Go's own.
      return `%${chance.several(2, flag).join("")}${size()}${precision}${verb === "p" ? "v" : verb}`;
    };
    const parts = [
      directive(),
      ...chance.several(3, () => (chance.once(3) ? chance.pick(["é", "%%", " ", "|", "%"]) : directive())),
    ];
    return JSON.stringify(parts.join("|"));
  }

  #data(): string {
    const chance = this.#chance;
    const scalar = () =>
      chance.pick([
        "1",
        "2",
        "3",
        "0",
        "-4",
        "2.5",
        "2.0",
        '"a"',
        '"é<"',
        '""',
        "true",
        "false",
        "null",
        "1e21",
      ]);
    const list = (most: number) => `[${chance.several(most, scalar).join(",")}]`;
    const map = `{"a":${scalar()},"in":{"k":${scalar()},"é":${list(2)}},"z":${list(2)}}`;
    return `{"l":${list(4)},"m":${map},"mm":{"b":{"x":${scalar()}},"a":{"x":1}},"s":"text","n":${chance.pick(["0", "5", "3"])},"f":${chance.pick(["1.5", "2.0"])},"b":${chance.pick(["true", "false"])},"e":[],"z":0,"nul":null,"u":"né😀\\n"}`;
  }
}
