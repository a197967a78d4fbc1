import type { Role } from "@lookinglass/designer";
import { Tabs } from "radix-ui";
import { memo } from "react";

/** One tab for each kind of node; there may be many: then the phases make way for them, into a row of their own. */
export const RoleTabs = memo(function RoleTabs({ roles }: { readonly roles: readonly Role[] }) {
  return (
    <Tabs.List
      aria-label="Node roles"
      className="flex max-w-full min-w-0 flex-auto gap-1 overflow-x-auto pl-2 @max-[460px]:basis-full"
    >
      {roles.map((role) => (
        <Tabs.Trigger
          key={role.id}
          value={role.id}
          className="flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-ink-2 -outline-offset-2 transition-colors hover:text-ink data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-ink"
        >
          {role.title}
          <span className="text-xs font-normal text-ink-3">{nodeCountText(role)}</span>
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
});

function nodeCountText({ assumed, nodeCount: { min, max } }: Role): string {
  if (assumed) return "assumed";
  if (min === null && max === null) return "";
  return min === max || max === null ? `×${min}` : `×${min ?? 0}–${max}`;
}
