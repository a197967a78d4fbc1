import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, IconButton } from "./button.js";

const SHOWN_MS = 1600;

interface CopyButtonProps {
  readonly label: string;
  /** Null while there is nothing to copy yet. */
  readonly text: string | null;
  /** Show the label beside the icon. */
  readonly labelled?: boolean;
}

/** Copies a text to the clipboard and says so for a moment. */
export function CopyButton({ label, text, labelled }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (text !== null) setCopied(await copyText(text));
  };
  const icon = copied ? Check : Copy;
  if (!labelled)
    return (
      <IconButton
        small
        icon={icon}
        label={copied ? "Copied" : label}
        disabled={text === null}
        onClick={copy}
      />
    );
  return (
    <Button look="primary" icon={icon} disabled={text === null} onClick={copy}>
      {copied ? "Copied" : label}
    </Button>
  );
}

/** False when the browser does not let the page write to the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
