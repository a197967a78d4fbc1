import { DecodeFault, decodeAny } from "../hosts-file/decode-v2.js";
import { emptyFields, type HostFields } from "../hosts-file/fields.js";
import { CheckFault, checkHost } from "../hosts-file/host-config.js";
import { checkRules } from "../hosts-file/read.js";
import type { TextRange, TomlValue } from "../toml/types.js";
import type { LintedFile } from "./file.js";
import type { Setting } from "./layout.js";

interface Problem {
  message: string;
  range: TextRange;
}

/** What containerd's checks say of a single setting, each at the value that it is about. */
export function settingProblems(setting: Setting, file: LintedFile): Problem[] {
  const { value, path } = setting;
  switch (setting.field) {
    case "capabilities":
      if (value.kind !== "array") return [];
      return value.items.flatMap((item) =>
        problem(item, file, { capabilities: item.kind === "string" ? [item.text] : [] }),
      );
    case "dial_timeout":
      return problem(value, file, { dialTimeout: value.kind === "string" ? value.text : "" });
    case "ca":
    case "client":
      // Keys below them, as in ca.x = 1, make a table of them, which is as wrong.
      return problem(value, file, { [setting.field]: path.length > 1 ? ANY_TABLE : decoded(value) });
    case "header": {
      const [, name] = path;
      if (name === undefined) return [];
      const entry = path.length > 2 ? ANY_TABLE : decoded(value);
      return problem(value, file, { header: new Map([[name.name, entry]]) });
    }
    default:
      return [];
  }
}

const ANY_TABLE = { type: "map", entries: new Map() } as const;

function decoded(value: TomlValue) {
  try {
    return decodeAny(value, { leapSecond: true });
  } catch (fault) {
    if (fault instanceof DecodeFault) return { type: "string", value: "" } as const;
    throw fault;
  }
}

function problem({ start, end }: TextRange, file: LintedFile, fields: Partial<HostFields>): Problem[] {
  try {
    checkHost("", file.path, { ...emptyFields(), ...fields }, checkRules(file.version));
    return [];
  } catch (fault) {
    if (fault instanceof CheckFault) return [{ message: fault.message, range: { start, end } }];
    throw fault;
  }
}
