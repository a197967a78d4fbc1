import { type GoUrl, parseUrl } from "@lookinglass/go";

/**
 * Go's url.Parse as Spegel's go.mod selects it: with `urlstrictcolons=0`, so that `http://fd00::7:30021` is a URL.
 * @returns the parts, or Go's error text
 */
export function parseRegistryUrl(text: string): { readonly url: GoUrl } | { readonly error: string } {
  const result = parseUrl(text, { strictColons: false });
  return result.ok ? { url: result.url } : { error: result.error };
}
