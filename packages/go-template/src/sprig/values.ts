import type { GoFunction } from "../functions.js";
import { GoValue, Slice } from "../values.js";

/** A map of another type than map[string]interface {}, or a nil map. */
export class TypedMap extends GoValue {
  constructor(
    type: string,
    override readonly entries: ReadonlyMap<string, unknown>,
    isNil = false,
  ) {
    super("map", type, isNil);
  }
}

/** A pointer to a struct that functions return: has methods and prints as text. */
export class Opaque extends GoValue {
  constructor(
    type: string,
    readonly text: string,
    /** The value as "%#v" prints it. */
    override readonly goSyntax: string,
    override readonly methods: ReadonlyMap<string, GoFunction>,
  ) {
    super("pointer", type);
  }

  override toString(): string {
    return this.text;
  }
}

export function nilSlice(type: string): Slice {
  return new Slice(type, [], 0, true);
}
