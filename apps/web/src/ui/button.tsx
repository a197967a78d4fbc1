import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Link } from "wouter";
import { classes } from "./classes.js";
import { useHint } from "./hint.js";

type Look = "primary" | "plain" | "quiet";

const LOOKS: Record<Look, string> = {
  primary: "border border-accent bg-accent text-accent-ink hover:opacity-85",
  plain: "border border-line bg-surface text-ink hover:bg-hover",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink",
};

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:pointer-events-none disabled:opacity-45";

interface ButtonProps extends ComponentProps<"button"> {
  readonly look?: Look;
  readonly icon?: LucideIcon;
  readonly small?: boolean;
}

export function Button({ look = "plain", icon: Icon, small, className, children, ...rest }: ButtonProps) {
  const size = small ? "h-6.5 px-2 text-xs" : "h-8 px-3 text-sm";
  return (
    <button type="button" className={classes(BASE, LOOKS[look], size, className)} {...rest}>
      {Icon && <Icon aria-hidden className={small ? "size-3.5" : "size-4"} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  readonly icon: LucideIcon;
  /** What it does: its accessible name and its hint. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly small?: boolean;
}

/** A button that shows only an icon; its name appears on hover and focus. */
export function IconButton({ icon: Icon, label, shortcut, small, className, ...rest }: IconButtonProps) {
  const size = small ? "size-6.5" : "size-8";
  const hinted = useHint(label, shortcut);
  return (
    <button
      type="button"
      aria-label={label}
      className={classes(BASE, LOOKS.quiet, size, className)}
      {...hinted}
      {...rest}
    >
      <Icon aria-hidden className={small ? "size-3.5" : "size-4"} />
    </button>
  );
}

interface IconLinkProps {
  readonly icon: LucideIcon;
  /** Where it leads: its accessible name and its hint. */
  readonly label: string;
  readonly href: string;
}

/** A link to another page that shows only an icon. */
export function IconLink({ icon: Icon, label, href }: IconLinkProps) {
  const hinted = useHint(label);
  return (
    <Link href={href} aria-label={label} className={classes(BASE, LOOKS.quiet, "size-8")} {...hinted}>
      <Icon aria-hidden className="size-4" />
    </Link>
  );
}
