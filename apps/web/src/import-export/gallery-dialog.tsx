import { examples } from "../document/examples.js";
import { Modal } from "../ui/dialog.js";

interface GalleryDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
}

/** The examples, each with what it teaches. */
export default function GalleryDialog({ open, onClose, onChoose }: GalleryDialogProps) {
  return (
    <Modal
      open={open}
      onClose={onClose}
      wide
      title="Examples"
      description="Each opens in place of the document; undo brings your text back."
    >
      <ul className="grid gap-2 sm:grid-cols-2">
        {examples.map(({ id, title, shows }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="h-full w-full rounded-md border border-line p-3 text-left transition-colors hover:border-line-strong hover:bg-hover"
            >
              <span className="block font-medium">{title}</span>
              <span className="mt-1 block text-xs text-ink-2">{shows}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
