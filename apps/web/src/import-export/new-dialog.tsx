import { beginnings } from "../document/beginnings.js";
import { Modal } from "../ui/dialog.js";
import { DocumentCard } from "./document-card.js";
import { useNew } from "./use-new.js";

interface NewDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What a new spec can begin from. */
export default function NewDialog({ open, onClose }: NewDialogProps) {
  const begin = useNew();
  return (
    <Modal
      open={open}
      onClose={onClose}
      wide
      title="New cluster spec"
      description="Opens in place of the document; undo brings yours back."
    >
      <ul aria-label="Starters" className="grid gap-2 sm:grid-cols-2">
        {beginnings.map((beginning) => (
          <li key={beginning.id}>
            <DocumentCard title={beginning.title} text={beginning.shows} onClick={() => begin(beginning)} />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
