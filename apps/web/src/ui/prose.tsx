/** A text of the engine, with what it puts between backticks shown as code. */
export function Prose({ text }: { readonly text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={`${index} ${part}`} className="font-mono text-[0.92em]">
        {part}
      </code>
    ),
  );
}
