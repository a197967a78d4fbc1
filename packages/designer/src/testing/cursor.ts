/** A text with the cursor as its last `|`; those before it belong to YAML. */
export function atCursor(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.lastIndexOf("|");
  if (offset < 0) throw new Error(`no | in ${JSON.stringify(source)}`);
  return { text: source.slice(0, offset) + source.slice(offset + 1), offset };
}
