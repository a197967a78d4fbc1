/** Comparison of data types by their leaves, to any depth, whether their lists and fields are read-only or not. */

/**
 * A type as the union of its leaves: ".roles[].nodeCount.min: number" and the like. TypeScript's own comparison of
 * types gives up after three levels of the same generic type and calls them equal; unions of texts it compares in full.
 */
type Leaves<T, Path extends string = ""> = unknown extends T
  ? `${Path}: unknown`
  : T extends string
    ? `${Path}: ${string extends T ? "string" : `"${T}"`}`
    : T extends number | boolean | null | undefined
      ? `${Path}: ${number extends T ? "number" : T}`
      : T extends readonly (infer Item)[]
        ? Leaves<Item, `${Path}[]`>
        : FieldLeaves<T, Path>;

type FieldLeaves<T, Path extends string> = {
  [Key in keyof T & string]-?: Leaves<T[Key], `${Path}.${Key}${IsOptional<T, Key> extends true ? "?" : ""}`>;
}[keyof T & string];

type IsOptional<T, Key extends keyof T> = Record<never, never> extends Pick<T, Key> ? true : false;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** True when two types have the same fields, the same ones of them optional, with the same values at every depth. */
export type SameData<A, B> = Identical<Leaves<A>, Leaves<B>>;
