import { expect, test } from "vitest";
import type { SameData } from "./same-data.js";

interface Deep {
  readonly a: readonly {
    readonly b: { readonly c: readonly { readonly d: { readonly e?: "x" | "y" } }[] };
  }[];
}
type With<E> = { a: { b: { c: { d: E }[] } }[] };

test("the compiler finds every difference, at any depth", () => {
  const same: {
    readOnlyOrNot: SameData<Deep, With<{ e?: "x" | "y" }>>;
    missingOptional: SameData<Deep, With<Record<never, never>>>;
    additional: SameData<Deep, With<{ e?: "x" | "y"; f?: string }>>;
    required: SameData<Deep, With<{ e: "x" | "y" }>>;
    fewerValues: SameData<Deep, With<{ e?: "x" }>>;
    widerValues: SameData<Deep, With<{ e?: string }>>;
    nullable: SameData<{ a: number }, { a: number | null }>;
    oneOfSeveral: SameData<
      { p: string; r: true; d?: number } | { p: string },
      { p: string; r: true } | { p: string }
    >;
    unknownOrNot: SameData<{ a: unknown }, { a: string }>;
    listOrNot: SameData<{ a: string[] }, { a: string }>;
    anyKeys: SameData<{ a: Record<string, number> }, { a: Readonly<Record<string, number>> }>;
    otherValuesOfAnyKeys: SameData<{ a: Record<string, number> }, { a: Record<string, string> }>;
  } = {
    readOnlyOrNot: true,
    missingOptional: false,
    additional: false,
    required: false,
    fewerValues: false,
    widerValues: false,
    nullable: false,
    oneOfSeveral: false,
    unknownOrNot: false,
    listOrNot: false,
    anyKeys: true,
    otherValuesOfAnyKeys: false,
  };
  // What the values must be is checked by `tsc -b`; this keeps the table from being dropped as unused.
  expect(Object.values(same)).toContain(true);
});
