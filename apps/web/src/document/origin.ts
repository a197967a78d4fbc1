/** Where the document came from. */
export type DocumentOrigin =
  | { readonly kind: "example"; readonly id: string }
  | { readonly kind: "import"; readonly name: string }
  | { readonly kind: "share"; readonly id: string; readonly title: string | null };
