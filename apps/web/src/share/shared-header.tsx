import { Files } from "lucide-react";
import { useLocation } from "wouter";
import { isWork } from "../document/draft.js";
import { beginTab, beginWith } from "../document/tab-draft.js";
import { Logo } from "../shell/logo.js";
import { useTheme } from "../shell/theme.js";
import { ThemeMenu } from "../shell/theme-menu.js";
import { Button } from "../ui/button.js";
import { useToast } from "../ui/toasts.js";
import type { LinkedSpec } from "./link/write-link.js";

interface SharedHeaderProps {
  readonly id: string | null;
  readonly linked: LinkedSpec;
  readonly title: string;
  readonly note: string;
}

/** What is shared, and a way to carry on with a copy of it. */
export function SharedHeader({ id, linked, title, note }: SharedHeaderProps) {
  const [theme, setTheme] = useTheme();
  const [, navigate] = useLocation();
  const toast = useToast();
  const openCopy = () => {
    const { spec, settings } = linked;
    const { draft: earlier } = beginTab(localStorage, sessionStorage);
    const origin = { kind: "share", id, title: linked.title } as const;
    const copy = { text: spec, baseline: spec, origin, settings };
    if (!beginWith(localStorage, sessionStorage, copy, Date.now())) {
      return toast("The browser has no room for a copy.");
    }
    navigate("/");
    if (earlier && isWork(earlier))
      toast("Opened a copy. Your earlier draft is under Examples, Recent drafts.");
  };
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1">
      <Logo />
      <h1 title={title} className="min-w-0 truncate text-base font-semibold">
        {title}
      </h1>
      <p className="text-xs text-ink-3">{note}</p>
      <div className="ml-auto flex items-center gap-1">
        <ThemeMenu theme={theme} onChange={setTheme} />
        <Button look="primary" icon={Files} onClick={openCopy}>
          Open a copy
        </Button>
      </div>
    </header>
  );
}
