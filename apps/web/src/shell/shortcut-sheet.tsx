import { Modal } from "../ui/dialog.js";
import { Shortcut } from "../ui/shortcut.js";
import type { Actions } from "./actions.js";
import { isApple } from "./shortcuts.js";

interface ShortcutSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly actions: Actions;
}

/** Keys of the editor and of the areas; those of actions are told by the actions. */
const ELSEWHERE = [
  {
    title: "In the editor",
    rows: [
      ["Suggest what can stand here", "ctrl+space"],
      ["Explain the word at the cursor", "mod+i"],
      ["Offer the fixes of a problem", "mod+."],
      ["Go to the next problem", "f8"],
      ["Find in the text", "mod+f"],
      ["Comment lines out", "mod+/"],
      ["Let Tab leave the editor", isApple ? "ctrl+shift+m" : "ctrl+m"],
    ],
  },
  {
    title: "In lists and choices",
    rows: [
      ["Next area, control", "tab"],
      ["Next file, role, phase, choice", "arrows"],
      ["Move the line between areas", "arrows"],
      ["Close a dialog", "escape"],
    ],
  },
] satisfies readonly KeyListProps[];

/** Every shortcut there is. */
export default function ShortcutSheet({ open, onClose, actions }: ShortcutSheetProps) {
  const everywhere = Object.values(actions).flatMap(({ title, shortcuts }) =>
    shortcuts[0] ? [[title, shortcuts[0]] as const] : [],
  );
  return (
    <Modal
      open={open}
      onClose={onClose}
      wide
      title="Keyboard shortcuts"
      description="Everything can be done from the keyboard; what has no key of its own is in the palette."
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <KeyList title="Everywhere" rows={everywhere} />
        <div className="space-y-5">
          {ELSEWHERE.map((list) => (
            <KeyList key={list.title} {...list} />
          ))}
        </div>
      </div>
    </Modal>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly rows: readonly (readonly [title: string, shortcut: string])[];
}

function KeyList({ title, rows }: KeyListProps) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl>
        {rows.map(([what, shortcut]) => (
          <div key={what} className="flex items-center justify-between gap-3 border-t border-line py-1.5">
            <dt className="text-ink-2">{what}</dt>
            <dd className="shrink-0">
              <Shortcut keys={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
