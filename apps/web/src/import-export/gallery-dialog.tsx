import { useDocument } from "../document/document-context.js";
import { draftTitle } from "../document/draft.js";
import { examples } from "../document/examples.js";
import { Modal } from "../ui/dialog.js";
import { DocumentCard } from "./document-card.js";
import { draftText } from "./draft-text.js";
import { useRecent } from "./use-recent.js";

interface GalleryDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
}

/** The examples, each with what it teaches, and the drafts that were left before. */
export default function GalleryDialog({ open, onClose, onChoose }: GalleryDialogProps) {
  return (
    <Modal
      open={open}
      onClose={onClose}
      wide
      title="Examples"
      description="Each opens in place of the document; undo brings yours back."
    >
      <RecentDrafts />
      <ul aria-label="Examples" className="grid gap-2 sm:grid-cols-2">
        {examples.map(({ id, title, shows }) => (
          <li key={id}>
            <DocumentCard title={title} text={shows} onClick={() => onChoose(id)} />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function RecentDrafts() {
  const { recent } = useDocument();
  const openRecent = useRecent();
  const drafts = recent();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="recent-drafts" className="mb-4">
      <h3 id="recent-drafts" className="mb-1.5 font-semibold">
        Recent drafts
      </h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <DocumentCard
              title={draftTitle(draft)}
              text={draftText(draft)}
              onClick={() => openRecent(draft)}
            />
          </li>
        ))}
      </ul>
      <h3 className="mt-4 font-semibold">Examples</h3>
    </section>
  );
}
