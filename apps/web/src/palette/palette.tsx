import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useMemo } from "react";
import { Prose } from "../ui/prose.js";
import { useReturnFocus } from "../ui/return-focus.js";
import { Shortcut } from "../ui/shortcut.js";
import { itemScore } from "./match.js";
import type { PaletteGroup, PaletteItem } from "./palette-items.js";

interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly groups: readonly PaletteGroup[];
}

/** Finds anything by a few of its letters. */
export default function Palette({ open, onClose, groups }: PaletteProps) {
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(10_12_16/45%)]" />
        <Dialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className="fixed top-[min(12vh,96px)] short:top-2 left-1/2 z-40 w-[calc(100vw-24px)] max-w-[620px] -translate-x-1/2 rounded-lg border border-line bg-surface shadow-pop outline-none"
        >
          <Dialog.Title className="sr-only">Find anything</Dialog.Title>
          <Search groups={groups} onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Search({ groups, onClose }: Omit<PaletteProps, "open">) {
  const byId = useMemo(
    () => new Map(groups.flatMap(({ items }) => items.map((item) => [item.id, item] as const))),
    [groups],
  );
  const score = (id: string, typed: string) => {
    const item = byId.get(id);
    return item ? itemScore(item, typed) : 0;
  };
  return (
    <Command label="Find anything" loop filter={score}>
      <Command.Input
        placeholder="An action, a role, a file, a problem, an example…"
        className="h-12 w-full rounded-t-lg border-b border-line bg-surface px-4 text-base text-ink -outline-offset-2 placeholder:text-ink-3"
      />
      <Command.List label="Found" className="max-h-[min(52vh,420px)] overflow-auto p-1.5">
        {groups.map(({ title, items }) => (
          <Command.Group
            key={title}
            heading={title}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
          >
            {items.map((item) => (
              <Item key={item.id} item={item} onClose={onClose} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <Command.Empty className="px-3 py-6 text-center text-ink-3">
        Nothing is called that. Try a part of a name, such as a registry or a line of a problem.
      </Command.Empty>
    </Command>
  );
}

function Item({
  item: { id, title, detail, shortcut, run },
  onClose,
}: {
  item: PaletteItem;
  onClose: () => void;
}) {
  const choose = () => {
    run();
    // Most items lead somewhere, which closes the palette already; then this does nothing.
    onClose();
  };
  return (
    <Command.Item
      value={id}
      onSelect={choose}
      className="flex min-h-8 cursor-default items-baseline gap-3 rounded-sm px-2.5 py-1.5 data-[selected=true]:bg-hover"
    >
      <span title={title} className="min-w-0 truncate">
        <Prose text={title} />
      </span>
      {detail && (
        <span title={detail} className="min-w-0 flex-1 truncate text-right text-xs text-ink-3">
          {detail}
        </span>
      )}
      {shortcut && (
        <span className="ml-auto shrink-0">
          <Shortcut keys={shortcut} />
        </span>
      )}
    </Command.Item>
  );
}
