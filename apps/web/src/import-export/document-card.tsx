interface DocumentCardProps {
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

/** A document that can be opened, with what is in it. */
export function DocumentCard({ title, text, onClick }: DocumentCardProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-full w-full flex-col rounded-md border border-line p-3 text-left transition-colors hover:border-line-strong hover:bg-hover"
    >
      <span className="block font-medium">{title}</span>
      <span className="mt-1 block text-xs text-ink-2">{text}</span>
    </button>
  );
}
