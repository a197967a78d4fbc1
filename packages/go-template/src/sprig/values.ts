import type { GoFunction } from "../functions.js";
import { GoValue, Slice } from "../values.js";

/** A map of another type than map[string]interface {}, or a nil map. */
export class TypedMap extends GoValue {
  constructor(
    type: string,
    override readonly entries: Map<string, unknown>,
    isNil = false,
  ) {
    super("map", type, isNil);
  }
}

/** A struct that functions return, or a pointer to one: has methods and prints as text. */
export class Opaque extends GoValue {
  constructor(
    type: string,
    readonly text: string,
    override readonly fields: readonly (readonly [name: string, value: unknown])[],
    override readonly methods: ReadonlyMap<string, GoFunction>,
    /** What copying makes of it, which leaves out unexported fields. */
    readonly copy: () => Opaque,
  ) {
    super(type.startsWith("*") ? "pointer" : "struct", type);
  }

  override toString(): string {
    return this.text;
  }
}

export function nilSlice(type: string): Slice {
  return new Slice(type, [], 0, true);
}
