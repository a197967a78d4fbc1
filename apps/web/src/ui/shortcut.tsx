import { shortcutText } from "../shell/shortcuts.js";

/** The keys of a shortcut, as this platform writes them. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return <kbd className="font-sans text-xs opacity-75">{shortcutText(keys)}</kbd>;
}
