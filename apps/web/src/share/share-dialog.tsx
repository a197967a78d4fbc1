import type { Settings } from "@lookinglass/designer";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDocument } from "../document/document-context.js";
import { useEngine } from "../engine/engine-context.js";
import { Modal } from "../ui/dialog.js";
import { INPUT } from "../ui/fields.js";
import { Notice } from "../ui/notice.js";
import { Segmented } from "../ui/segmented.js";
import { useToast } from "../ui/toasts.js";
import { mayShare, SecretsGate } from "./secrets-gate.js";
import { SelfContainedLink } from "./self-contained-link.js";
import { ShortLink } from "./short-link.js";

interface ShareDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly text: string;
  readonly settings: Settings;
  readonly clusterName: string | null;
  /** Shows a line of the text in the editor. */
  readonly onReveal: (line: number) => void;
}

type LinkKind = "short" | "self-contained";

const KINDS: readonly { readonly value: LinkKind; readonly label: string }[] = [
  { value: "short", label: "Short link" },
  { value: "self-contained", label: "Self-contained link" },
];

const ABOUT: Record<LinkKind, string> = {
  short:
    "A copy is kept on the server. The link stops working on the day you choose, and you can delete it before.",
  "self-contained":
    "The spec is packed into the link itself: nothing is sent to a server, and nothing expires. It cannot be taken back.",
};

/** Gives a link to a read-only copy of the document. */
export default function ShareDialog(props: ShareDialogProps) {
  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title="Share this preview"
      description="Whoever has the link sees the spec and its preview, read-only."
    >
      <ShareForm {...props} />
    </Modal>
  );
}

function ShareForm({ text, settings, clusterName, onReveal }: ShareDialogProps) {
  const [kind, setKind] = useState<LinkKind>("short");
  const [title, setTitle] = useState(clusterName ?? "");
  const [acknowledged, setAcknowledged] = useState(false);
  const { found, failure } = useFoundSecrets(text);
  const removeSecrets = useRemoveSecrets();
  const allowed = found !== null && mayShare(found, acknowledged);
  const shared = { spec: text, settings, title: title.trim() === "" ? null : title.trim() };
  return (
    <div className="space-y-4">
      <div>
        <Segmented label="Kind of link" value={kind} options={KINDS} onChange={setKind} className="w-full" />
        <p className="mt-2 min-h-9 text-ink-2">{ABOUT[kind]}</p>
      </div>
      <label htmlFor="share-title" className="block">
        Title
        <input
          id="share-title"
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
          placeholder="What it shows"
          className={`${INPUT} mt-1 block w-full`}
        />
      </label>
      {failure && <Notice severity="error">The engine failed: {failure.message}</Notice>}
      <SecretsGate
        found={found ?? []}
        acknowledged={acknowledged}
        onAcknowledge={setAcknowledged}
        onReveal={onReveal}
        onRemoveSecrets={removeSecrets}
      />
      {kind === "short" ? (
        <ShortLink
          shared={shared}
          allowed={allowed}
          acknowledgeSecrets={acknowledged}
          onSelfContained={() => setKind("self-contained")}
        />
      ) : (
        <SelfContainedLink shared={shared} allowed={allowed} />
      )}
    </div>
  );
}

/** What the engine finds in the text that must not be shared; null until it has looked. */
function useFoundSecrets(text: string) {
  const engine = useEngine();
  const { data, error } = useQuery({
    queryKey: ["secrets", text],
    queryFn: () => engine.findSecrets(text),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    networkMode: "always",
  });
  return { found: data ?? null, failure: error };
}

/** Takes the Secrets out of the text, as one step that can be undone. */
function useRemoveSecrets(): () => void {
  const { edit } = useDocument();
  const toast = useToast();
  return async () => {
    const outcome = await edit({ request: { kind: "remove-secrets" } });
    if (outcome.kind === "applied") {
      toast("Removed the Secrets from the text.", outcome.step);
    } else {
      const reason = outcome.kind === "refused" ? outcome.reason : "the text does not parse.";
      toast(`Not removed: ${reason}`);
    }
  };
}
