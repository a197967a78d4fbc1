import type { ExpiresIn } from "@lookinglass/api-contract";

export const EXPIRIES: readonly { readonly value: ExpiresIn; readonly label: string }[] = [
  { value: "1d", label: "1 day" },
  { value: "7d", label: "7 days" },
  { value: "30d", label: "30 days" },
  { value: "365d", label: "1 year" },
];

/** A day as people write it: "3 December 2026". */
export function dayText(isoDate: string): string {
  return new Date(isoDate).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
