import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "../ui/classes.js";
import type { Pane as PaneId } from "./view-state.js";

interface PaneTab {
  readonly id: PaneId;
  readonly title: string;
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

interface PaneTabsProps {
  readonly label: string;
  readonly tabs: readonly PaneTab[];
  readonly value: PaneId;
  readonly onChange: (id: PaneId) => void;
}

/** Areas that share one place. Only the one in view is there. */
export function PaneTabs({ label, tabs, value, onChange }: PaneTabsProps) {
  const choose = (id: string) => {
    const tab = tabs.find((candidate) => candidate.id === id);
    if (tab) onChange(tab.id);
  };
  return (
    <Tabs.Root value={value} onValueChange={choose} className="flex h-full min-h-0 min-w-0 flex-col">
      <Tabs.List
        aria-label={label}
        className="flex min-h-10 shrink-0 flex-wrap gap-x-1 border-b border-line bg-surface px-2"
      >
        {tabs.map(({ id, title, badge }) => (
          <Tabs.Trigger
            key={id}
            value={id}
            className={classes(
              "flex min-h-10 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-2 text-ink-2 -outline-offset-2 hover:text-ink data-[state=active]:border-ink data-[state=active]:font-semibold data-[state=active]:text-ink",
              // What it counts comes later: it has its row from the start where it would need one then.
              badge !== undefined && "max-[359px]:basis-full",
            )}
          >
            {title}
            {badge}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ id, title, content }) => (
        <Tabs.Content key={id} value={id} tabIndex={-1} className="@container min-h-0 flex-1 outline-none">
          <h2 className="sr-only">{title}</h2>
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
