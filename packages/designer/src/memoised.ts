/** The same function, computed once for each text. */
export function memoised<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.result;
    const result = compute(text);
    known.set(text, { result });
    return result;
  };
}
