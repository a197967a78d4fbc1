/** Where the document came from. */
export type DocumentOrigin =
  | { readonly kind: "example"; readonly id: string }
  /** Begun from a starter, or from the empty spec. */
  | { readonly kind: "new"; readonly title: string }
  | { readonly kind: "import"; readonly name: string }
  /** id: of the short link; null for one that carried the spec itself. */
  | { readonly kind: "share"; readonly id: string | null; readonly title: string | null };
