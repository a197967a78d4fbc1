import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { Link } from "wouter";
import { Logo } from "./logo.js";
import { useTheme } from "./theme.js";
import { ThemeMenu } from "./theme-menu.js";

/** The head of a page beside the designer, with the way back; it names the browser's tab too. */
export function ToolHeader({ title, note }: { readonly title: string; readonly note: string }) {
  const [theme, setTheme] = useTheme();
  useEffect(() => {
    document.title = `${title} · Lookinglass`;
  }, [title]);
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-3">
      <Logo />
      <h1 className="truncate text-base font-semibold">{title}</h1>
      <p className="truncate text-xs text-ink-3 max-md:hidden">{note}</p>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <Link
          href="/"
          className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 font-medium text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Designer
        </Link>
        <ThemeMenu theme={theme} onChange={setTheme} />
      </div>
    </header>
  );
}
