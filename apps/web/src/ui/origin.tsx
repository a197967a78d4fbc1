import type { FileOrigin } from "@lookinglass/designer";
import { classes } from "./classes.js";

type OriginKind = FileOrigin["kind"] | "upstream";

/** Each origin keeps one colour and one name everywhere. */
export const ORIGINS: Record<
  OriginKind,
  {
    readonly title: string;
    readonly ink: string;
    readonly soft: string;
    readonly dot: string;
    readonly edge: string;
    /** Filled with the colour, edge and all. */
    readonly fill: string;
  }
> = {
  kublr: {
    title: "Kublr",
    ink: "text-kublr",
    soft: "bg-kublr-soft",
    dot: "dot bg-kublr",
    edge: "border-l-kublr",
    fill: "border-kublr bg-kublr",
  },
  extension: {
    title: "Extension",
    ink: "text-extension",
    soft: "bg-extension-soft",
    dot: "dot bg-extension",
    edge: "border-l-extension",
    fill: "border-extension bg-extension",
  },
  spegel: {
    title: "Spegel",
    ink: "text-spegel",
    soft: "bg-spegel-soft",
    dot: "dot bg-spegel",
    edge: "border-l-spegel",
    fill: "border-spegel bg-spegel",
  },
  upstream: {
    title: "Upstream",
    ink: "text-upstream",
    soft: "bg-upstream-soft",
    dot: "dot bg-upstream",
    edge: "border-l-upstream",
    fill: "border-upstream bg-upstream",
  },
};

/** Who wrote a thing, in that one's colour. */
export function OriginChip({ kind }: { readonly kind: OriginKind }) {
  const { title, ink, soft, dot } = ORIGINS[kind];
  return (
    <span
      className={classes(
        "inline-flex h-5 items-center gap-1.5 rounded-sm border border-line/0 px-[5px] text-xs font-medium",
        ink,
        soft,
      )}
    >
      <span className={classes("size-1.5 rounded-full", dot)} />
      {title}
    </span>
  );
}
